// A citizen follows what was filed by its number, brings what was missing, withdraws, and is led on
// to the dossier.

import Engine
import HTTPTypes
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Following a filing` {
    private func run(_ body: (DossierTestOffice, String) async throws -> Void) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            try await body(office, try await office.file())
        }
    }

    private func track(
        _ office: DossierTestOffice, _ code: String, _ digits: String = "5678",
        wantsJSON: Bool = false
    ) async throws -> DossierTestAnswer {
        try await office.post(
            "/track", as: nil, [("code", code), ("digits", digits)], wantsJSON: wantsJSON)
    }

    private func act(
        _ office: DossierTestOffice, _ name: String, _ code: String, proof: String,
        papers: [String] = [], wantsJSON: Bool = false
    ) async throws -> DossierTestAnswer {
        try await office.post(
            "/track/filing", as: nil,
            [("act", name), ("code", code), ("proof", proof)] + papers.map { ("paper", $0) },
            wantsJSON: wantsJSON)
    }

    @Test func `tells the standing by the number alone, and no more`() async throws {
        try await run { office, code in
            let page = try await track(office, code, "")
            #expect(page.status == .ok && page.text.contains("Chờ kiểm tra"))
            for words in ["Đăng ký khai sinh", "Hư Cấu", "0912", "UBND phường A", "proof"] {
                #expect(!page.text.contains(words), "\(words)")
            }
            let small = try await track(office, code.lowercased(), "", wantsJSON: true).json()
            #expect(small["standing"] as? String == "waiting" && small["details"] == nil)
        }
    }

    @Test func `tells the rest with the digits, and never the applicant`() async throws {
        try await run { office, code in
            let page = try await track(office, code)
            #expect(page.status == .ok && page.text.contains("Đăng ký khai sinh"))
            #expect(page.text.contains("UBND phường A") && page.text.contains("Rút hồ sơ"))
            for value in [
                "Phạm Thị", "012345678901", "0912 345 678", "Minh Họa", "hu.cau@vi-du.vn",
            ] {
                #expect(!page.text.contains(value), "\(value)")
            }
            let english = try await office.send(
                .post, "/track", [.cookie: "roviec_language=en"],
                body: DossierTestOffice.encoded([("code", code), ("digits", "5678")]))
            #expect(english.text.contains("To be checked"))
        }
    }

    @Test func `counts wrong digits and stops who guesses`() async throws {
        try await run { office, code in
            for _ in 0..<Tracking.dossierTriesMaximum {
                #expect(try await track(office, code, "0000").status == .notFound)
            }
            let stopped = try await track(office, code)
            #expect(stopped.status == .tooManyRequests)
            #expect(!stopped.header("Retry-After").isEmpty)
            let none = try await track(office, "DK-PA-170703-9999", "0000")
            #expect(none.status == .notFound)
        }
    }

    @Test func `brings what was missing, once it was asked for`() async throws {
        try await run { office, code in
            let early = try await track(office, code)
            #expect(!early.text.contains("value=\"supplement\""))
            try await office.answer(
                .askSupplement(code, reason: "thiếu <giấy>", papers: ["Giấy <A>", "Giấy B"]),
                by: "chi")
            let asked = try await track(office, code)
            #expect(asked.text.contains("thiếu &lt;giấy&gt;"))
            #expect(asked.text.contains("Giấy &lt;A&gt;") && !asked.text.contains("<A>"))
            let proof = try asked.hidden("proof")
            let nothing = try await act(office, "supplement", code, proof: proof)
            #expect(nothing.status == .unprocessableContent)
            let brought = try await act(
                office, "supplement", code, proof: proof, papers: ["Giấy <A>", "Giấy B"])
            #expect(brought.status == .ok && brought.text.contains("Chờ kiểm tra"))
            let filing = try await office.filing(code)
            #expect(filing.request?.answered == ["Giấy <A>", "Giấy B"])
            let again = try await act(
                office, "supplement", code, proof: proof, papers: ["Giấy <A>"], wantsJSON: true)
            #expect(try again.code() == "filings.nothingAsked")
        }
    }

    @Test func `withdraws, and that is the end`() async throws {
        try await run { office, code in
            let proof = try await track(office, code).hidden("proof")
            let withdrawn = try await act(office, "withdraw", code, proof: proof)
            #expect(withdrawn.status == .ok && withdrawn.text.contains("Người nộp rút"))
            #expect(!withdrawn.text.contains("name=\"act\""))
            #expect(try await office.filing(code).standing == .withdrawn)
            let json = try await act(office, "withdraw", code, proof: proof, wantsJSON: true)
            #expect(try json.code() == "filings.ended")
        }
    }

    @Test func `believes no proof of another filing, and no made-up one`() async throws {
        try await run { office, code in
            let other = try await office.file()
            let proof = try await track(office, other).hidden("proof")
            for wrong in [proof, "", "x", String(repeating: "0", count: 64)] {
                let answer = try await act(office, "withdraw", code, proof: wrong)
                #expect(answer.status == .notFound, "\(wrong)")
            }
            let odd = try await act(office, "accept", other, proof: proof)
            #expect(odd.status == .notFound)
            #expect(try await office.filing(code).standing == .waiting)
            #expect(try await office.filing(other).standing == .waiting)
        }
    }

    @Test func `says why it was not taken in`() async throws {
        try await run { office, code in
            try await office.answer(.refuse(code, reason: "Không thuộc <b>"), by: "chi")
            let page = try await track(office, code)
            #expect(page.text.contains("Không thuộc &lt;b&gt;"))
            #expect(page.text.contains("Bạn có thể nộp lại"))
            let alone = try await track(office, code, "")
            #expect(!alone.text.contains("Không thuộc"))
        }
    }

    @Test func `leads on to the dossier under the same number and digits`() async throws {
        try await run { office, code in
            let proof = try await track(office, code).hidden("proof")
            try await office.answer(.accept(code), by: "chi")
            let page = try await track(office, code)
            #expect(page.status == .ok && page.text.contains("Đăng ký khai sinh"))
            #expect(page.text.contains("17:30"), "the appointment")
            let json = try await track(office, code, wantsJSON: true).json()
            #expect(json["code"] as? String == "PA-170703-0001")
            #expect(try await track(office, code, "0000").status == .notFound)
            let late = try await act(office, "withdraw", code, proof: proof)
            #expect(late.status == .seeOther && late.location == "/track?code=\(code)")
            #expect(try await office.filing(code).standing == .accepted)
        }
    }
}
