// Words of headers: Vietnamese as encoded words (RFC 2047), so that headers stay ASCII.

enum MailWords {
    /// UTF-8 bytes in one encoded word: with `Subject: ` before it a line stays under 76 (RFC 2047,
    /// section 2).
    private static let wordBytes = 36
    private static let plainMaximum = 60

    /// What would end a line or be read as something else than text.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            || scalar.value == 0x2028 || scalar.value == 0x2029
    }

    /// The text as the value of a header: as it is where it is short and plain, else in encoded
    /// words, one a line. Control characters become spaces.
    static func header(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(isControl(scalar) ? " " : scalar) }
        let clean = String(scalars)
        return isPlain(clean) ? clean : words(of: clean).joined(separator: "\r\n ")
    }

    private static func isPlain(_ text: String) -> Bool {
        let bytes = text.utf8
        return bytes.count <= plainMaximum && bytes.allSatisfy { $0 < 0x7F }
            && !text.contains("=?") && bytes.first != 0x20 && bytes.last != 0x20
    }

    /// Each word holds whole characters.
    private static func words(of text: String) -> [String] {
        var pieces: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if pieces[pieces.count - 1].count + bytes.count > wordBytes { pieces.append([]) }
            pieces[pieces.count - 1] += bytes
        }
        return pieces.map {
            "=?UTF-8?B?\(String(decoding: MailBase64.encoded($0), as: UTF8.self))?="
        }
    }

    private static let marks = Set(" !#$%&'*+-/=?^_`{|}~".utf8)

    /// The name before an address. What is no row of atoms goes into encoded words: no quoting to
    /// get wrong.
    static func phrase(_ text: String) -> String {
        let isAtoms =
            isPlain(text)
            && text.utf8.allSatisfy { MailAddress.isLetterOrDigit($0) || marks.contains($0) }
        return isAtoms ? text : words(of: text).joined(separator: "\r\n ")
    }
}
