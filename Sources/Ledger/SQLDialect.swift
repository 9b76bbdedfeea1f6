// The few words in which databases differ, filled into the text of migrations.

/// Replaces `{{token}}` in portable SQL. Only migrations need it; queries are the same text
/// everywhere.
public struct SQLDialect: Sendable, Hashable {
    /// Token to the word of the database. Every store defines `blob`, `bigint`, `real`,
    /// `identity` (a primary key that counts by itself) and `clustered` (the suffix of a table
    /// that lies in the order of its primary key, or nothing).
    public var words: [String: String]

    public init(words: [String: String]) {
        self.words = words
    }

    public func text(_ portable: String) throws(LedgerStoreError) -> String {
        var result = ""
        var rest = Substring(portable)
        while let open = rest.firstRange(of: "{{") {
            let tail = rest[open.upperBound...]
            guard let close = tail.firstRange(of: "}}") else {
                throw .unknownToken(String(tail.prefix(20)))
            }
            let token = String(tail[..<close.lowerBound])
            guard let word = words[token] else { throw .unknownToken(token) }
            result += rest[..<open.lowerBound] + word
            rest = tail[close.upperBound...]
        }
        return result + rest
    }
}
