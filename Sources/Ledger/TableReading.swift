// Reads whole tables in pages.

extension SchemaTable {
    /// Rows in one page.
    static let pageSize = 500

    /// The rows after a key, in the order of the key; `nil` begins.
    func page(after key: [SQLValue]?, in reader: any LedgerReader) throws -> [SQLRow] {
        let keys = self.key.joined(separator: ", ")
        let marks = Array(repeating: "?", count: self.key.count).joined(separator: ", ")
        let condition = key == nil ? "" : "WHERE (\(keys)) > (\(marks))"
        return try reader.rows(
            """
            SELECT \(columns.joined(separator: ", ")) FROM \(name) \(condition)
            ORDER BY \(keys) LIMIT ?
            """,
            (key ?? []) + [SQLValue(Self.pageSize)])
    }

    /// Walks through the table page by page.
    /// - Returns: the sum of what was read.
    func read(
        in reader: any LedgerReader, _ each: ([SQLRow]) throws -> Void = { _ in }
    ) throws -> TableSum {
        var sum = TableSumming()
        var last: [SQLValue]?
        while true {
            let page = try page(after: last, in: reader)
            for row in page { sum.add(row) }
            if !page.isEmpty { try each(page) }
            guard page.count == Self.pageSize, let end = page.last else { break }
            last = try key.map { try end.value($0) }
        }
        return sum.sum(of: name)
    }

    public func rowCount(in reader: any LedgerReader) throws -> Int {
        try reader.row("SELECT count(*) AS number FROM \(name)")?.int("number") ?? 0
    }

    var insertion: String {
        let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        return "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
    }
}
