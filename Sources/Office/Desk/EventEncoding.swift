// Turns the events and states of features into ledger payloads: the shapes of Codable, the bytes
// of the ledger's canonical encoding. An enum case becomes the entry's type, its values the
// payload.

import Ledger

/// Encodes any Codable value as a payload value.
public enum EventEncoding {
    /// An event as the type of its entry and the payload. `.received(at: …)` of the feature
    /// `dossier` becomes `dossier.received`.
    public static func entry(
        of event: some Encodable, feature: String
    ) throws -> (type: String, payload: Payload) {
        guard case .nested(let cases) = try value(of: event), let first = cases.fields.first,
            cases.fields.count == 1, case .nested(let values) = first.value
        else { throw Flaw.notAnEvent }
        return ("\(feature).\(first.key)", values)
    }

    public static func value(of value: some Encodable) throws -> PayloadValue {
        let box = EncodingBox()
        try value.encode(to: EventEncoder(box: box, codingPath: []))
        return try box.finished()
    }

    public enum Flaw: Error, Sendable {
        /// Not one enum case with values.
        case notAnEvent
        case numberTooLarge
        /// The ledger has no word for nothing inside a list.
        case emptyElement
    }
}

/// Where a nested encoder leaves its result.
final class EncodingBox {
    enum Kind { case empty, single, keyed, list }
    var kind = Kind.empty
    private var scalar: PayloadValue?
    private var keys: [String] = []
    private var boxes: [EncodingBox] = []

    var count: Int { boxes.count }

    func set(_ value: PayloadValue) {
        kind = .single
        scalar = value
    }

    /// Keys stand in their own order, whatever order a dictionary gave them: the same value has
    /// the same bytes in every process.
    func finished() throws(PayloadError) -> PayloadValue {
        switch kind {
        case .empty: return .nested(Payload())
        case .single: return scalar ?? .nested(Payload())
        case .keyed:
            var pairs: [(String, PayloadValue)] = []
            pairs.reserveCapacity(keys.count)
            for index in keys.indices.sorted(by: { keys[$0] < keys[$1] }) {
                pairs.append((keys[index], try boxes[index].finished()))
            }
            return .nested(try Payload(pairs))
        case .list:
            var values: [PayloadValue] = []
            values.reserveCapacity(boxes.count)
            for box in boxes { values.append(try box.finished()) }
            return .list(values)
        }
    }

    func child(_ key: String) -> EncodingBox {
        keys.append(key)
        return element(.keyed)
    }

    func element(_ kind: Kind = .list) -> EncodingBox {
        let box = EncodingBox()
        self.kind = kind
        boxes.append(box)
        return box
    }
}

struct EventEncoder: Encoder {
    let box: EncodingBox
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if box.kind == .empty { box.kind = .keyed }
        return KeyedEncodingContainer(KeyedEventWriting<Key>(box: box, codingPath: codingPath))
    }
    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if box.kind == .empty { box.kind = .list }
        return ListEventWriting(box: box, codingPath: codingPath)
    }
    func singleValueContainer() -> any SingleValueEncodingContainer {
        SingleEventWriting(box: box, codingPath: codingPath)
    }
}
