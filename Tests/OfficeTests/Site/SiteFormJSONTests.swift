// Forms sent as JSON: the same names and values as a page would post.

import Engine
import HTTPTypes
import Testing

@testable import Office

@Suite struct `Forms as JSON` {
    private func form(_ text: String) throws -> [String] {
        try Site.Form(json: Array(text.utf8)).pairs.map { "\($0.name)=\($0.value)" }
    }

    static let read: [(String, [String])] = [
        ("{}", []),
        (#"{"act": "complete", "item": 3}"#, ["act=complete", "item=3"]),
        (#"{"b": true, "a": false}"#, ["a=false", "b=true"]),
        (#"{"a": 1.5, "b": -7, "c": 0}"#, ["a=1.5", "b=-7", "c=0"]),
        (#"{"a": null, "b": ""}"#, ["b="]),
        (#"{"field": {"loai": "A", "so": 2}}"#, ["field.loai=A", "field.so=2"]),
        (#"{"a": {"b": {"c": "x"}}}"#, ["a.b.c=x"]),
        (#"{"papers": ["Hộ khẩu", "Ảnh 3x4"]}"#, ["papers=Hộ khẩu\nẢnh 3x4"]),
        (#"{"papers": []}"#, ["papers="]),
        (#"{"papers": [1, true, {"x": 1}]}"#, ["papers.0=1", "papers.1=true", "papers.2.x=1"]),
        (#"{"a": "Đỗ Thị Ệ", "b": "&=%"}"#, ["a=Đỗ Thị Ệ", "b=&=%"]),
        (#"{"a": "x\u0000y"}"#, ["a=xy"]),
        (" \n{ \"a\" : \"x\" } ", ["a=x"]),
    ]

    @Test(arguments: read)
    func `become names and values in one order`(text: String, pairs: [String]) throws {
        #expect(try form(text) == pairs)
    }

    static let unread = [
        "", "[]", "[1]", "3", "null", "true", "\"a\"", "{", "{a: 1}", "{\"a\": }", "a=b",
        "{\"a\": \"\u{1}\"}", "{\"a\": tru}", String(repeating: "{\"a\":", count: 2_000),
    ]

    @Test(arguments: unread)
    func `that are no object are refused`(text: String) throws {
        #expect(throws: Site.Form.Flaw.notAnObject) { try form(text) }
    }

    @Test func `with bytes that are no text are refused`() throws {
        #expect(throws: Site.Form.Flaw.notAnObject) {
            try Site.Form(json: [0x7B, 0x22, 0x61, 0x22, 0x3A, 0x22, 0xFF, 0x22, 0x7D])
        }
    }

    @Test func `with too many names are refused`() throws {
        let names = (0...2_000).map { "\"n\($0)\": 1" }.joined(separator: ",")
        #expect(throws: Site.Form.Flaw.tooManyFields) { try form("{\(names)}") }
    }

    @Test func `in any order are one command`() throws {
        let one = try Site.Form(json: Array(#"{"a": 1, "b": {"c": 2, "d": 3}}"#.utf8))
        let two = try Site.Form(json: Array(#"{"b": {"d": 3, "c": 2}, "a": 1}"#.utf8))
        #expect(one.fingerprint == two.fingerprint && one == two)
    }

    @Test func `from a browser need the form's token all the same`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let session = try await office.signIn("chi")
            let headers: HTTPFields = [
                .cookie: "roviec_session=\(session)", .contentType: "application/json",
                .accept: "application/json",
            ]
            let body = #"{"act": "complete", "item": 1, "product": "x""#
            let bare = try await office.send(
                .post, "/dossiers/\(code)/acts", headers, body: Array("\(body)}".utf8))
            #expect(try bare.code() == "site.form.tokenMissing")
            let token = Site.formToken(of: session)
            let whole = try await office.send(
                .post, "/dossiers/\(code)/acts", headers,
                body: Array("\(body), \"token\": \"\(token)\"}".utf8))
            #expect(whole.status == .ok)
        }
    }

    @Test func `that cannot be read say so to programs`() async throws {
        try await DossierTestOffice.run { office in
            let token = try await office.token(of: "chi", .work)
            let answer = try await office.call(
                .post, "/counter/CT-02", token, json: "[1, 2]")
            #expect(answer.status == .unprocessableContent)
            #expect(try answer.code() == "site.form.notAnObject")
        }
    }
}
