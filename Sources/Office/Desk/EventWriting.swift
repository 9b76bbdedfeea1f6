// The three containers in which Codable values write themselves into a payload.

import Ledger

struct KeyedEventWriting<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let box: EncodingBox
    let codingPath: [any CodingKey]

    func encodeNil(forKey key: Key) throws {
        // An absent value is an absent key: optional fields may be added to old shapes.
    }
    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        try box.child(key.stringValue).write(value, codingPath + [key])
    }
    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        EventEncoder(box: box.child(key.stringValue), codingPath: codingPath + [key])
            .container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        EventEncoder(box: box.child(key.stringValue), codingPath: codingPath + [key])
            .unkeyedContainer()
    }
    func superEncoder() -> any Encoder {
        EventEncoder(box: box.child("super"), codingPath: codingPath)
    }
    func superEncoder(forKey key: Key) -> any Encoder {
        EventEncoder(box: box.child(key.stringValue), codingPath: codingPath + [key])
    }
}

struct ListEventWriting: UnkeyedEncodingContainer {
    let box: EncodingBox
    let codingPath: [any CodingKey]
    var count: Int { box.count }

    func encodeNil() throws { throw EventEncoding.Flaw.emptyElement }
    func encode<T: Encodable>(_ value: T) throws { try box.element().write(value, codingPath) }
    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
        EventEncoder(box: box.element(), codingPath: codingPath).container(keyedBy: type)
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        EventEncoder(box: box.element(), codingPath: codingPath).unkeyedContainer()
    }
    func superEncoder() -> any Encoder {
        EventEncoder(box: box.element(), codingPath: codingPath)
    }
}

struct SingleEventWriting: SingleValueEncodingContainer {
    let box: EncodingBox
    let codingPath: [any CodingKey]

    func encodeNil() throws { throw EventEncoding.Flaw.emptyElement }
    func encode<T: Encodable>(_ value: T) throws { try box.write(value, codingPath) }
}

extension EncodingBox {
    /// Writes the scalars that the ledger knows as they are, everything else through its own
    /// `encode(to:)`. Numbers that are not whole are written as text, exactly.
    func write(_ value: some Encodable, _ path: [any CodingKey]) throws {
        switch value {
        case let mark as PersonalMark:
            set(.personal(PersonalReference(id: mark.id, digest: mark.digest)))
        case let text as String: set(.text(text))
        case let flag as Bool: set(.bool(flag))
        case let number as Double: set(.text(number.description))
        case let number as Float: set(.text(number.description))
        case let number as any BinaryInteger & Encodable:
            guard let exact = Int64(exactly: number) else {
                throw EventEncoding.Flaw.numberTooLarge
            }
            set(.int(exact))
        default: try value.encode(to: EventEncoder(box: self, codingPath: path))
        }
    }
}
