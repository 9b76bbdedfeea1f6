// The code that the citizen reads on /track and says at the door.

extension Deliveries {
    /// Six digits out of the chance that came with the command.
    static func code(from chance: [UInt8]) -> String {
        let text = chance.map { String($0, radix: 16) }.joined(separator: "-")
        let digest = Site.digest(of: "delivery code\n\(text)")
        let number = UInt64(digest.prefix(15), radix: 16) ?? 0
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: max(0, codeDigits - digits.count)) + digits
    }

    /// As people read it: `123 456`.
    static func spoken(_ code: String) -> String {
        "\(code.prefix(codeDigits / 2)) \(code.dropFirst(codeDigits / 2))"
    }

    /// Who received and the last signs of the paper, as they are kept beside the ledger.
    static func receiverText(_ handing: Handing) -> String {
        "\(handing.receiver)\n\(handing.paper.uppercased())"
    }
}
