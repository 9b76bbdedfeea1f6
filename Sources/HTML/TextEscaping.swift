// Escaping: the one place where text of unknown origin turns into bytes of a page.

/// Hands over the escaped text in runs: stretches that need no change, and replacements.
///
/// The five characters with a meaning in markup are written as references, so that the result is
/// safe in element content and in quoted attribute values. Control characters other than tab and
/// line feed are dropped, a carriage return counts as a line feed (HTML Living Standard, 13.2.3.5),
/// and so are the characters that turn the reading direction of what follows: a name must not be
/// able to rearrange the line it stands in.
@inline(__always)
func forEachEscapedRun(of text: String, _ use: (UnsafeBufferPointer<UInt8>) -> Void) {
    var text = text
    text.withUTF8 { bytes in
        var plainStart = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard mayNeedEscape(byte), let change = escape(of: byte, at: index, in: bytes) else {
                index += 1
                continue
            }
            use(UnsafeBufferPointer(rebasing: bytes[plainStart..<index]))
            change.replacement.withUTF8Buffer { use($0) }
            index += change.length
            plainStart = index
        }
        use(UnsafeBufferPointer(rebasing: bytes[plainStart...]))
    }
}

extension [UInt8] {
    mutating func append(escaping text: String) {
        forEachEscapedRun(of: text) { append(contentsOf: $0) }
    }
}

/// Cheap first look: most bytes of a page are letters and pass here.
@inline(__always)
private func mayNeedEscape(_ byte: UInt8) -> Bool {
    if byte > 0x3E { return byte == 0x7F || byte == 0xC2 || byte == 0xE2 }
    return byte < 0x20 || byte == 0x22 || byte == 0x26 || byte == 0x27
        || byte >= 0x3C && byte != 0x3D
}

/// What to write instead of the character that starts at `index`, and how many bytes it takes;
/// nil if it may stay.
private func escape(
    of byte: UInt8, at index: Int, in text: UnsafeBufferPointer<UInt8>
) -> (replacement: StaticString, length: Int)? {
    switch byte {
    case 0x09, 0x0A: return nil
    case 0x0D: return (lineFeed(after: index, in: text), 1)
    case 0x22: return ("&quot;", 1)
    case 0x26: return ("&amp;", 1)
    case 0x27: return ("&#39;", 1)
    case 0x3C: return ("&lt;", 1)
    case 0x3E: return ("&gt;", 1)
    // U+0080 to U+009F, the second row of control characters.
    case 0xC2: return text[index + 1] < 0xA0 ? ("", 2) : nil
    case 0xE2: return turnsDirection(text[index + 1], text[index + 2]) ? ("", 3) : nil
    default: return ("", 1)
    }
}

/// CR LF is one line end, a lonely CR as well.
private func lineFeed(after index: Int, in text: UnsafeBufferPointer<UInt8>) -> StaticString {
    index + 1 < text.count && text[index + 1] == 0x0A ? "" : "\n"
}

/// U+202A to U+202E and U+2066 to U+2069 (Unicode Standard Annex 9, explicit formatting).
private func turnsDirection(_ second: UInt8, _ third: UInt8) -> Bool {
    (second == 0x80 && (0xAA...0xAE).contains(third))
        || (second == 0x81 && (0xA6...0xA9).contains(third))
}
