// The entries of a proof, a line each.

/// An entry with the personal values that are shown with it.
public struct ProvenEntry: Hashable, Sendable {
    /// What an entry keeps only as a digest, with the salt without which nobody could check it.
    public struct Value: Hashable, Sendable {
        public let id: String
        public let salt: [UInt8]
        public let text: String
    }

    public let entry: Entry
    public let personal: [Value]
}

extension LedgerReader {
    /// One page of the entries that a proof covers, oldest first.
    /// - Parameter personal: whether values are read that entries refer to and that are kept still.
    public func provenEntries(
        _ proof: StreamProof, after version: Int, limit: Int = 500, personal: Bool
    ) throws -> [ProvenEntry] {
        let rest = proof.version - version
        if rest < 1 { return [] }
        return try entries(of: proof.stream, after: version, limit: min(limit, rest)).map { entry in
            let references = personal ? try entry.decodedPayload().personalReferences : []
            let different = Dictionary(references.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
            let sorted = different.values.sorted { $0.id < $1.id }
            return ProvenEntry(entry: entry, personal: try sorted.compactMap(keptValue))
        }
    }

    private func keptValue(_ reference: PersonalReference) throws -> ProvenEntry.Value? {
        let row = try row(
            "SELECT salt, value FROM personalValue WHERE id = ?", [.text(reference.id)])
        guard let salt = try row?.optionalBlob("salt"), let value = try row?.optionalBlob("value")
        else { return nil }
        return ProvenEntry.Value(
            id: reference.id, salt: salt, text: String(decoding: value, as: UTF8.self))
    }
}

extension ProvenEntry {
    /// One line. Payload, salts and hashes are hexadecimal.
    public var line: String {
        var text = JSONText()
        text.raw("{\"sequence\":\(entry.sequence),\"version\":\(entry.version),\"type\":")
        text.string(entry.type)
        text.raw(",\"at\":\(entry.at),\"actor\":")
        text.string(entry.actor)
        text.raw(",\"onBehalfOf\":")
        if let other = entry.onBehalfOf { text.string(other) } else { text.raw("null") }
        text.raw(",\"unit\":")
        text.string(entry.unit)
        text.raw(",\"payload\":\"" + Hexadecimal.text(entry.payload))
        text.raw("\",\"previousHash\":\"" + Hexadecimal.text(entry.previousHash))
        text.raw("\",\"hash\":\"" + Hexadecimal.text(entry.hash) + "\",\"personal\":[")
        for (index, value) in personal.enumerated() {
            text.raw((index == 0 ? "" : ",") + "{\"id\":")
            text.string(value.id)
            text.raw(",\"salt\":\"" + Hexadecimal.text(value.salt) + "\",\"value\":")
            text.string(value.text)
            text.raw("}")
        }
        text.raw("]}")
        return text.text
    }
}
