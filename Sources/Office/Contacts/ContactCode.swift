// Six digits, and how they are kept.

extension Contacts {
    /// - Parameter chance: Eight bytes that nobody can guess.
    static func code(of chance: [UInt8]) -> String {
        let number = chance.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 1_000_000
        let digits = String(number)
        return String(repeating: "0", count: codeDigits - digits.count) + digits
    }

    /// Of who has the secret alone: a million codes are soon tried, so what is stored must not be
    /// enough to try them.
    static func digest(of code: String, secret: String) -> String {
        Site.digest(of: "contact code\n\(secret)\n\(code)")
    }

    /// As it was typed, without spaces and strokes.
    /// - Throws: `Rejection.codeMissing` for what cannot be one.
    static func code(typed: String) throws(Rejection) -> String {
        let digits = typed.filter { !$0.isWhitespace && $0 != "-" }
        guard digits.count == codeDigits, digits.allSatisfy({ ("0"..."9").contains($0) }) else {
            throw .codeMissing
        }
        return digits
    }
}
