// Base64 of RFC 2045, 6.8: three bytes as four letters that every server leaves alone.

enum MailBase64 {
    private static let digits = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func encoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let group = rest.prefix(3)
            rest = rest.dropFirst(3)
            let number = (0..<3).reduce(0) { sum, index in
                sum << 8 | (index < group.count ? Int(group[group.startIndex + index]) : 0)
            }
            for index in 0..<4 {
                let isPadding = index > group.count
                text.append(
                    isPadding ? UInt8(ascii: "=") : digits[number >> (18 - 6 * index) & 63])
            }
        }
        return text
    }

    /// A line of a body has at most this many letters; 57 bytes of text.
    static let lineMaximum = 76

    /// In lines that end with CR LF.
    static func lines(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        var rest = encoded(bytes)[...]
        while !rest.isEmpty {
            text += rest.prefix(lineMaximum)
            text += [13, 10]
            rest = rest.dropFirst(lineMaximum)
        }
        return text
    }
}
