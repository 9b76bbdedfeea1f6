// Bytes as text: two digits each, none lost at either end.

import Testing
import WorkTime

@testable import Office

@Suite struct `Hexadecimal digits` {
    static let texts: [([UInt8], String)] = [
        ([], ""), ([0], "00"), ([255], "ff"), ([0, 1, 16, 17], "00011011"),
        ([0xDE, 0xAD, 0xBE, 0xEF], "deadbeef"), ([0x0A, 0xA0], "0aa0"),
    ]

    @Test(arguments: texts)
    func `are two a byte, in small letters`(bytes: [UInt8], text: String) {
        #expect(Hexadecimal.text(bytes) == text)
    }

    @Test func `tell all bytes apart`() {
        let texts = (UInt8.min...UInt8.max).map { Hexadecimal.text([$0]) }
        #expect(Set(texts).count == 256)
        #expect(texts.allSatisfy { $0.utf8.count == 2 && UInt8($0, radix: 16) != nil })
        #expect(texts.sorted() == texts, "they sort as the bytes do")
    }

    @Test func `make the digest of a token that every other program makes of it`() {
        #expect(
            Site.digest(of: "abc")
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            Site.digest(of: "")
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test func `make tokens of the length that was asked for`() {
        let sources = DeskSources(
            now: { .init(milliseconds: 0) },
            bytes: { (0..<$0).map { UInt8(truncatingIfNeeded: $0) } })
        #expect(sources.token() == "000102030405060708090a0b0c0d0e0f")
        #expect(sources.token(bytes: 6) == "000102030405")
        #expect(sources.token(bytes: 0).isEmpty)
    }
}
