// A mail read as its receiver reads it: headers unfolded and decoded, the body from base64.

import Foundation
import Testing

struct MailReading {
    let bytes: [UInt8]
    /// In order; names as they were written.
    let headers: [(name: String, value: String)]
    let body: String

    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        let text = String(decoding: bytes, as: UTF8.self)
        let end = try #require(text.range(of: "\r\n\r\n"))
        let head = String(text[..<end.lowerBound])
        var lines: [String] = []
        for line in head.components(separatedBy: "\r\n") {
            if line.hasPrefix(" "), !lines.isEmpty {
                lines[lines.count - 1] += line
            } else {
                lines.append(line)
            }
        }
        headers = try lines.map { line in
            let colon = try #require(line.range(of: ": "))
            return (String(line[..<colon.lowerBound]), String(line[colon.upperBound...]))
        }
        let data = try #require(
            Data(
                base64Encoded: String(text[end.upperBound...]), options: .ignoreUnknownCharacters))
        body = String(decoding: data, as: UTF8.self)
    }

    subscript(name: String) -> String? {
        headers.first { $0.name == name }.map { Self.decoded($0.value) }
    }

    /// All lines, without their ends.
    var lines: [String] {
        String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    }

    /// Encoded words as text; white space between two of them is none (RFC 2047, 6.2).
    static func decoded(_ value: String) -> String {
        var text = ""
        var wasEncoded = false
        for word in value.components(separatedBy: " ") {
            guard word.hasPrefix("=?UTF-8?B?"), word.hasSuffix("?="),
                let data = Data(base64Encoded: String(word.dropFirst(10).dropLast(2)))
            else {
                text += (text.isEmpty && !wasEncoded ? "" : " ") + word
                wasEncoded = false
                continue
            }
            if !text.isEmpty, !wasEncoded { text += " " }
            text += String(decoding: data, as: UTF8.self)
            wasEncoded = true
        }
        return text
    }
}
