// Names as browsers of all kinds write them.

import Testing

@testable import Multipart

@Suite struct `The header of a part` {
    private func part(_ disposition: String) throws -> MultipartPart {
        try MultipartPart(header: Array("Content-Disposition: \(disposition)".utf8))
    }

    @Test(arguments: [
        ("form-data; name=\"a\"", "a"), ("form-data; name=a", "a"), ("FORM-DATA;NAME=a", "a"),
        ("form-data ; name = \"a b\"", "a b"), ("form-data; x=1; name=a; y", "a"),
        ("form-data; name=\"a;b=c\"", "a;b=c"), ("form-data; name=\"a%22b\"", "a\"b"),
        ("form-data; name=\"a\\\"b\"", "a\"b"), ("form-data; name=\"Tờ khai\"", "Tờ khai"),
        ("form-data; name=\"\"", ""), ("form-data; name=\"a", "a"),
        ("form-data; name=\"a%0D%0Ab\"", "a\r\nb"), ("form-data; name=\"50%\"", "50%"),
    ])
    func `tells the name of its field`(disposition: String, name: String) throws {
        let part = try part(disposition)
        #expect(part.name == name && part.fileName == nil && !part.isFile)
    }

    @Test(arguments: [
        ("a.pdf", "a.pdf"), ("", ""), ("../../etc/passwd", "../../etc/passwd"),
        ("C:\\anh\\so do.jpg", "C:\\anh\\so do.jpg"), ("a%22.png", "a\".png"),
        ("Sổ hộ khẩu (trang 1).pdf", "Sổ hộ khẩu (trang 1).pdf"),
    ])
    func `tells the name of a file as it was sent`(sent: String, name: String) throws {
        let part = try part("form-data; name=\"f\"; filename=\"\(sent)\"")
        #expect(part.fileName == name && part.isFile)
    }

    /// RFC 7578, 4.2: the form of RFC 5987 is not used here.
    @Test func `has no name in another code`() throws {
        let part = try part("form-data; name=f; filename*=UTF-8''a.pdf")
        #expect(part.fileName == nil)
    }

    @Test func `may name its type, which counts nothing`() throws {
        let lines = [
            "content-disposition: form-data; name=f; filename=a", "Content-Type: image/png",
            "Content-Transfer-Encoding: Binary", "X-Else: a:b",
        ]
        let part = try MultipartPart(header: Array(lines.joined(separator: "\r\n").utf8))
        #expect(part == MultipartPart(name: "f", fileName: "a"))
    }
}

@Suite struct `The boundary of a body` {
    @Test(arguments: [
        ("multipart/form-data; boundary=abc", "abc"),
        ("Multipart/Form-Data;boundary=\"a b\"", "a b"),
        ("multipart/form-data; charset=utf-8; boundary=----WebKit1", "----WebKit1"),
    ])
    func `stands in the type of the request`(type: String, text: String) {
        #expect(MultipartBoundary(contentType: type)?.text == text)
    }

    @Test(arguments: [
        "", "multipart/form-data", "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"\"", "multipart/mixed; boundary=a",
        "application/x-www-form-urlencoded; boundary=a",
        "multipart/form-data; boundary=a; boundary=b", "multipart/form-data; boundary=\"a \"",
        "multipart/form-data; boundary=ả", "multipart/form-data; boundary=\"a<b>\"",
        "multipart/form-data; boundary=" + String(repeating: "a", count: 71),
    ])
    func `is nothing else`(type: String) {
        #expect(MultipartBoundary(contentType: type) == nil)
    }
}
