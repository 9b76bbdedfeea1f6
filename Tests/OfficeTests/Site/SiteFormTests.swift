// Posted bodies: a table of shapes, and bytes by chance.

import Testing

@testable import Office

@Suite struct `The body of a form` {
    private func form(_ text: String) throws -> Site.Form {
        try Site.Form(urlEncoded: Array(text.utf8))
    }

    @Test(arguments: [
        ("", []), ("a=b", ["a=b"]), ("a=1&b=2", ["a=1", "b=2"]), ("a", ["a="]), ("=b", ["=b"]),
        ("a=b=c", ["a=b=c"]), ("&&a=1&&", ["a=1"]), ("a+b=c+d", ["a b=c d"]),
        ("a=%C4%90%c4%91", ["a=Đđ"]), ("a=%2B%26%3D%25", ["a=+&=%"]), ("a=%", ["a=%"]),
        ("a=%4", ["a=%4"]), ("a=%4g", ["a=%4g"]), ("a=%zz%41", ["a=%zzA"]), ("a=%%41", ["a=%A"]),
        ("a=x%00y", ["a=xy"]), ("đ=ư", ["đ=ư"]), ("a=%0D%0A", ["a=\r\n"]),
    ])
    func `is decoded pair by pair`(_ text: String, _ pairs: [String]) throws {
        #expect(try form(text).pairs.map { "\($0.name)=\($0.value)" } == pairs)
    }

    @Test(arguments: ["a=%FF", "%C4=1", "a=%C4%28", "a=%ED%A0%80", "a=%C0%80", "a=1&b=%F8"])
    func `that is no UTF-8 is refused`(_ text: String) {
        #expect(throws: Site.Form.Flaw.self) { try form(text) }
    }

    @Test func `has a bound on its fields`() throws {
        let most = Array(repeating: "a=1", count: Site.Form.fieldsMaximum)
        #expect(try form(most.joined(separator: "&")).pairs.count == Site.Form.fieldsMaximum)
        #expect(throws: Site.Form.Flaw.tooManyFields) {
            try form((most + ["b=2"]).joined(separator: "&"))
        }
    }

    @Test func `gives values without white space at their ends, the first of a name`() throws {
        let form = try form("a=++x+y%0A&a=2&b=%C2%A0")
        #expect(form["a"] == "x y")
        #expect(form.all("a") == ["x y", "2"])
        #expect(form["b"].isEmpty)
        #expect(form["c"].isEmpty)
        #expect(form.all("c").isEmpty)
    }

    @Test func `comes back as it was written, whatever the text`() throws {
        var chance = DossierTestChance(seed: 5)
        let characters = Array("aZ0 +&=%đỄ\r\n'\"<>é\u{1F600}")
        for _ in 0..<500 {
            let pairs = (0..<chance.below(8)).map { _ in
                (
                    "n" + String((0..<chance.below(6)).map { _ in chance.pick(characters) }),
                    String((0..<chance.below(20)).map { _ in chance.pick(characters) })
                )
            }
            let form = try Site.Form(urlEncoded: DossierTestOffice.encoded(pairs))
            #expect(form == Site.Form(pairs: pairs.map { (name: $0.0, value: $0.1) }))
        }
    }

    @Test func `of bytes by chance is read or refused`() {
        var chance = DossierTestChance(seed: 6)
        let marks: [UInt8] = Array("&=%+".utf8)
        var (read, refused) = (0, 0)
        for _ in 0..<3000 {
            let bytes = (0..<chance.below(40)).map { _ in
                chance.below(3) == 0 ? chance.pick(marks) : UInt8(chance.below(256))
            }
            do {
                let form = try Site.Form(urlEncoded: bytes)
                #expect(form.pairs.count <= bytes.count)
                #expect(form.pairs.allSatisfy { !$0.value.utf8.contains(0) })
                read += 1
            } catch {
                refused += 1
            }
        }
        #expect(read > 100 && refused > 100)
    }

    @Test func `tokens of forms belong to one session`() {
        #expect(Site.formToken(of: "").isEmpty)
        #expect(Site.formToken(of: "a").count == 64)
        #expect(Site.formToken(of: "a") != Site.formToken(of: "b"))
        #expect(Site.formToken(of: "a") != Site.digest(of: "a"))
        #expect(Site.areEqual("abc", "abc"))
        #expect(!Site.areEqual("abc", "abd"))
        #expect(!Site.areEqual("abc", "ab"))
        #expect(!Site.areEqual("", "a"))
    }

    @Test(arguments: ["timer/PA-1/3", "filing/abc", "round 2017-07-03", "form/x", "k"])
    func `a key from outside is never one of the office's own`(key: String) throws {
        let form = try Site.Form(urlEncoded: Array("key=\(key)".utf8))
        #expect(form.commandKey == "form/\(key)")
        let none = try Site.Form(urlEncoded: Array("a=b".utf8))
        #expect(none.commandKey == nil)
    }
}
