// /dossiers/CODE/papers/KIND: what stands on each form, and who may see it.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Papers for the citizen` {
    static let items = ["Hộ khẩu <bản sao>", "Giấy chứng sinh"]

    /// A dossier that came so far that the paper is due.
    static func prepare(
        _ kind: Papers.Kind, in office: DossierTestOffice
    ) async throws -> String {
        let code = try await office.receive()
        switch kind {
        case .supplement:
            try await office.perform(
                .askSupplement(code, 1, reason: "Thiếu & sai", papers: items), by: "chi")
        case .refusal:
            try await office.act(
                .close(.refused, reason: "Không thuộc thẩm quyền"), on: code, by: "chi")
        case .stop:
            try await office.act(
                .close(.stopped, reason: "Có quyết định của tòa án"), on: code, by: "chi")
        case .result:
            for _ in 0..<12 where try await office.state(code).status != .resultReady {
                try await office.advance(code)
            }
        }
        return code
    }

    @Test(arguments: [
        (Papers.Kind.supplement, "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", "Mẫu số 02"),
        (.refusal, "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ", "Mẫu số 03"),
        (.stop, "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ", "Chưa xác nhận"),
        (.result, "GIẤY BIÊN NHẬN TRẢ KẾT QUẢ", "Chưa xác nhận"),
    ])
    func `have the head, the words and the source of their form`(
        _ kind: Papers.Kind, _ heading: String, _ source: String
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await Self.prepare(kind, in: office)
            let path = "/dossiers/\(code)/papers/\(kind.rawValue)"
            let page = try await office.open(path, as: "chi")
            #expect(page.status == .ok)
            for words in [
                heading, source, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", code, "Đặng Thị Hư Cấu",
                "UBND phường A", "href=\"\(path).pdf\"", "/track?code=",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            let dossier = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(dossier.text.contains("href=\"\(path)\""), "the way to it")
            let english = try await office.open(path, as: "chi", language: "en")
            #expect(english.status == .ok && !english.text.contains(heading))
        }
    }

    @Test func `list all that must be brought, numbered and escaped`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await Self.prepare(.supplement, in: office)
            let path = "/dossiers/\(code)/papers/supplement"
            let text = try await office.open(path, as: "chi").text
            #expect(text.contains("Hộ khẩu &lt;bản sao&gt;") && !text.contains("<bản sao>"))
            #expect(text.contains("Thiếu &amp; sai") && text.contains("Giấy chứng sinh"))
            let json = try await office.open(path, as: "chi", wantsJSON: true).json()
            #expect(json["items"] as? [String] == Self.items)
            let form = try #require(json["form"] as? [String: Any])
            #expect(form["number"] as? String == "02" && form["name"] as? String == "supplement")
            #expect(form["regime"] as? String == "QD-09-2015", "of July 2017")
            #expect(form["confidence"] as? String == "nearest")
            #expect(json["code"] as? String == code)
            #expect((json["contact"] as? [String: Any])?["name"] as? String != nil)
        }
    }

    @Test func `say why it was refused or stopped`() async throws {
        try await DossierTestOffice.run { office in
            for (kind, reason) in [
                (Papers.Kind.refusal, "Không thuộc thẩm quyền"),
                (.stop, "Có quyết định của tòa án"),
            ] {
                let code = try await Self.prepare(kind, in: office)
                let path = "/dossiers/\(code)/papers/\(kind.rawValue)"
                #expect(try await office.open(path, as: "chi").text.contains(reason))
                let json = try await office.open(path, as: "chi", wantsJSON: true).json()
                #expect(json["reason"] as? String == reason)
            }
        }
    }

    @Test func `are not given before there is a reason, nor under another name`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for kind in Papers.Kind.allCases {
                let path = "/dossiers/\(code)/papers/\(kind.rawValue)"
                let page = try await office.open(path, as: "chi", wantsJSON: true)
                #expect(page.status == .notFound)
                #expect(try page.code() == "papers.notDue", "\(kind)")
                let link = "href=\"\(path)\""
                #expect(
                    !(try await office.open("/dossiers/\(code)", as: "chi").text.contains(link)))
            }
            for name in ["x", ".pdf", "receipt", "supplement.pdf.pdf", "%00", "SUPPLEMENT"] {
                let page = try await office.open(
                    "/dossiers/\(code)/papers/\(name)", as: "chi", wantsJSON: true)
                #expect(page.status == .notFound, "\(name)")
            }
        }
    }

    @Test func `keep to the rights of the dossier, and every look is noted`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await Self.prepare(.supplement, in: office)
            let path = "/dossiers/\(code)/papers/supplement"
            for end in ["", ".pdf"] {
                #expect(try await office.open(path + end, as: nil).location == "/sign-in")
                #expect(try await office.open(path + end, as: "giang").status == .notFound)
            }
            let count = "SELECT count(*) AS n FROM personalRead WHERE paper = 'form'"
            #expect(try await office.number(count) == 0)
            _ = try await office.open(path, as: "chi")
            #expect(try await office.number(count) == 1)
        }
    }

    @Test func `tell only that the values were erased`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await Self.prepare(.refusal, in: office)
            let mark = try await office.state(code).registration.applicant
            _ = try await office.desk.store.write {
                try $0.erasePersonal(id: mark.id, at: 1, basis: "theo yêu cầu")
            }
            let text = try await office.open("/dossiers/\(code)/papers/refusal", as: "chi").text
            #expect(!text.contains("Đặng Thị Hư Cấu"))
            #expect(text.contains("PHIẾU TỪ CHỐI"))
        }
    }
}
