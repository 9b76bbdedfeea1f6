// A request is judged by the length that it states, before anything of it is read. That the line is
// closed is seen on a real port (BrowserTests).

import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import WorkTime

@testable import Office

@Suite struct `The length that a request states` {
    private func request(_ length: String?, _ type: String?) -> Request {
        var headers: HTTPFields = [:]
        headers[.contentLength] = length
        headers[.contentType] = type
        let head = HTTPRequest(
            method: .post, scheme: nil, authority: nil, path: "/petitions/new",
            headerFields: headers)
        return Request(head: head, body: RequestBody(buffer: ByteBuffer()))
    }

    private func isTaken(_ length: String?, _ type: String?) -> Bool {
        (try? Site.checkLength(of: request(length, type), files: 60 * 1_048_576)) != nil
    }

    @Test(
        arguments: [
            ("10737418240", nil, false), ("10737418240", "multipart/form-data; boundary=x", false),
            ("9223372036854775808", nil, false), ("-1", nil, false), ("x", nil, false),
            ("", nil, false), ("0", nil, true), ("1048576", nil, true), ("8388608", nil, true),
            ("8388609", nil, false), ("8388609", "multipart/form-data; boundary=x", true),
            ("503316480", "multipart/form-data; boundary=x", true),
            ("503316481", "multipart/form-data; boundary=x", false),
            ("8388609", "application/json", false), (nil, nil, true),
            (nil, "multipart/form-data; boundary=x", true),
        ] as [(String?, String?, Bool)])
    func `is refused when nobody would wait for it`(
        _ length: String?, _ type: String?, _ expected: Bool
    ) {
        #expect(isTaken(length, type) == expected)
    }

    @Test func `is refused with the limit, a status of its own, and the line is closed`() {
        let type = "multipart/form-data; boundary=x"
        #expect(throws: Site.TooLong(megabytes: 60)) {
            try Site.checkLength(of: request("10737418240", type), files: 60 * 1_048_576)
        }
        #expect(throws: Site.TooLong(megabytes: 1)) {
            try Site.checkLength(of: request("10737418240", nil), files: 60 * 1_048_576)
        }
        let refusal = Site.TooLong(megabytes: 60)
        #expect(refusal.status == .contentTooLarge && refusal.headers[.connection] == "close")
        #expect(refusal.sentence.vi.contains("60 MB") && refusal.sentence.en.contains("60 MB"))
        #expect(refusal.code == "site.tooLong" && !refusal.isNotFound && refusal.field == nil)
    }
}
