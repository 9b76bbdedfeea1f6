// Any cut of the bytes gives the same parts; what is hostile or broken is named.

import Testing

@testable import Multipart

@Suite struct `A body of parts` {
    @Test func `is read whole`() throws {
        let body = MultipartSamples.body(MultipartSamples.parts)
        #expect(try MultipartSamples.read([body]) == MultipartSamples.parts)
    }

    @Test func `is read byte by byte`() throws {
        let body = MultipartSamples.body(MultipartSamples.parts)
        #expect(try MultipartSamples.read(body.map { [$0] }) == MultipartSamples.parts)
    }

    @Test func `is the same wherever it is cut in two`() throws {
        let body = MultipartSamples.body(MultipartSamples.parts)
        for cut in 0...body.count {
            let pieces = [Array(body[..<cut]), Array(body[cut...])]
            #expect(try MultipartSamples.read(pieces) == MultipartSamples.parts, "\(cut)")
        }
    }

    @Test(arguments: 0..<60)
    func `of chance comes back however it is cut`(seed: UInt64) throws {
        var chance = MultipartChance(state: seed)
        let alphabet: [UInt8] = [13, 10, 45, 45, 65, 0, 255, 58]
        let parts = (0..<Int.random(in: 1...6, using: &chance)).map { number in
            let bytes = (0..<Int.random(in: 0...400, using: &chance)).map { _ in
                alphabet.randomElement(using: &chance) ?? 0
            }
            return number % 2 == 0
                ? SamplePart("f\(number)", file: "a\(number).pdf", bytes)
                : SamplePart("v\(number)", "x\(bytes.count)")
        }
        let body = MultipartSamples.body(parts)
        for most in [1, 3, 17, 200] {
            let pieces = chance.pieces(of: body, most: most)
            #expect(try MultipartSamples.read(pieces) == parts, "seed \(seed), pieces of \(most)")
        }
    }

    @Test func `may have words before it and behind it`() throws {
        let body = Array("lời mở đầu\r\n".utf8) + MultipartSamples.body(MultipartSamples.parts)
        let long = body + Array("lời kết \r\n--\(MultipartSamples.boundary)\r\n".utf8)
        #expect(try MultipartSamples.read([long]) == MultipartSamples.parts)
    }

    @Test func `may have blanks behind a delimiter`() throws {
        let text = "--b \t\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--b--"
        #expect(
            try MultipartSamples.read([Array(text.utf8)], boundary: "b") == [SamplePart("a", "1")])
    }

    @Test func `that breaks off anywhere is not taken for whole`() throws {
        let body = MultipartSamples.body(MultipartSamples.parts)
        // The line end behind the last delimiter is nobody's.
        for end in 0..<(body.count - 2) {
            #expect(throws: MultipartFlaw.self, "\(end)") {
                try MultipartSamples.read([Array(body[..<end])])
            }
        }
    }

    @Test(arguments: 0..<40)
    func `with bytes of chance changed is read or refused, and never more than it is`(
        seed: UInt64
    ) throws {
        var chance = MultipartChance(state: seed &+ 1_000)
        var body = MultipartSamples.body(MultipartSamples.parts)
        for _ in 0..<Int.random(in: 1...8, using: &chance) {
            let place = Int.random(in: 0..<body.count, using: &chance)
            switch Int.random(in: 0..<3, using: &chance) {
            case 0: body[place] = UInt8.random(in: 0...255, using: &chance)
            case 1: body.remove(at: place)
            default: body.insert(UInt8.random(in: 0...255, using: &chance), at: place)
            }
        }
        let whole = Result { try MultipartSamples.read([body]) }
        let cut = Result { try MultipartSamples.read(chance.pieces(of: body, most: 5)) }
        switch (whole, cut) {
        case (.success(let one), .success(let other)):
            #expect(one == other)
            #expect(one.reduce(0) { $0 + $1.bytes.count } <= body.count)
        case (.failure(let one as MultipartFlaw), .failure(let other as MultipartFlaw)):
            #expect(one == other)
        default: Issue.record("\(whole) is not \(cut)")
        }
    }
}

@Suite struct `A hostile body` {
    static func one(_ header: String, _ value: String = "x") -> String {
        "--b\r\n\(header)\r\n\r\n\(value)\r\n--b--\r\n"
    }

    static let cases: [(String, MultipartFlaw)] = [
        ("", .notBegun), ("name=a&b=c", .notBegun),
        (String(repeating: "x", count: 10_000), .notBegun),
        ("--c\r\n", .notBegun), ("--b", .truncated), ("--bx\r\n", .delimiterBroken),
        ("--b-\r\n", .delimiterBroken), ("--b\n", .delimiterBroken),
        ("--b" + String(repeating: " ", count: 9_000), .delimiterBroken),
        ("--b\r\n\r\nx\r\n--b--", .headerInvalid),
        (one("Content-Type: text/plain"), .headerInvalid),
        (one("Content-Disposition: form-data"), .headerInvalid),
        (one("Content-Disposition: attachment; name=\"a\""), .headerInvalid),
        (one("Content-Disposition: form-data; name=a; name=b"), .headerInvalid),
        (one("Content-Disposition: form-data; name=a; filename=b; filename=c"), .headerInvalid),
        (
            one("Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b"),
            .headerInvalid
        ),
        (one("no colon"), .headerInvalid),
        (one("Content-Disposition: form-data; name=a\r\n folded: yes"), .headerInvalid),
        (one("Content-Disposition: form-data; name=\"a\u{1}\""), .headerInvalid),
        (
            one("Content-Disposition: form-data; name=a\r\nContent-Type: multipart/mixed"), .nested
        ),
        (
            one(
                "Content-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64"),
            .encoded
        ),
        (
            one("Content-Disposition: form-data; name=" + String(repeating: "a", count: 9_000)),
            .headerTooLarge
        ),
        ("--b\r\n" + String(repeating: "X: y\r\n", count: 5_000), .headerTooLarge),
        (
            one("Content-Disposition: form-data; name=a", String(repeating: "v", count: 70_000)),
            .fieldTooLarge(name: "a")
        ),
    ]

    private func flaw(_ text: String, limits: MultipartLimits = .init()) -> MultipartFlaw? {
        do {
            _ = try MultipartSamples.read([Array(text.utf8)], boundary: "b", limits: limits)
            return nil
        } catch {
            return error as? MultipartFlaw
        }
    }

    @Test(arguments: Self.cases)
    func `is refused by name`(text: String, expected: MultipartFlaw) {
        #expect(flaw(text) == expected, "\(text.prefix(80))")
    }

    @Test func `has a limit for parts, for a file and for all of it`() {
        let field = "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n"
        let many = String(repeating: field, count: 11) + "--b--"
        #expect(flaw(many, limits: .init(parts: 11)) == nil)
        #expect(flaw(many, limits: .init(parts: 10)) == .tooManyParts)
        let file = Self.one(
            "Content-Disposition: form-data; name=f; filename=a", String(repeating: "y", count: 100)
        )
        #expect(flaw(file, limits: .init(fileBytes: 100)) == nil)
        #expect(flaw(file, limits: .init(fileBytes: 99)) == .fileTooLarge(name: "f"))
        #expect(flaw(file, limits: .init(bodyBytes: 150)) == .bodyTooLarge)
    }

    @Test func `is refused at the first byte too many, not at the last`() throws {
        let boundary = try #require(MultipartBoundary("b"))
        var reader = MultipartReader(boundary: boundary, limits: .init(fileBytes: 1_000))
        let head = "--b\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n"
        _ = try reader.take(Array(head.utf8))
        var taken = 0
        #expect(throws: MultipartFlaw.fileTooLarge(name: "f")) {
            while taken < 100_000 {
                taken += 100
                _ = try reader.take([UInt8](repeating: 65, count: 100))
            }
        }
        #expect(taken <= 1_200)
    }

    @Test func `that is no text in its header is refused`() {
        let bytes = Array("--b\r\nContent-Disposition: form-data; name=\"".utf8) + [0xC3, 0x28]
        #expect(throws: MultipartFlaw.headerInvalid) {
            try MultipartSamples.read(
                [bytes + Array("\"\r\n\r\nx\r\n--b--".utf8)], boundary: "b")
        }
    }
}
