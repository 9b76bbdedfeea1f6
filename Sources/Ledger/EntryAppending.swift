// Appends entries to a stream: the only place that writes into the ledger.

/// Why entries were not appended.
public enum AppendRejection: Error, Hashable, Sendable {
    /// Somebody else wrote first. `actual` is 0 for a stream that does not exist.
    case conflict(stream: String, expected: Int, actual: Int)
    case nothingToAppend(stream: String)
    /// A text beside the payload holds the character zero, at which databases cut texts: the entry
    /// would not read as it was hashed.
    case zeroInText(stream: String)
}

extension AppendRejection {
    public var sentence: LedgerSentence {
        switch self {
        case .conflict(let stream, let expected, let actual):
            LedgerSentence(
                vi: "\(stream) vừa được người khác cập nhật (đang ở bước ghi \(actual), "
                    + "bạn xem ở \(expected)). Hãy tải lại rồi làm lại.",
                en: "\(stream) was just changed by somebody else (now at version \(actual), "
                    + "you saw \(expected)). Load it again and repeat.")
        case .nothingToAppend(let stream):
            LedgerSentence(
                vi: "Không có gì để ghi vào \(stream).",
                en: "There is nothing to append to \(stream).")
        case .zeroInText(let stream):
            LedgerSentence(
                vi: "\(stream.filter { $0 != "\0" }) có ký tự rỗng (mã 0). Hãy bỏ ký tự đó đi.",
                en: "\(stream.filter { $0 != "\0" }) holds the character zero. Leave it out.")
        }
    }
}

extension LedgerTransaction {
    /// Appends entries, in order, behind version `expected` (0: the stream must be new).
    /// Returns them as written. Throws `AppendRejection` or `PayloadError`, and then the whole
    /// command must fail.
    /// - Parameter previousHash: of version `expected`, when this transaction has read it already.
    @discardableResult
    public func append(
        _ newEntries: [NewEntry], to stream: String, expecting expected: Int,
        previousHash known: [UInt8]? = nil, by authorship: Authorship
    ) throws -> [Entry] {
        if newEntries.isEmpty { throw AppendRejection.nothingToAppend(stream: stream) }
        let texts = [stream, authorship.actor, authorship.onBehalfOf ?? "", authorship.unit]
        if (texts + newEntries.map(\.type)).contains(where: { $0.utf8.contains(0) }) {
            throw AppendRejection.zeroInText(stream: stream)
        }
        let first = try reserve(newEntries.count)
        var previousHash = try known ?? hash(of: stream, at: expected)
        var written: [Entry] = []
        written.reserveCapacity(newEntries.count)
        for (index, new) in newEntries.enumerated() {
            var entry = Entry(
                sequence: first + index, stream: stream, version: expected + index + 1,
                type: new.type, authorship: authorship, payload: try new.payload.encoded(),
                previousHash: previousHash, hash: [])
            entry.hash = Chain.hash(of: entry)
            try insert(entry)
            previousHash = entry.hash
            written.append(entry)
        }
        try moveHead(
            of: stream, from: expected, to: expected + newEntries.count, hash: previousHash)
        return written
    }

    /// The hash that the next entry follows.
    private func hash(of stream: String, at expected: Int) throws -> [UInt8] {
        let head = try streamHead(of: stream)
        let actual = head?.version ?? 0
        if actual != expected {
            throw AppendRejection.conflict(stream: stream, expected: expected, actual: actual)
        }
        return head?.hash ?? Chain.origin
    }

    /// Takes the next numbers of the ledger and returns the first of them.
    private func reserve(_ count: Int) throws -> Int {
        let row = try row(
            "UPDATE ledgerHead SET sequence = sequence + ? WHERE id = 1 RETURNING sequence",
            [SQLValue(count)])
        guard let row else {
            throw LedgerStoreError.corrupt(detail: "ledgerHead has no row")
        }
        return try row.int("sequence") - count + 1
    }

    private func insert(_ entry: Entry) throws {
        try post(
            """
            INSERT INTO entry (sequence, stream, version, type, at, actor, onBehalfOf, unit,
                payload, previousHash, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                SQLValue(entry.sequence), .text(entry.stream), SQLValue(entry.version),
                .text(entry.type), .integer(entry.at), .text(entry.actor),
                SQLValue(entry.onBehalfOf), .text(entry.unit), .blob(entry.payload),
                .blob(entry.previousHash), .blob(entry.hash),
            ])
    }

    /// Guarded by the old version, so that two nodes can never both succeed.
    private func moveHead(of stream: String, from: Int, to: Int, hash: [UInt8]) throws {
        let changed =
            if from == 0 {
                try execute(
                    """
                    INSERT INTO streamHead (stream, version, hash) VALUES (?, ?, ?)
                    ON CONFLICT (stream) DO NOTHING
                    """,
                    [.text(stream), SQLValue(to), .blob(hash)])
            } else {
                try execute(
                    """
                    UPDATE streamHead SET version = ?, hash = ? WHERE stream = ? AND version = ?
                    """,
                    [SQLValue(to), .blob(hash), .text(stream), SQLValue(from)])
            }
        if changed != 1 {
            let actual = try streamHead(of: stream)?.version ?? 0
            throw AppendRejection.conflict(stream: stream, expected: from, actual: actual)
        }
    }
}
