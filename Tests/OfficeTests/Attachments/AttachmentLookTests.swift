// A file is what its first bytes say, whatever it is called; a picture that claims too many points
// is refused before anybody opens it.

import Testing

@testable import Office

@Suite struct `The look at a file` {
    private func look(
        _ bytes: [UInt8], pieces: Int = 1_000_000
    ) -> Result<Attachments.Kind, Attachments.Rejection> {
        var look = Attachments.Look(limits: .init())
        do throws(Attachments.Rejection) {
            var rest = bytes[...]
            while !rest.isEmpty {
                try look.take(rest.prefix(pieces))
                rest = rest.dropFirst(pieces)
            }
            return .success(try look.finish())
        } catch {
            return .failure(error)
        }
    }

    @Test(arguments: [1, 2, 3, 5, 24, 1_000_000])
    func `knows the three kinds in pieces of any length`(pieces: Int) {
        #expect(look(AttachmentSamples.pdf(), pieces: pieces) == .success(.pdf))
        #expect(look(AttachmentSamples.png(), pieces: pieces) == .success(.png))
        #expect(look(AttachmentSamples.jpeg(), pieces: pieces) == .success(.jpeg))
    }

    /// What else is sent: archives and bombs of them, pages that run, pictures that hold scripts.
    static let others: [[UInt8]] =
        [
            AttachmentSamples.zip, [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            [0xFF, 0xD8], [0x89], [UInt8](repeating: 0, count: 500),
        ] + texts.map { Array($0.utf8) }

    private static let texts = [
        "<html><script>alert(1)</script></html>", "<?xml version=\"1.0\"?><svg onload=\"x\"/>",
        "GIF89a .......................", "MZ ...........................",
        "RIFF....WEBPVP8 ..............", " %PDF-1.4 after a blank .......", "%PD",
        "%!PS-Adobe-3.0 ...............",
    ]

    @Test(arguments: Self.others)
    func `takes nothing else`(bytes: [UInt8]) {
        #expect(look(bytes) == .failure(.kindUnknown))
        #expect(look(bytes, pieces: 1) == .failure(.kindUnknown))
    }

    @Test(arguments: [
        (20_000, 5_000, true), (30_000, 4_000, true), (30_001, 1, false), (1, 30_001, false),
        (12_000, 10_000, true), (12_000, 10_001, false),
    ])
    func `measures a picture by its header`(width: Int, height: Int, isTaken: Bool) {
        let size = Attachments.Rejection.pictureTooLarge(width: width, height: height)
        #expect(
            look(AttachmentSamples.png(width: width, height: height))
                == (isTaken ? .success(.png) : .failure(size)))
        #expect(
            look(AttachmentSamples.jpeg(width: width, height: height))
                == (isTaken ? .success(.jpeg) : .failure(size)))
    }

    @Test func `is not fooled by sizes that are no sizes`() {
        let giant = AttachmentSamples.png(width: 0xFFFF_FFFF, height: 0xFFFF_FFFF)
        #expect(
            look(giant)
                == .failure(.pictureTooLarge(width: 0xFFFF_FFFF, height: 0xFFFF_FFFF)))
        for (width, height) in [(0, 10), (10, 0), (0, 0)] {
            #expect(look(AttachmentSamples.png(width: width, height: height)) == .failure(.damaged))
            #expect(
                look(AttachmentSamples.jpeg(width: width, height: height)) == .failure(.damaged))
        }
    }

    @Test func `asks a PNG for its header first`() {
        var other = AttachmentSamples.png()
        other.replaceSubrange(12..<16, with: Array("IDAT".utf8))
        #expect(look(other) == .failure(.damaged))
        #expect(look(Array(AttachmentSamples.png().prefix(20))) == .failure(.damaged))
    }

    @Test(arguments: [0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC9, 0xCF] as [UInt8])
    func `knows every frame of a JPEG`(frame: UInt8) {
        #expect(look(AttachmentSamples.jpeg(frame: frame)) == .success(.jpeg))
        let large = AttachmentSamples.jpeg(width: 40_000, height: 40_000, frame: frame)
        #expect(look(large) == .failure(.pictureTooLarge(width: 40_000, height: 40_000)))
    }

    @Test(arguments: [0xC4, 0xC8, 0xCC, 0xD9, 0xDA, 0x00] as [UInt8])
    func `finds no size where a JPEG has none`(frame: UInt8) {
        #expect(look(AttachmentSamples.jpeg(frame: frame)) == .failure(.damaged))
    }

    @Test func `finds what is broken in a JPEG at any place`() {
        let whole = AttachmentSamples.jpeg(segments: [16, 40])
        let end = 2 + 20 + 44 + 9
        for count in 3..<end {
            let cut = look(Array(whole.prefix(count)))
            #expect(cut == .failure(count < 3 ? .kindUnknown : .damaged), "\(count)")
        }
        #expect(look(Array(whole.prefix(end))) == .success(.jpeg))
        var wrong = whole
        wrong[22] = 0x00
        #expect(look(wrong) == .failure(.damaged), "no marker behind a segment")
        wrong = whole
        (wrong[4], wrong[5]) = (0, 1)
        #expect(look(wrong) == .failure(.damaged), "a segment shorter than its length")
    }

    @Test func `says nothing after it is settled`() throws {
        var look = Attachments.Look(limits: .init())
        try look.take(AttachmentSamples.pdf())
        #expect(look.isSettled && look.kind == .pdf)
        try look.take(AttachmentSamples.zip)
        #expect(try look.finish() == .pdf)
    }
}

@Suite struct `The name of a file` {
    @Test(arguments: [
        ("to-khai.pdf", "to-khai.pdf"), ("Sổ hộ khẩu.PDF", "Sổ hộ khẩu.pdf"),
        ("../../etc/passwd", "passwd.pdf"), ("C:\\Users\\a\\giay.pdf", "giay.pdf"),
        ("/", "tep.pdf"), ("", "tep.pdf"), ("...", "tep.pdf"), (".htaccess", "htaccess.pdf"),
        ("a\u{202E}fdp.exe", "afdp.exe.pdf"), ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"),
        ("a\u{0}b.pdf", "ab.pdf"), ("giay.jpg.html", "giay.jpg.html.pdf"), (".pdf", "pdf.pdf"),
        ("  giay .pdf ", "giay .pdf"), ("a\u{200B}b.pdf", "ab.pdf"),
    ])
    func `is a word and no place`(sent: String, shown: String) {
        #expect(Attachments.shownName(sent, of: .pdf) == shown)
    }

    @Test func `ends as the kind that was found`() {
        #expect(Attachments.shownName("anh.jpeg", of: .jpeg) == "anh.jpeg")
        #expect(Attachments.shownName("anh.JPG", of: .jpeg) == "anh.jpg")
        #expect(Attachments.shownName("anh.png", of: .jpeg) == "anh.png.jpg")
        #expect(Attachments.shownName("anh", of: .png) == "anh.png")
    }

    @Test func `is not longer than a line`() {
        let long = Attachments.shownName(String(repeating: "ợ", count: 5_000) + ".pdf", of: .pdf)
        #expect(long.count == Attachments.nameMaximum && long.hasSuffix(".pdf"))
    }

    @Test func `and its digest come back from their text`() {
        for name in ["a.pdf", "", "hai\ndòng", "é\u{301}\r\n"] {
            let content = Attachments.Content(name: name, digest: "ab12")
            #expect(Attachments.Content(text: content.text) == content)
        }
        #expect(Attachments.Content(text: "no line end") == nil)
    }
}
