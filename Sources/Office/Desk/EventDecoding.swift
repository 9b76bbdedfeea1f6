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
        try EventDecoder(value: value, codingPath: []).decode(type)
    }
}

struct EventDecoder: Decoder {
    let value: PayloadValue
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(
        keyedBy type: Key.Type
    ) throws -> KeyedDecodingContainer<Key> {
        guard case .nested(let payload) = value else {
            throw EventDecoding.Flaw.mismatch(expected: "fields at \(path)")
        }
        return KeyedDecodingContainer(
            KeyedEventReading<Key>(payload: payload, codingPath: codingPath))
    }
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        switch value {
        case .list(let values): return ListEventReading(values: values, codingPath: codingPath)
        // An empty list that wrote nothing.
        case .nested(let payload) where payload.fields.isEmpty:
            return ListEventReading(values: [], codingPath: codingPath)
        default: throw EventDecoding.Flaw.mismatch(expected: "list at \(path)")
        }
    }
    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        SingleEventReading(decoder: self)
    }

    private var path: String { codingPath.map(\.stringValue).joined(separator: ".") }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if let scalar = try scalar(type) { return scalar }
        return try Value(from: self)
    }

    /// The value when the type is one of those that the ledger stores as they are.
    private func scalar<Value>(_ type: Value.Type) throws -> Value? {
        switch (type, value) {
        case (is PersonalMark.Type, .personal(let reference)):
            return PersonalMark(id: reference.id, digest: reference.digest) as? Value
        case (is String.Type, .text(let text)): return text as? Value
        case (is Bool.Type, .bool(let flag)): return flag as? Value
        case (is Double.Type, .text(let text)): return Double(text) as? Value
        case (is Int.Type, .int(let number)): return Int(exactly: number) as? Value
        case (is Int64.Type, .int(let number)): return number as? Value
        case (is Int32.Type, .int(let number)): return Int32(exactly: number) as? Value
        case (is Int16.Type, .int(let number)): return Int16(exactly: number) as? Value
        case (is UInt8.Type, .int(let number)): return UInt8(exactly: number) as? Value
        case (is UInt16.Type, .int(let number)): return UInt16(exactly: number) as? Value
        case (is String.Type, _), (is Bool.Type, _), (is Double.Type, _), (is Int.Type, _):
            throw EventDecoding.Flaw.mismatch(expected: "\(type) at \(path)")
        default: return nil
        }
    }
}
