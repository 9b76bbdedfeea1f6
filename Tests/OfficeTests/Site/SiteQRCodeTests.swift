// QR codes: the example of the standard, what every code must have, and that each is read again.

import HTML
import Testing

@testable import Office

@Suite struct `A QR code` {
    /// ISO/IEC 18004:2015, annex I: `01234567` as version 1-M.
    private static let standardWords: [UInt8] = [
        0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC,
        0x11, 0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55,
    ]

    @Test func `holds the codewords of the standard's example`() throws {
        let code = try #require(Site.QRCode("01234567"))
        #expect(code.side == 21 && code.modules.count == 441)
        let reader = QRReader(code: code)
        #expect(reader.format.level == 0, "error correction M")
        #expect(reader.codewords(mask: reader.format.mask) == Self.standardWords)
        #expect(try reader.text() == "01234567")
    }

    private static let texts = [
        "A", "0", "12345", "HELLO WORLD", "https://motcua.example.vn/track?code=LB.BD-170703-0012",
        "http://127.0.0.1:8080/track?code=%C4%90%E1%BB%A9c", "Rõ Việc: đúng người, rõ hạn 🏠",
        "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA5303704540618000"
            + "05802VN62340107NPS68690819thanh toan don hang63042E2E",
        String(repeating: "0", count: 14), String(repeating: "9", count: 500),
        String(repeating: "z", count: 213),
    ]

    @Test(arguments: texts)
    func `is read again`(_ text: String) throws {
        let code = try #require(Site.QRCode(text))
        #expect(try QRReader(code: code).text() == text)
    }

    @Test func `of any length up to version 10 is read again`() throws {
        for length in stride(from: 1, through: 213, by: 7) {
            let text = String((0..<length).map { Character(UnicodeScalar(UInt8(97 + $0 % 26))) })
            let code = try #require(Site.QRCode(text))
            #expect(try QRReader(code: code).text() == text, "\(length)")
        }
    }

    /// Finder patterns in three corners, timing between them, the module that is always dark.
    @Test(arguments: texts)
    func `has what cameras look for`(_ text: String) throws {
        let code = try #require(Site.QRCode(text))
        #expect(code.side % 4 == 1 && code.side >= 21)
        let finder = [
            "#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######",
        ]
        let far = code.side - 7
        for (top, left) in [(0, 0), (0, far), (far, 0)] {
            for (row, line) in finder.enumerated() {
                for (column, mark) in line.enumerated() {
                    #expect(code.isDark(row: top + row, column: left + column) == (mark == "#"))
                }
            }
        }
        for place in 8..<code.side - 8 {
            #expect(code.isDark(row: 6, column: place) == (place % 2 == 0))
            #expect(code.isDark(row: place, column: 6) == (place % 2 == 0))
        }
        #expect(code.isDark(row: code.side - 8, column: 8))
        #expect(!code.isDark(row: -1, column: 0) && !code.isDark(row: 0, column: code.side))
    }

    @Test func `that was damaged is found out`() throws {
        let code = try #require(Site.QRCode("HELLO WORLD"))
        #expect(throws: QRReader.Unreadable.self) {
            _ = try QRReader(code: code.flipped(row: 20, column: 20)).text()
        }
    }

    @Test(arguments: ["", "a\0b", String(repeating: "é", count: 1_200)])
    func `is not made of what fits none`(_ text: String) {
        #expect(Site.QRCode(text) == nil)
        #expect(Piece.qr(text, label: "Mã").isEmpty)
    }

    @Test func `grows with its text and stays the same for the same`() throws {
        let (small, large) = (try #require(Site.QRCode("a")), Site.QRCode(Self.texts[7]))
        #expect(small.side == 21 && (large?.side ?? 0) > 40)
        #expect(Site.QRCode("a") == small)
    }
}

extension Site.QRCode {
    fileprivate func flipped(row: Int, column: Int) -> Site.QRCode {
        var modules = modules
        modules[row * side + column].toggle()
        return Site.QRCode(side: side, dark: modules)
    }
}

@Suite struct `A QR code on a page` {
    @Test func `is a drawing with a name and a quiet zone, without any style`() throws {
        let drawing = Piece.qr("HELLO WORLD", label: "Mã a & b").string
        #expect(
            drawing.hasPrefix(
                """
                <svg class="qr" viewBox="0 0 29 29" role="img" aria-label="Mã a &amp; b"\
                 focusable="false" shape-rendering="crispEdges">\
                <rect width="29" height="29" fill="#fff"></rect><path d="M4 4h7v1h-7z
                """), "\(drawing.prefix(300))")
        #expect(drawing.hasSuffix("\" fill=\"#000\"></path></svg>"))
        #expect(!drawing.contains("style"))
    }

    /// Painting the path gives the modules, and nothing in the quiet zone.
    @Test(arguments: ["A", "https://motcua.example.vn/track?code=PA-170703-0001"])
    func `is painted as the code is`(_ text: String) throws {
        let code = try #require(Site.QRCode(text))
        let drawing = Piece.qr(text, label: "x").string
        let start = try #require(drawing.firstRange(of: "d=\"")).upperBound
        let path = drawing[start...].prefix { $0 != "\"" }
        var painted: Set<[Int]> = []
        for run in path.split(separator: "M") {
            let numbers = run.split { !$0.isNumber }.compactMap { Int($0) }
            #expect(numbers.count == 5 && numbers[2] == numbers[4] && numbers[3] == 1, "\(run)")
            for step in 0..<numbers[2] { painted.insert([numbers[1] - 4, numbers[0] - 4 + step]) }
        }
        for row in -4..<code.side + 4 {
            for column in -4..<code.side + 4 {
                #expect(
                    painted.contains([row, column]) == code.isDark(row: row, column: column))
            }
        }
    }
}

@Suite struct `The public address` {
    @Test(arguments: [
        ("https://motcua.example.vn", "https://motcua.example.vn"),
        ("https://motcua.example.vn/", "https://motcua.example.vn"),
        ("http://10.0.0.7:8080", "http://10.0.0.7:8080"),
        ("https://example.vn/mot-cua//", "https://example.vn/mot-cua"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ])
    func `is taken as it was stated, without the slash`(_ stated: String, _ text: String) throws {
        let address = try #require(Site.PublicAddress(stating: stated))
        #expect(address.text == text && address.isStated)
        address.listens(host: "0.0.0.0", port: 9)
        #expect(address.text == text, "what was stated stays")
    }

    @Test(arguments: [
        "", "motcua.example.vn", "ftp://example.vn", "javascript:alert(1)", "https://",
        "https:///", "https://user@example.vn", "https://example.vn?x=1", "https://example.vn#x",
        "https://a b", "https://một-cửa.vn", "https://example.vn/a//b", "https://-x.vn",
        "https://" + String(repeating: "a", count: 200),
    ])
    func `is refused when it is none`(_ text: String) {
        #expect(Site.PublicAddress(stating: text) == nil)
    }

    @Test(arguments: [
        ("127.0.0.1", "http://127.0.0.1:81"), ("0.0.0.0", "http://127.0.0.1:81"),
        ("::", "http://127.0.0.1:81"), ("::1", "http://[::1]:81"), ("may-chu", "http://may-chu:81"),
    ])
    func `is else where the server listens`(_ host: String, _ text: String) {
        let address = Site.PublicAddress()
        #expect(!address.isStated && address.text == "http://127.0.0.1:8080")
        address.listens(host: host, port: 81)
        #expect(address.text == text)
    }
}
