// An address that is safe to put into a page.

/// An address for `href`, `src`, `action` and `formaction`.
///
/// Only these may pass: a path of this site (`/…`, not `//…`), a fragment (`#…`), a query (`?…`),
/// and `https://`, `mailto:` and `tel:` addresses. `javascript:`, `data:` and every other scheme
/// are refused, as are control characters, spaces and backslashes, which browsers drop or rewrite
/// (URL Standard, 4.4) and so could turn a harmless look into another address. An address is plain
/// ASCII; other letters have to be percent-encoded.
///
/// Written as a literal, values put in with `\( )` are percent-encoded as one piece of the address:
/// `"/ho-so/\(code)?trang=\(page)"`.
public struct Link: Sendable, Hashable {
    /// The address as it will stand in the page, before escaping.
    public let text: String

    /// Refuses what is not on the list above.
    public init?(checking text: String) {
        guard Link.mayPass(text) else { return nil }
        self.text = text
    }

    /// The same address with one more query item, its value percent-encoded.
    public func adding(_ name: StaticString, _ value: String) -> Link {
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let head = parts.first.map(String.init) ?? ""
        let tail = parts.count > 1 ? "#" + parts[1] : ""
        let sign = head.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
        return Link(
            trusted: "\(head)\(sign)\(name)=\(Link.percentEncoded(value))\(tail)")
    }

    private init(trusted text: String) {
        self.text = text
    }

    private static func mayPass(_ text: String) -> Bool {
        let bytes = text.utf8
        for byte in bytes where byte <= 0x20 || byte >= 0x7F || byte == 0x5C { return false }
        switch bytes.first {
        case UInt8(ascii: "/"): return bytes.dropFirst().first != UInt8(ascii: "/")
        case UInt8(ascii: "#"), UInt8(ascii: "?"): return true
        default: return ["https://", "mailto:", "tel:"].contains { bytes.starts(with: $0.utf8) }
        }
    }

    /// Leaves the unreserved characters of RFC 3986, 2.3, and writes the other bytes as %XX.
    public static func percentEncoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isUnreserved(byte) {
                bytes.append(byte)
            } else {
                bytes += [0x25, hexadecimalDigit(byte >> 4), hexadecimalDigit(byte & 15)]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }

    private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x37 + value
    }
}

extension Link: ExpressibleByStringInterpolation {
    /// The pieces of a literal, joined while encoding what is not part of the literal.
    public struct StringInterpolation: StringInterpolationProtocol {
        var text = ""

        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 16 * interpolationCount)
        }

        public mutating func appendLiteral(_ literal: String) { text += literal }
        public mutating func appendInterpolation(_ number: Int) { text += String(number) }
        public mutating func appendInterpolation(_ value: String) {
            text += Link.percentEncoded(value)
        }
        /// A whole address may only come first.
        public mutating func appendInterpolation(_ link: Link) { text += link.text }
    }

    /// A literal that would be refused is a slip of the programmer: it stops a debug build and
    /// leads to the top of the page in a release build.
    public init(stringInterpolation: StringInterpolation) {
        let link = Link(checking: stringInterpolation.text)
        assert(link != nil, "not an address a page may hold: \(stringInterpolation.text)")
        self.text = link?.text ?? "#"
    }

    public init(stringLiteral value: String) {
        var pieces = StringInterpolation(literalCapacity: 0, interpolationCount: 0)
        pieces.appendLiteral(value)
        self.init(stringInterpolation: pieces)
    }
}
