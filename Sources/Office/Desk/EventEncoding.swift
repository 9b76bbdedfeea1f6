// Turns the events and states of features into ledger payloads: the shapes of Codable, the bytes
// of the ledger's canonical encoding. An enum case becomes the entry's type, its values the payload.

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
    enum Content {
        case none
        case single(PayloadValue)
        case keyed([(String, EncodingBox)])
        case list([EncodingBox])
    }
    var content = Content.none

    func finished() throws(PayloadError) -> PayloadValue {
        switch content {
        case .none: return .nested(Payload())
        case .single(let value): return value
        case .keyed(let boxes):
            var payload = Payload()
            for (key, box) in boxes { try payload.append(key, try box.finished()) }
            return .nested(payload)
        case .list(let boxes):
            var values: [PayloadValue] = []
            values.reserveCapacity(boxes.count)
            for box in boxes { values.append(try box.finished()) }
            return .list(values)
        }
    }

    func child(_ key: String) -> EncodingBox {
        let box = EncodingBox()
        var boxes: [(String, EncodingBox)] = []
        if case .keyed(let present) = content {
            boxes = present
            content = .none
        }
        boxes.append((key, box))
        content = .keyed(boxes)
        return box
    }

    func element() -> EncodingBox {
        let box = EncodingBox()
        var boxes: [EncodingBox] = []
        if case .list(let present) = content {
            boxes = present
            content = .none
        }
        boxes.append(box)
        content = .list(boxes)
        return box
    }
}

struct EventEncoder: Encoder {
    let box: EncodingBox
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .none = box.content { box.content = .keyed([]) }
        return KeyedEncodingContainer(KeyedEventWriting<Key>(box: box, codingPath: codingPath))
    }
    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .none = box.content { box.content = .list([]) }
        return ListEventWriting(box: box, codingPath: codingPath)
    }
    func singleValueContainer() -> any SingleValueEncodingContainer {
        SingleEventWriting(box: box, codingPath: codingPath)
    }
}
