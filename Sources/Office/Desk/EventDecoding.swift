// Reads events and states back from ledger payloads: the other half of EventEncoding.

import Ledger

/// Decodes Codable values from payload values.
public enum EventDecoding {
    public enum Flaw: Error, Sendable {
        case missing(key: String)
        case mismatch(expected: String)
        case foreignType(String)
    }

    /// The event of an entry whose type is `feature.case`.
    public static func event<Event: Decodable>(
        _ type: Event.Type, entryType: String, payload: Payload, feature: String
    ) throws -> Event {
        let prefix = feature + "."
        guard entryType.hasPrefix(prefix) else { throw Flaw.foreignType(entryType) }
        let name = String(entryType.dropFirst(prefix.count))
        return try value(type, from: .nested(try Payload([(name, .nested(payload))])))
    }

    public static func value<Value: Decodable>(
        _ type: Value.Type, from value: PayloadValue
    ) throws -> Value {
        try EventDecoder(value: value, above: nil).decode(type)
    }
}

/// Where a value stands: its key, and what it stands in. Asked for when something is wrong only.
final class EventPlace {
    let key: any CodingKey
    let above: EventPlace?

    init(_ key: any CodingKey, in above: EventPlace?) {
        self.key = key
        self.above = above
    }

    static func path(_ place: EventPlace?) -> [any CodingKey] {
        var keys: [any CodingKey] = []
        var next = place
        while let place = next {
            keys.append(place.key)
            next = place.above
        }
        return keys.reversed()
    }
}

struct EventDecoder: Decoder {
    let value: PayloadValue
    let above: EventPlace?
    var codingPath: [any CodingKey] { EventPlace.path(above) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(
        keyedBy type: Key.Type
    ) throws -> KeyedDecodingContainer<Key> {
        guard case .nested(let payload) = value else {
            throw EventDecoding.Flaw.mismatch(expected: "fields at \(path)")
        }
        return KeyedDecodingContainer(KeyedEventReading<Key>(payload: payload, above: above))
    }
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        switch value {
        case .list(let values): return ListEventReading(values: values, above: above)
        // An empty list that wrote nothing.
        case .nested(let payload) where payload.fields.isEmpty:
            return ListEventReading(values: [], above: above)
        default: throw EventDecoding.Flaw.mismatch(expected: "list at \(path)")
        }
    }
    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        SingleEventReading(decoder: self)
    }

    private var path: String { codingPath.map(\.stringValue).joined(separator: ".") }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        guard EncodingTree.scalars.contains(ObjectIdentifier(type)) else {
            return try Value(from: self)
        }
        if let scalar = try scalar(type) { return scalar }
        return try Value(from: self)
    }

    func text() throws -> String {
        guard case .text(let text) = value else { throw mismatch(String.self) }
        return text
    }

    /// The value when the type is one of those that the ledger stores as they are.
    private func scalar<Value>(_ type: Value.Type) throws -> Value? {
        switch (type, value) {
        case (is PersonalMark.Type, .personal(let reference)):
            return PersonalMark(id: reference.id, digest: reference.digest) as? Value
        case (is String.Type, .text(let text)): return text as? Value
        case (is Bool.Type, .bool(let flag)): return flag as? Value
        case (is Double.Type, .text(let text)):
            if let number = Double(text) as? Value { return number }
            throw mismatch(type)
        case (is Float.Type, .text(let text)):
            if let number = Float(text) as? Value { return number }
            throw mismatch(type)
        case (is Int.Type, .int(let number)): return Int(exactly: number) as? Value
        case (is Int64.Type, .int(let number)): return number as? Value
        case (let whole as any FixedWidthInteger.Type, .int(let number)):
            if let value = whole.init(exactly: number) as? Value { return value }
            throw mismatch(type)
        // None of these can read itself from something else: it would ask here again for ever.
        case (is any FixedWidthInteger.Type, _), (is String.Type, _), (is Bool.Type, _),
            (is any BinaryFloatingPoint.Type, _):
            throw mismatch(type)
        default: return nil
        }
    }

    private func mismatch(_ type: Any.Type) -> EventDecoding.Flaw {
        .mismatch(expected: "\(type) at \(path)")
    }
}
