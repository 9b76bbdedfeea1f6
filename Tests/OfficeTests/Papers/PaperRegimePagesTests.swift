// The same papers on the days of three regimes, and the page that lists all forms.

import Engine
import HTTPTypes
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// A day of a regime, and how its papers cite their forms.
struct PaperRegimeCase: Sendable, CustomStringConvertible {
    /// A working day, its next one, and a day after the appointment.
    let days: [String]
    let regime: String
    let document: String
    /// Numbers of receipt, request, refusal, apology, slip and register.
    let numbers: [Papers.FormName: String]
    var description: String { regime }

    func citation(_ name: Papers.FormName) -> String {
        "Mẫu số \(numbers[name] ?? "–"), \(document)"
    }

    private static let six: [Papers.FormName: String] = [
        .receipt: "01", .supplement: "02", .refusal: "03", .apology: "04", .slip: "05",
        .register: "06",
    ]

    static let all = [
        PaperRegimeCase(
            days: ["2017-07-03", "2017-07-04", "2017-07-10"], regime: "QD-09-2015",
            document: "TT 01/2018/TT-VPCP", numbers: six),
        PaperRegimeCase(
            days: ["2019-01-07", "2019-01-08", "2019-01-14"], regime: "TT-01-2018",
            document: "TT 01/2018/TT-VPCP", numbers: six),
        PaperRegimeCase(
            days: ["2025-07-01", "2025-07-02", "2025-07-08"], regime: "TT-03-2025",
            document: "TT 03/2025/TT-VPCP",
            numbers: [
                .receipt: "01", .supplement: "02", .refusal: "03", .apology: "04", .stop: "05",
                .slip: "06", .register: "07",
            ]),
    ]
}

@Suite struct `Papers of a regime` {
    private func form(
        _ path: String, in office: DossierTestOffice
    ) async throws -> [String: Any] {
        let json = try await office.open(path, as: "chi", wantsJSON: true).json()
        return try #require(json["form"] as? [String: Any], "\(path)")
    }

    /// A dossier with a signed apology, and where each of its papers is.
    private func addresses(
        in office: DossierTestOffice, _ sample: PaperRegimeCase
    ) async throws -> [Papers.FormName: String] {
        var all: [Papers.FormName: String] = [:]
        for kind in [Papers.Kind.supplement, .refusal, .stop] {
            let code = try await `Papers for the citizen`.prepare(kind, in: office)
            all[kind.formName ?? .register] = "/dossiers/\(code)/papers/\(kind.rawValue)"
        }
        let code = try await office.receive()
        all[.receipt] = "/dossiers/\(code)/receipt"
        all[.slip] = "/dossiers/\(code)/slip"
        all[.apology] = "/dossiers/\(code)/apology"
        all[.register] = "/registers?from=\(sample.days[0])&to=\(sample.days[0])"
        try office.set(sample.days[1] + "T09:00")
        let signed = try await office.post(
            "/dossiers/\(code)/apology", as: "anh",
            [("reason", "Chờ xác minh"), ("day", sample.days[2])])
        #expect(signed.status == .seeOther, "\(signed.text.prefix(300))")
        return all
    }

    @Test(arguments: PaperRegimeCase.all)
    func `cite number and document on the page and for programs`(
        _ sample: PaperRegimeCase
    ) async throws {
        try await DossierTestOffice.run(at: sample.days[0] + "T09:00") { office in
            let addresses = try await addresses(in: office, sample)
            for name in Papers.FormName.allCases {
                let path = try #require(addresses[name])
                let page = try await office.open(path, as: "chi")
                #expect(page.status == .ok && page.missingWords.isEmpty, "\(path)")
                guard let number = sample.numbers[name] else {
                    // Before TT 03/2025 the notice of a stop has no official form.
                    #expect(page.text.contains("Chưa xác nhận") && !page.text.contains("Mẫu số"))
                    continue
                }
                #expect(page.text.contains(sample.citation(name)), "\(path)")
                let form = try await form(path, in: office)
                #expect(form["number"] as? String == number, "\(path)")
                #expect(form["regime"] as? String == sample.regime)
                #expect(form["name"] as? String == name.rawValue)
                #expect(form["document"] as? String == sample.document)
                #expect((form["lines"] as? [Any])?.isEmpty == true)
                let isNearest = page.text.contains("mẫu theo QĐ 09/2015/QĐ-TTg chưa tìm thấy")
                #expect(isNearest == (sample.regime == "QD-09-2015"), "\(path)")
                #expect(page.text.contains("href=\"/papers/regimes\""), "the way to all forms")
            }
        }
    }

    /// TT 03/2025, form 04: apology and request for extension.
    @Test(arguments: PaperRegimeCase.all)
    func `an apology asks for time since July 2025, before it gave a day`(
        _ sample: PaperRegimeCase
    ) async throws {
        let isLater = sample.regime == "TT-03-2025"
        try await DossierTestOffice.run(at: sample.days[0] + "T09:00") { office in
            let path = try #require(try await addresses(in: office, sample)[.apology])
            let page = try await office.open(path, as: "chi").text
            let later = [
                "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN", "Đề nghị gia hạn đến", "đề nghị được gia hạn",
            ]
            let before = ["PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ", "Hẹn trả lại"]
            for words in later { #expect(page.contains(words) == isLater, "\(words)") }
            for words in before { #expect(page.contains(words) != isLater, "\(words)") }
            #expect(page.contains("chân thành xin lỗi"), "whatever it is called")
            let english = try await office.open(path, as: "chi", language: "en").text
            #expect(english.contains("ask for more time") == isLater)
            #expect(english.contains("APOLOGY AND NEW APPOINTMENT") != isLater)
        }
    }

    @Test func `a dossier keeps the regime of its receipt to its end`() async throws {
        try await DossierTestOffice.run(at: "2025-06-30T09:00") { office in
            let before = try await office.receive()
            try office.set("2025-07-02T09:00")
            let after = try await office.receive()
            for code in [before, after] {
                try await office.act(.close(.stopped, reason: "Lý do"), on: code, by: "chi")
            }
            let old = try await office.open("/dossiers/\(before)/papers/stop", as: "chi")
            #expect(old.text.contains("Chưa xác nhận: không có mẫu quốc gia"))
            #expect(!old.text.contains("Mẫu số"))
            let new = try await office.open("/dossiers/\(after)/papers/stop", as: "chi")
            #expect(new.text.contains("Mẫu số 05, TT 03/2025/TT-VPCP"))
            let slip = try await office.open("/dossiers/\(before)/slip", as: "chi")
            #expect(slip.text.contains("Mẫu số 05, TT 01/2018/TT-VPCP"), "printed in July")
            #expect(
                try await form("/dossiers/\(after)/slip", in: office)["number"] as? String == "06")
        }
    }

    /// A receipt on paper that is entered later counts from its real time.
    @Test func `what is entered later has the forms of the day it was handed in`() async throws {
        try await DossierTestOffice.run(at: "2025-07-01T10:00") { office in
            let code = try await office.receive {
                $0.late = Dossiers.LateReceipt(
                    receivedAt: LocalMinute("2025-06-30T16:00"), reason: "Mất điện", paper: "1")
            }
            let form = try await form("/dossiers/\(code)/receipt", in: office)
            #expect(form["regime"] as? String == "TT-01-2018")
        }
    }

    @Test func `a register has the form of its last day`() async throws {
        try await DossierTestOffice.run(at: "2025-06-30T09:00") { office in
            try await office.receive()
            for (days, number, document) in [
                ("from=2025-06-01&to=2025-06-30", "06", "TT 01/2018/TT-VPCP"),
                ("from=2025-06-30&to=2025-07-01", "07", "TT 03/2025/TT-VPCP"),
            ] {
                let page = try await office.open("/registers?\(days)", as: "chi")
                #expect(page.text.contains("Mẫu số \(number), \(document)"), "\(days)")
                let form = try await form("/registers?\(days)", in: office)
                #expect(form["number"] as? String == number)
            }
        }
    }

    @Test func `the kit for hours without power says what its receipts will be`() async throws {
        try await DossierTestOffice.run(at: "2025-06-30T09:00") { office in
            for (day, citation) in [
                ("2025-06-30", "Mẫu số 01, TT 01/2018/TT-VPCP"),
                ("2025-07-01", "Mẫu số 01, TT 03/2025/TT-VPCP"),
            ] {
                let page = try await office.open("/counter/offline-kit?day=\(day)", as: "chi")
                #expect(page.status == .ok && page.text.contains(citation), "\(day)")
            }
        }
    }
}

@Suite struct `The page of official forms` {
    @Test(arguments: [
        ("2017-07-03", "QĐ 09/2015/QĐ-TTg"), ("2019-01-07", "TT 01/2018/TT-VPCP"),
        ("2026-03-02", "TT 03/2025/TT-VPCP"),
    ])
    func `lists three regimes, and which is in force`(
        _ day: String, _ current: String
    ) async throws {
        try await DossierTestOffice.run(at: day + "T09:00") { office in
            let page = try await office.open("/papers/regimes", as: "ha")
            page.expectSound("regimes")
            for words in [
                "QĐ 09/2015/QĐ-TTg", "TT 01/2018/TT-VPCP", "TT 03/2025/TT-VPCP", "05/01/2019",
                "06/01/2019", "30/06/2025", "01/07/2025", "Thông báo dừng giải quyết hồ sơ",
                "Chưa xác nhận: chỉ biết tên mẫu", "Chưa xác nhận: mẫu gần nhất",
                "Kèm theo hồ sơ của",
                "khi dùng sổ giấy",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            let json = try await office.open("/papers/regimes", as: "ha", wantsJSON: true).json()
            let sections = try #require(json["sections"] as? [[String: Any]])
            #expect(json["mayWrite"] as? Bool == false)
            let documents = sections.map {
                ($0["regime"] as? [String: Any])?["document"] as? String
            }
            #expect(
                documents == ["TT 03/2025/TT-VPCP", "TT 01/2018/TT-VPCP", "QĐ 09/2015/QĐ-TTg"])
            let inForce = sections.filter { $0["isCurrent"] as? Bool == true }
            #expect(inForce.count == 1)
            #expect((inForce[0]["regime"] as? [String: Any])?["document"] as? String == current)
            for section in sections {
                let fields = try #require(section["fields"] as? [[String: Any]])
                #expect(fields.allSatisfy { ($0["fields"] as? [Any])?.isEmpty == false })
            }
        }
    }

    @Test func `reads the same in English, and is led to from the catalogue`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/papers/regimes", as: "ha", language: "en")
            #expect(page.text.contains("Official forms by date") && page.missingWords.isEmpty)
            #expect(page.text.contains("Apology and request for extension"))
            let catalogue = try await office.open("/processes", as: "ha")
            #expect(catalogue.text.contains("href=\"/papers/regimes\""))
        }
    }

    @Test func `offers the pen to who is in charge of processes alone`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireStaff()
            for person in DossierTestSamples.people + ["quan", "so", "quy"] {
                let page = try await office.open("/papers/regimes", as: person)
                #expect(page.status == .ok)
                #expect(page.text.contains("/papers/fields") == (person == "quy"), "\(person)")
            }
            #expect(try await office.open("/papers/regimes", as: nil).location == "/sign-in")
        }
    }
}
