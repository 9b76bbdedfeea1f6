// The three containers in which Codable values write themselves into a payload.

import Ledger

struct KeyedEventWriting<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let tree: EncodingTree
    let place: Int
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) throws {
        // An absent value is an absent key: optional fields may be added to old shapes.
    }
    func encode(_ value: String, forKey key: Key) throws { set(.text(value), key) }
    func encode(_ value: Bool, forKey key: Key) throws { set(.bool(value), key) }
    func encode(_ value: Int, forKey key: Key) throws { set(.int(Int64(value)), key) }
    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        try tree.write(value, at: child(key))
    }
    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        encoder(key).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        encoder(key).unkeyedContainer()
    }
    func superEncoder() -> any Encoder {
        EventEncoder(tree: tree, place: tree.child(of: place, "super"))
    }
    func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }

    private func child(_ key: Key) -> Int { tree.child(of: place, key.stringValue) }
    private func encoder(_ key: Key) -> EventEncoder { EventEncoder(tree: tree, place: child(key)) }
    private func set(_ value: PayloadValue, _ key: Key) { tree.set(value, at: child(key)) }
}

struct ListEventWriting: UnkeyedEncodingContainer {
    let tree: EncodingTree
    let place: Int
    var codingPath: [any CodingKey] { [] }
    var count: Int { tree.count(of: place) }

    func encodeNil() throws { throw EventEncoding.Flaw.emptyElement }
    func encode<T: Encodable>(_ value: T) throws {
        try tree.write(value, at: tree.element(of: place))
    }
    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
        encoder.container(keyedBy: type)
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.unkeyedContainer() }
    func superEncoder() -> any Encoder { encoder }

    private var encoder: EventEncoder {
        EventEncoder(tree: tree, place: tree.element(of: place))
    }
}

struct SingleEventWriting: SingleValueEncodingContainer {
    let tree: EncodingTree
    let place: Int
    var codingPath: [any CodingKey] { [] }

    func encodeNil() throws { throw EventEncoding.Flaw.emptyElement }
    func encode(_ value: String) throws { tree.set(.text(value), at: place) }
    func encode<T: Encodable>(_ value: T) throws { try tree.write(value, at: place) }
}

extension EncodingTree {
    /// Types that the ledger stores as they are. Looking a type up here is much cheaper than asking
    /// a value that is none of them what it is.
    static let scalars: Set<ObjectIdentifier> = [
        ObjectIdentifier(PersonalMark.self), ObjectIdentifier(String.self),
        ObjectIdentifier(Bool.self), ObjectIdentifier(Double.self), ObjectIdentifier(Float.self),
        ObjectIdentifier(Int.self), ObjectIdentifier(Int64.self), ObjectIdentifier(Int32.self),
        ObjectIdentifier(Int16.self), ObjectIdentifier(Int8.self), ObjectIdentifier(UInt.self),
        ObjectIdentifier(UInt64.self), ObjectIdentifier(UInt32.self),
        ObjectIdentifier(UInt16.self), ObjectIdentifier(UInt8.self),
    ]

    /// Writes the scalars that the ledger knows as they are, everything else through its own
    /// `encode(to:)`. Numbers that are not whole are written as text, exactly.
    func write<Value: Encodable>(_ value: Value, at place: Int) throws {
        guard Self.scalars.contains(ObjectIdentifier(Value.self)) else {
            return try value.encode(to: EventEncoder(tree: self, place: place))
        }
        switch value {
        case let mark as PersonalMark:
            set(.personal(PersonalReference(id: mark.id, digest: mark.digest)), at: place)
        case let text as String: set(.text(text), at: place)
        case let flag as Bool: set(.bool(flag), at: place)
        case let number as Double: set(.text(number.description), at: place)
        case let number as Float: set(.text(number.description), at: place)
        case let number as any BinaryInteger & Encodable:
            guard let exact = Int64(exactly: number) else {
                throw EventEncoding.Flaw.numberTooLarge
            }
            set(.int(exact), at: place)
        default: try value.encode(to: EventEncoder(tree: self, place: place))
        }
    }
}
