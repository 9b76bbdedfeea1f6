// A dossier from intake to result by a program alone: tokens, JSON, keys.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Dossiers in the hands of programs` {
    private func complete(_ item: Int, _ product: String = "Xong") -> String {
        #"{"act": "complete", "item": \#(item), "product": "\#(product)"}"#
    }

    private func work(_ answer: DossierTestAnswer) throws -> [[String: Any]] {
        try #require(try answer.json()["work"] as? [[String: Any]])
    }

    @Test func `come in by POST, and the answer says where to go on`() async throws {
        try await DossierTestOffice.run { office in
            let token = try await office.token(of: "chi", .work)
            let body = #"""
                {"name": "Nguyễn Văn Thử", "identity": "001099000001", "phone": "0900000000",
                 "address": "Phường A", "sets": 1, "copies": {"0": 1}, "paper": {"0": 1}}
                """#
            let answer = try await office.call(
                .post, "/counter/CT-02", token, json: body, key: "in-1")
            #expect(answer.status == .created, "\(answer.text)")
            let json = try answer.json()
            let code = try #require(json["dossier"] as? String)
            let links = try #require(json["links"] as? [String: String])
            #expect(links["dossier"] == "/dossiers/\(code)")
            #expect(links["acts"] == "/dossiers/\(code)/acts")
            #expect(links["receipt"] == "/dossiers/\(code)/receipt")
            #expect(json["status"] as? String == "received")
            #expect(try work(answer).first?["holder"] as? String == "chi")
            #expect(!answer.text.contains("Nguyễn Văn Thử"), "no personal values")
            let again = try await office.call(
                .post, "/counter/CT-02", token, json: body, key: "in-1")
            #expect(again.text == answer.text)
            #expect(try await office.number("SELECT COUNT(*) AS n FROM dossier") == 1)
        }
    }

    @Test func `move on by one POST an act, told what is open now`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let token = try await office.token(of: "chi", .work)
            let before = try await office.state(code)
            let answer = try await office.call(
                .post, "/dossiers/\(code)/acts", token, json: complete(1))
            #expect(answer.status == .ok)
            #expect(answer.header("Set-Cookie").isEmpty)
            let json = try answer.json()
            let state = try await office.state(code)
            #expect(state != before)
            #expect(json["status"] as? String == state.status.rawValue)
            let version = try #require(json["version"] as? Int)
            let head = try await office.desk.read {
                try $0.reader.streamHead(of: "dossier/\(code)")
            }
            #expect(head?.version == version)
            let item = try await office.item(code)
            let open = try #require(try work(answer).first)
            #expect(open["item"] as? Int == item.id.rawValue)
            #expect(open["holder"] as? String == item.holder.rawValue)
            #expect(open["receiver"] as? String == item.offer?.person.rawValue)
            #expect(open["step"] as? String != nil && open["kind"] as? String == "step")
        }
    }

    @Test func `take the same form as pages do, without the form's token`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let token = try await office.token(of: "chi", .work)
            let answer = try await office.send(
                .post, "/dossiers/\(code)/acts",
                [
                    .authorization: "Bearer \(token)",
                    .contentType: "application/x-www-form-urlencoded",
                ],
                body: DossierTestOffice.encoded([
                    ("act", "complete"), ("item", "1"), ("product", "Xong"),
                ]))
            #expect(answer.status == .ok)
            #expect(try await office.item(code).id != WorkItemID(1))
        }
    }

    @Test func `sent again under the same key are done once and answered alike`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let token = try await office.token(of: "chi", .work)
            let path = "/dossiers/\(code)/acts"
            let first = try await office.call(.post, path, token, json: complete(1), key: "k-1")
            let sequence = try await office.sequence()
            for key in ["k-1", "\"k-1\""] {
                let again = try await office.call(
                    .post, path, token, json: complete(1), key: key)
                #expect(again.status == .ok && again.text == first.text)
            }
            #expect(try await office.sequence() == sequence)
            let other = try await office.call(
                .post, path, token, json: complete(1, "Khác"), key: "k-1")
            #expect(try other.code() == "desk.keyUsedForOtherCommand")
            let bare = try await office.call(.post, path, token, json: complete(1))
            #expect(bare.status == .unprocessableContent, "without the key it is a new command")
        }
    }

    @Test func `use keys of their own: one person's are not another's`() async throws {
        try await DossierTestOffice.run { office in
            let (one, two) = (try await office.receive(), try await office.receive(by: "binh"))
            let chi = try await office.token(of: "chi", .work)
            let binh = try await office.token(of: "binh", .work)
            for (code, token) in [(one, chi), (two, binh)] {
                let answer = try await office.call(
                    .post, "/dossiers/\(code)/acts", token, json: complete(1), key: "1")
                #expect(answer.status == .ok, "\(answer.text)")
            }
        }
    }

    @Test(arguments: ["\"\"", String(repeating: "k", count: 201)])
    func `need a key that can be kept`(key: String) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let token = try await office.token(of: "chi", .work)
            let answer = try await office.call(
                .post, "/dossiers/\(code)/acts", token, json: complete(1), key: key)
            #expect(try answer.code() == "site.form.keyInvalid")
            #expect(try await office.state(code).status == .received)
        }
    }

    @Test func `are refused with a code and both sentences`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let token = try await office.token(of: "chi", .work)
            let stranger = try await office.token(of: "la", .work)
            let path = "/dossiers/\(code)/acts"
            for (token, body, status, refusal) in [
                (token, complete(9), 422, "engine."), (token, #"{"act": "bay"}"#, 404, "desk."),
                (token, "{}", 404, "desk."), (stranger, complete(1), 404, "dossiers.unknown"),
                (
                    token, #"{"act": "askSupplement", "item": 1, "reason": "x", "papers": []}"#,
                    422, "dossiers.supplementPapersMissing"
                ),
            ] {
                let answer = try await office.call(.post, path, token, json: body)
                #expect(answer.status.code == status, "\(body)")
                #expect(try answer.code().hasPrefix(refusal), "\(body)")
                #expect(try answer.json()["vi"] as? String != nil)
                #expect(try answer.json()["en"] as? String != nil)
            }
            #expect(try await office.state(code).status == .received)
        }
    }

    @Test func `ask for a supplement with a list of papers`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let token = try await office.token(of: "chi", .work)
            let body = #"""
                {"act": "askSupplement", "item": 1, "reason": "Thiếu giấy",
                 "papers": ["Hộ khẩu", "Giấy chứng sinh"]}
                """#
            let answer = try await office.call(
                .post, "/dossiers/\(code)/acts", token, json: body)
            #expect(try answer.json()["status"] as? String == "awaitingSupplement")
            let asked = try await office.state(code).supplements
            #expect(asked.map(\.papers) == [["Hộ khẩu", "Giấy chứng sinh"]])
        }
    }

    @Test func `stand in for an absent colleague when their person does`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let token = try await office.token(of: "binh", .work)
            let body = #"{"act": "complete", "item": 1, "product": "Xong", "for": "chi"}"#
            let answer = try await office.call(
                .post, "/dossiers/\(code)/acts", token, json: body)
            let entries = try await office.desk.read {
                try $0.reader.entries(of: "dossier/\(code)", after: 0)
            }
            if answer.status == .ok {
                #expect(entries.last?.actor == "binh" && entries.last?.onBehalfOf == "chi")
            } else {
                #expect(answer.status == .unprocessableContent)
                #expect(entries.allSatisfy { $0.actor == "chi" })
            }
        }
    }
}
