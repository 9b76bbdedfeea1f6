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
        let tree = EncodingTree()
        try value.encode(to: EventEncoder(tree: tree, place: EncodingTree.root))
        return try tree.finished(EncodingTree.root)
    }

    public enum Flaw: Error, Sendable {
        /// Not one enum case with values.
        case notAnEvent
        case numberTooLarge
        /// The ledger has no word for nothing inside a list.
        case emptyElement
    }
}

/// A value while it writes itself: a tree whose places lie in one list, so that a value costs no
/// allocation of its own. Each place knows its first and last child and the next of its parent.
final class EncodingTree {
    enum Kind { case empty, single, keyed, list }

    private struct Place {
        var key = ""
        var kind = Kind.empty
        var scalar: PayloadValue?
        var first = 0
        var last = 0
        var next = 0
        var count = 0
    }

    static let root = 0
    private var places = [Place()]

    func count(of place: Int) -> Int { places[place].count }

    func set(_ value: PayloadValue, at place: Int) {
        places[place].kind = .single
        places[place].scalar = value
    }

    /// A container that stays empty is one all the same.
    func open(_ kind: Kind, at place: Int) {
        if places[place].kind == .empty { places[place].kind = kind }
    }

    func child(of place: Int, _ key: String) -> Int { add(to: place, .keyed, key) }

    func element(of place: Int) -> Int { add(to: place, .list, "") }

    private func add(to place: Int, _ kind: Kind, _ key: String) -> Int {
        let new = places.count
        var child = Place()
        child.key = key
        places.append(child)
        let last = places[place].last
        if last == 0 { places[place].first = new } else { places[last].next = new }
        places[place].last = new
        places[place].kind = kind
        places[place].count += 1
        return new
    }

    /// Keys stand in their own order, whatever order a dictionary gave them: the same value has
    /// the same bytes in every process.
    func finished(_ place: Int) throws(PayloadError) -> PayloadValue {
        switch places[place].kind {
        case .empty: return .nested(Payload())
        case .single: return places[place].scalar ?? .nested(Payload())
        case .keyed:
            var pairs: [(String, PayloadValue)] = []
            pairs.reserveCapacity(places[place].count)
            for child in children(of: place).sorted(by: { places[$0].key < places[$1].key }) {
                pairs.append((places[child].key, try finished(child)))
            }
            return .nested(try Payload(pairs))
        case .list:
            var values: [PayloadValue] = []
            values.reserveCapacity(places[place].count)
            for child in children(of: place) { values.append(try finished(child)) }
            return .list(values)
        }
    }

    private func children(of place: Int) -> [Int] {
        var found: [Int] = []
        found.reserveCapacity(places[place].count)
        var next = places[place].first
        while next != 0 {
            found.append(next)
            next = places[next].next
        }
        return found
    }
}

struct EventEncoder: Encoder {
    let tree: EncodingTree
    let place: Int
    /// Nobody asks where a value stands while it is written, and naming each place costs more than
    /// writing it.
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        tree.open(.keyed, at: place)
        return KeyedEncodingContainer(KeyedEventWriting<Key>(tree: tree, place: place))
    }
    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        tree.open(.list, at: place)
        return ListEventWriting(tree: tree, place: place)
    }
    func singleValueContainer() -> any SingleValueEncodingContainer {
        SingleEventWriting(tree: tree, place: place)
    }
}
