// Finds the way from a stream to a signature.

extension LedgerReader {
    /// Finds the proof of a stream. Reads the heads that changed in the interval of one
    /// checkpoint and keeps them in memory; throws `StreamProofRejection`.
    public func proof(of stream: String) throws -> StreamProof {
        guard let newest = try streamHead(of: stream) else {
            throw StreamProofRejection.unknownStream
        }
        guard let signed = try lastSignedCheckpoint(),
            let (head, sequence) = try head(of: stream, through: signed.sequence)
        else { throw StreamProofRejection.notSigned }
        let checkpoints = try checkpoints(covering: sequence)
        return StreamProof(
            stream: stream, version: head.version, newerCount: newest.version - head.version,
            path: try path(from: head, to: checkpoints[0]), checkpoints: checkpoints)
    }

    private func lastSignedCheckpoint() throws -> Checkpoint? {
        try row(
            """
            SELECT \(Checkpoint.columns) FROM checkpoint WHERE signature IS NOT NULL
            ORDER BY number DESC LIMIT 1
            """
        ).map(Checkpoint.init(row:))
    }

    /// The head as it was when the ledger ended with this sequence, and its own sequence.
    private func head(
        of stream: String, through sequence: Int
    ) throws -> (StreamHead, sequence: Int)? {
        let row = try row(
            """
            SELECT sequence, version, hash FROM entry WHERE stream = ? AND sequence <= ?
            ORDER BY version DESC LIMIT 1
            """,
            [.text(stream), SQLValue(sequence)])
        guard let row else { return nil }
        let head = StreamHead(
            stream: stream, version: try row.int("version"), hash: try row.blob("hash"))
        return (head, try row.int("sequence"))
    }

    /// From the first checkpoint that covers an entry to the first signed one.
    private func checkpoints(covering sequence: Int) throws -> [Checkpoint] {
        let first = try row(
            """
            SELECT \(Checkpoint.columns) FROM checkpoint WHERE sequence >= ?
            ORDER BY number LIMIT 1
            """,
            [SQLValue(sequence)])
        guard let first else { throw StreamProofRejection.ledgerDamaged }
        var found = [try Checkpoint(row: first)]
        while let last = found.last, last.signing == .missing {
            guard let next = try checkpoint(number: last.number + 1),
                next.previousDigest == last.digest
            else { throw StreamProofRejection.ledgerDamaged }
            found.append(next)
        }
        if found.contains(where: { $0.digest != $0.computedDigest || $0.signing == .wrong }) {
            throw StreamProofRejection.ledgerDamaged
        }
        return found
    }

    private func path(from head: StreamHead, to checkpoint: Checkpoint) throws -> [MerkleStep] {
        let before =
            checkpoint.number == 1
            ? 0 : try self.checkpoint(number: checkpoint.number - 1)?.sequence
        guard let before else { throw StreamProofRejection.ledgerDamaged }
        var changed = ChangedHeads(after: before, through: checkpoint.sequence)
        while try changed.readPage(self) {}
        let heads = Array(changed.heads.values)
        guard heads.contains(head), MerkleRoot.of(heads) == checkpoint.root,
            let path = MerkleRoot.path(of: head.stream, in: heads)
        else { throw StreamProofRejection.ledgerDamaged }
        return path
    }
}
