// The answer of clamd to INSTREAM, as it stands in its manual: `stream: OK`,
// `stream: NAME FOUND`, or a text that ends in ERROR.

struct VirusScanReply {
    /// No answer of a scanner is longer.
    static let lengthMaximum = 4_096
    private(set) var bytes: [UInt8] = []
    /// `nil` until the answer is whole.
    private(set) var outcome: VirusScanOutcome?

    mutating func take(_ piece: some Sequence<UInt8>) {
        if outcome != nil { return }
        for byte in piece {
            if byte == 0 || byte == 10 {
                outcome = Self.outcome(of: String(decoding: bytes, as: UTF8.self))
                return
            }
            bytes.append(byte)
            if bytes.count > Self.lengthMaximum {
                outcome = .failed("no answer of a scanner")
                return
            }
        }
    }

    static func outcome(of text: String) -> VirusScanOutcome {
        let prefix = "stream: "
        if text == prefix + "OK" { return .clean }
        if text.hasPrefix(prefix), text.hasSuffix(" FOUND") {
            let name = text.dropFirst(prefix.count).dropLast(" FOUND".count)
            return .infected(String(name.isEmpty ? "?" : name.prefix(200)))
        }
        if text.hasSuffix("ERROR") { return .failed(String(text.prefix(200))) }
        return .failed("no answer of a scanner")
    }
}
