// Rows changed behind the ledger's back may hold values of any kind, and the verification must read
// them all to name them: a column does not bind SQLite to a kind.

extension SQLRow {
    enum Kind {
        case integer, text, optionalText, blob, optionalBlob
    }

    /// The row with every value of the kind it was written as, and whether all were so already.
    func mended(_ kinds: [String: Kind]) -> (row: SQLRow, isWhole: Bool) {
        var isWhole = true
        let values = zip(columns, self.values).map { column, value in
            guard let kind = kinds[column] else { return value }
            let mended = Self.mended(value, to: kind)
            if mended != value { isWhole = false }
            return mended
        }
        return (SQLRow(columns: columns, values: values), isWhole)
    }

    private static func mended(_ value: SQLValue, to kind: Kind) -> SQLValue {
        switch (kind, value) {
        case (.integer, .integer), (.text, .text), (.optionalText, .text), (.optionalText, .null),
            (.blob, .blob), (.optionalBlob, .blob), (.optionalBlob, .null):
            value
        case (.integer, _): 0
        case (.text, .blob(let bytes)), (.optionalText, .blob(let bytes)):
            .text(String(decoding: bytes, as: UTF8.self))
        case (.text, _), (.optionalText, _): ""
        case (.blob, .text(let text)), (.optionalBlob, .text(let text)): .blob(Array(text.utf8))
        case (.blob, _), (.optionalBlob, _): .blob([])
        }
    }
}

extension Entry {
    private static let kinds: [String: SQLRow.Kind] = [
        "sequence": .integer, "stream": .text, "version": .integer, "type": .text,
        "at": .integer, "actor": .text, "onBehalfOf": .optionalText, "unit": .text,
        "payload": .blob, "previousHash": .blob, "hash": .blob,
    ]

    /// A value of another kind than was written leaves no hash: the entry counts as edited.
    init(tampered row: SQLRow) throws {
        let (row, isWhole) = row.mended(Self.kinds)
        try self.init(row: row)
        if !isWhole { hash = [] }
    }
}

extension StreamHead {
    /// Reads `stream`, `version` and `hash`, whatever their kinds.
    init(tampered row: SQLRow) throws {
        let (row, _) = row.mended(["stream": .text, "version": .integer, "hash": .blob])
        self.init(
            stream: try row.text("stream"), version: try row.int("version"),
            hash: try row.blob("hash"))
    }
}

extension Checkpoint {
    private static let kinds: [String: SQLRow.Kind] = [
        "number": .integer, "at": .integer, "sequence": .integer, "entryCount": .integer,
        "streamCount": .integer, "root": .blob, "previousDigest": .blob, "digest": .blob,
        "signature": .optionalBlob, "signatureKey": .optionalText,
    ]

    /// A value of another kind than was written leaves no digest: the checkpoint counts as changed.
    init(tampered row: SQLRow) throws {
        let (row, isWhole) = row.mended(Self.kinds)
        try self.init(row: row)
        if !isWhole { digest = [] }
    }
}
