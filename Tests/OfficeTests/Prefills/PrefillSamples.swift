// An invented citizen who files again with an address that was shown, in one browser.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

enum PrefillSamples {
    static let address = "hu.cau@vi-du.vn"
    static let code = "DK-PA-170703-0001"
    static let identity = "012345678901"
    static let mask = "•••••••••901"
    static let mark =
        "Điền sẵn từ hồ sơ \(code), ngày 03/07/2017; hãy kiểm tra lại."

    /// What is typed where answers were filled in: the number of the identity paper is not.
    static let fields =
        FilingSamples.fields.filter { $0.0 != "identity" } + [("keepIdentity", "1")]

    static let form = [
        FormField(key: "soBan", label: "Số bản sao", type: .number),
        FormField(key: "tenCon", label: "Tên con", type: .text, personal: true),
        FormField(key: "giay", label: "Giấy", type: .file),
        FormField(key: "loai", label: "Loại", type: .choice(["a", "b"])),
    ]

    static func source(
        _ applicant: Dossiers.Applicant = FilingSamples.birth.applicant,
        values: [String: FieldValue] = [
            "soBan": .number(2), "giay": .text("file"), "loai": .text("a"),
        ]
    ) throws -> Prefills.Source {
        Prefills.Source(
            code: code, title: "Đăng ký khai sinh", day: try #require(DayNumber("2017-07-03")),
            applicant: applicant, fields: form, values: values)
    }
}

/// A browser with both cookies: of /my, and of the wizard.
struct PrefillCitizen {
    let office: DossierTestOffice
    var visitor: ContactVisitor
    var filing = ""

    init(office: DossierTestOffice) {
        self.office = office
        visitor = ContactVisitor(office: office)
    }

    private var cookies: String {
        [visitor.cookie, filing].filter { !$0.isEmpty }.joined(separator: "; ")
    }

    func open(
        _ path: String, wantsJSON: Bool = false, language: String? = nil
    ) async throws -> DossierTestAnswer {
        let extra = language.map { "; roviec_language=\($0)" } ?? ""
        var headers: HTTPFields = [.cookie: cookies + extra]
        if wantsJSON { headers[.accept] = "application/json" }
        return try await office.send(.get, path, headers)
    }

    mutating func post(
        _ path: String, _ fields: [(String, String)] = [], wantsJSON: Bool = false
    ) async throws -> DossierTestAnswer {
        var headers: HTTPFields = [.cookie: cookies]
        if wantsJSON { headers[.accept] = "application/json" }
        let answer = try await office.send(
            .post, path, headers, body: DossierTestOffice.encoded(fields))
        let set = answer.header("Set-Cookie")
        if set.hasPrefix(Filings.cookie) { filing = String(set.prefix { $0 != ";" }) }
        return answer
    }

    /// Answers every page until the review, and tells which there were.
    mutating func fill(_ fields: [(String, String)] = PrefillSamples.fields) async throws
        -> [String]
    {
        var met: [String] = []
        var place = try await open("/file/KS-01/review").location
        while !place.isEmpty, !place.hasSuffix("/review"), met.count < 20 {
            met.append(String(place.split(separator: "/").last ?? ""))
            let answer = try await post(place, fields)
            #expect(answer.status == .seeOther, "\(place): \(answer.text)")
            place = answer.location
        }
        return met
    }
}

extension DossierTestOffice {
    /// An office with one filing of an address that was shown, and its citizen at /my again.
    static func runWithPrefill(
        _ body: (DossierTestOffice, PrefillCitizen) async throws -> Void
    ) async throws {
        try await runWithCodes { office in
            var first = FilingCitizen(office: office)
            let code = try await first.fileShown()
            #expect(code == PrefillSamples.code)
            office.pass(minutes: 2)
            var citizen = PrefillCitizen(office: office)
            try await citizen.visitor.enter(PrefillSamples.address)
            try await body(office, citizen)
        }
    }

    func consentRows() async throws -> [String] {
        try await desk.read { reading in
            try reading.rows(
                "SELECT id, contact, personal, givenAt FROM prefillConsent ORDER BY id"
            ).map { "\($0.values)" }
        }
    }

    func consentStreams() async throws -> Int {
        try await number("SELECT count(*) AS n FROM streamHead WHERE stream LIKE 'prefill/%'")
    }

    func prefillLooks(_ code: String = PrefillSamples.code) async throws -> Int {
        try await number(
            """
            SELECT count(*) AS n FROM personalRead
            WHERE subject = ? AND paper = 'prefill' AND person = 'citizen'
            """, [.text(code)])
    }
}
