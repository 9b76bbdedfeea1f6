// The three containers from which Codable values read themselves.

import Ledger

struct KeyedEventReading<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let payload: Payload
    let above: EventPlace?
    var codingPath: [any CodingKey] { EventPlace.path(above) }
    var allKeys: [Key] { payload.fields.compactMap { Key(stringValue: $0.key) } }

    func contains(_ key: Key) -> Bool { payload[key.stringValue] != nil }
    func decodeNil(forKey key: Key) throws -> Bool {
        payload[key.stringValue] == nil
    }
    func decode(_ type: String.Type, forKey key: Key) throws -> String {
        try decoder(for: key).text()
    }
    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        try decoder(for: key).decode(type)
    }
    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try decoder(for: key).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder(for: key).unkeyedContainer()
    }
    func superDecoder() throws -> any Decoder {
        EventDecoder(value: .nested(payload), above: above)
    }
    func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(for: key) }

    private func decoder(for key: Key) throws -> EventDecoder {
        guard let found = payload[key.stringValue] else {
            throw EventDecoding.Flaw.missing(key: key.stringValue)
        }
        return EventDecoder(value: found, above: EventPlace(key, in: above))
    }
}

struct ListEventReading: UnkeyedDecodingContainer {
    let values: [PayloadValue]
    let above: EventPlace?
    var codingPath: [any CodingKey] { EventPlace.path(above) }
    var currentIndex = 0
    var count: Int? { values.count }
    var isAtEnd: Bool { currentIndex >= values.count }

    init(values: [PayloadValue], above: EventPlace?) {
        self.values = values
        self.above = above
    }

    mutating func decodeNil() throws -> Bool {
        false
    }
    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        try next().decode(type)
    }
    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try next().container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next().unkeyedContainer()
    }
    mutating func superDecoder() throws -> any Decoder { try next() }

    private mutating func next() throws -> EventDecoder {
        guard !isAtEnd else { throw EventDecoding.Flaw.mismatch(expected: "another element") }
        defer { currentIndex += 1 }
        return EventDecoder(value: values[currentIndex], above: above)
    }
}

struct SingleEventReading: SingleValueDecodingContainer {
    let decoder: EventDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { false }
    func decode(_ type: String.Type) throws -> String { try decoder.text() }
    func decode<T: Decodable>(_ type: T.Type) throws -> T { try decoder.decode(type) }
}
