// An address that mail can be handed to, and nothing else: what stands in it can neither end a line
// nor open another command or header.

/// `local@domain` in ASCII: a dot-atom (RFC 5322, 3.2.3) before the sign, two or more labels of
/// letters, digits and hyphens behind it (RFC 5321, 4.1.2). Quoted local parts, address literals
/// and addresses in other scripts are not taken.
public struct MailAddress: Hashable, Sendable {
    public let local: String
    public let domain: String

    /// Lengths of RFC 5321, 4.5.3.1, in octets; the whole must fit into a path of 256.
    static let localMaximum = 64
    static let labelMaximum = 63
    static let textMaximum = 254

    /// - Parameter text: Spaces around it must be cut off before.
    /// - Returns: `nil` for everything that is not an address as described.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.textMaximum, let sign = bytes.lastIndex(of: UInt8(ascii: "@"))
        else { return nil }
        let (local, domain) = (bytes[..<sign], bytes[(sign + 1)...])
        guard local.count <= Self.localMaximum, Self.isLocal(local), Self.isDomain(domain) else {
            return nil
        }
        self.local = String(decoding: local, as: UTF8.self)
        self.domain = String(decoding: domain, as: UTF8.self)
    }

    public var text: String { "\(local)@\(domain)" }

    private static func isLocal(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0.allSatisfy(isAtomByte) }
    }

    private static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count > 1, let last = labels.last, !last.allSatisfy(isDigit) else {
            return false
        }
        return labels.allSatisfy { label in
            guard (1...labelMaximum).contains(label.count) else { return false }
            return label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                && label.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static let marks = Set("!#$%&'*+-/=?^_`{|}~".utf8)

    /// `atext` of RFC 5322.
    static func isAtomByte(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || marks.contains(byte) }
}
