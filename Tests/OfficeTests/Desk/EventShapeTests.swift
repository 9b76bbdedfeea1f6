// Shapes are for ever: the entries of the organisation as they stand in every ledger, and every
// shape of value that an event or a state may have.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Shapes of events` {
    private static let day = organisationDay("2017-08-01")

    /// What older ledgers hold. A line here is never changed, only added to.
    static let entries: [(People.Event, String, String)] = [
        (
            .unitCreated(
                unit: .init(
                    id: "p.tp", code: "PA-TP", name: "Tư pháp", kind: .team, level: .ward,
                    parent: "p", functions: ["tu-phap"], from: day)),
            "people.unitCreated",
            """
            {unit: {code: "PA-TP", from: "2017-08-01", functions: ["tu-phap"], id: "p.tp", \
            kind: "team", level: "ward", name: "Tư pháp", nameEnglish: "", parent: "p", source: ""}}
            """
        ),
        (
            .unitCreated(
                unit: .init(
                    id: "q", code: "Q", name: "Quận", nameEnglish: "District", kind: .committee,
                    level: .district, parent: nil, from: day, through: day + 1, source: "GK")),
            "people.unitCreated",
            """
            {unit: {code: "Q", from: "2017-08-01", functions: [], id: "q", kind: "committee", \
            level: "district", name: "Quận", nameEnglish: "District", source: "GK", \
            through: "2017-08-02"}}
            """
        ),
        (
            .unitClosed(id: "q", through: day), "people.unitClosed",
            #"{id: "q", through: "2017-08-01"}"#
        ),
        (
            .positionCreated(
                position: .init(
                    id: "1", unit: "q", code: "chu-tich", title: "Chủ tịch", isHead: true,
                    roles: [.lead, .figures])),
            "people.positionCreated",
            """
            {position: {code: "chu-tich", id: "1", isHead: yes, roles: ["lead", "figures"], \
            title: "Chủ tịch", unit: "q"}}
            """
        ),
        (
            .personAdded(person: .init(id: "an", name: "An", account: "an.mc", isInvented: true)),
            "people.personAdded",
            #"{person: {account: "an.mc", id: "an", isInvented: yes, name: "An"}}"#
        ),
        (
            .personAdded(person: .init(id: "an", name: "An")), "people.personAdded",
            #"{person: {id: "an", isInvented: no, name: "An"}}"#
        ),
        (
            .accountOpened(person: "an", name: "an.mc"), "people.accountOpened",
            #"{name: "an.mc", person: "an"}"#
        ),
        (
            .appointed(holding: .init(position: "1", person: "an", from: day)), "people.appointed",
            #"{holding: {from: "2017-08-01", person: "an", position: "1"}}"#
        ),
        (
            .holdingEnded(position: "1", person: "an", through: day), "people.holdingEnded",
            #"{person: "an", position: "1", through: "2017-08-01"}"#
        ),
        (
            .substituteNamed(
                substitution: .init(
                    absent: "an", substitute: "ba", unit: "q", from: day, through: day,
                    reason: "họp")),
            "people.substituteNamed",
            """
            {substitution: {absent: "an", from: "2017-08-01", reason: "họp", substitute: "ba", \
            through: "2017-08-01", unit: "q"}}
            """
        ),
        (
            .phoneSet(id: "q", phone: "1022"), "people.phoneSet",
            #"{id: "q", phone: "1022"}"#
        ),
    ]

    @Test func `of the organisation stand in the ledger as they always stood`() throws {
        for (event, type, text) in Self.entries {
            let entry = try EventEncoding.entry(of: event, feature: "people")
            #expect(entry.type == type)
            #expect(entry.payload.rendered == text)
            let read = try EventDecoding.event(
                People.Event.self, entryType: type,
                payload: try Payload(decoding: entry.payload.encoded()), feature: "people")
            #expect(read == event)
        }
    }

    @Test func `are known by their type alone, within their own feature`() throws {
        let (type, payload) = try EventEncoding.entry(
            of: People.Event.accountOpened(person: "an", name: "a"), feature: "people")
        for (other, feature) in [
            ("people.accountClosed", "people"), ("people.", "people"), ("people", "people"),
            ("", "people"), (type, "dossier"), ("peoples.accountOpened", "people"),
            ("People.accountOpened", "people"), ("people.appointed", "people"),
        ] {
            #expect(throws: (any Error).self, "\(other)") {
                try EventDecoding.event(
                    People.Event.self, entryType: other, payload: payload, feature: feature)
            }
        }
    }

    @Test func `may grow by an optional field without losing the old entries`() throws {
        struct Old: Codable { var name: String }
        struct New: Codable, Equatable {
            var name: String
            var note: String?
            var marks: [Int]?
        }
        let old = try EventEncoding.value(of: Old(name: "Một"))
        #expect(try EventDecoding.value(New.self, from: old) == New(name: "Một"))
        let new = try EventEncoding.value(of: New(name: "Hai", note: "x", marks: []))
        #expect(try EventDecoding.value(Old.self, from: new).name == "Hai")
    }

    // MARK: Shapes of values

    private enum Leaf: Hashable, Codable {
        case plain
        case one(Int)
        case named(text: String, leaf: [Leaf])
    }
    private struct Empty: Hashable, Codable {}
    private struct Maybe: Hashable, Codable {
        var number: Int?
        var text: String?
    }
    private struct Box<Value: Codable & Hashable>: Codable, Hashable { var value: Value }
    private struct Letter: RawRepresentable, Hashable, Codable { var rawValue: String }

    /// Through the bytes and back, inside a box and inside a list of boxes.
    private func comesBack(_ value: some Codable & Hashable) throws -> Bool {
        let boxes = Box(value: [Box(value: value), Box(value: value)])
        let bytes = try StreamState.bytes(of: boxes)
        let read = try EventDecoding.value(
            type(of: boxes), from: .nested(try Payload(decoding: bytes)))
        return try read == boxes && StreamState.bytes(of: read) == bytes
    }

    @Test func `numbers come back from one end to the other`() throws {
        for number in [Int.min, -1, 0, 1, .max] { #expect(try comesBack(number)) }
        for number in [Int64.min, .max] { #expect(try comesBack(number)) }
        for number in [Int32.min, .max] { #expect(try comesBack(number)) }
        for number in [Int16.min, .max] { #expect(try comesBack(number)) }
        for number in [Int8.min, .max] { #expect(try comesBack(number)) }
        for number in [UInt8.min, .max] { #expect(try comesBack(number)) }
        for number in [UInt16.min, .max] { #expect(try comesBack(number)) }
        for number in [UInt32.min, .max] { #expect(try comesBack(number)) }
        for number in [UInt64.min, UInt64(Int64.max)] { #expect(try comesBack(number)) }
        for number in [UInt.min, 7] { #expect(try comesBack(number)) }
        #expect(throws: EventEncoding.Flaw.self) { try comesBack(UInt64.max) }
    }

    @Test func `fractions come back to the last bit`() throws {
        for number in [
            0, -0.0, 0.1, 1.0 / 3, -2.5e-300, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
            .infinity, -.infinity, 1e21,
        ] {
            #expect(try comesBack(number), "\(number)")
        }
        for number: Float in [0, 0.1, -3.4e38, .leastNonzeroMagnitude, .infinity] {
            #expect(try comesBack(number), "\(number)")
        }
        let nan = try EventEncoding.value(of: Box(value: Double.nan))
        #expect(try EventDecoding.value(Box<Double>.self, from: nan).value.isNaN)
    }

    @Test func `texts come back letter by letter`() throws {
        for text in [
            "", " ", "Đặng Thị Hư Cấu", "e\u{301}", "é", "\u{0}", "\r\n\t", "😀👩‍👧", "\"\\{}",
            String(repeating: "ễ", count: 5000), "$", "null",
        ] {
            #expect(try comesBack(text))
            #expect(try comesBack([text]))
        }
        // Letters that look alike are not made one.
        let bytes = try StreamState.bytes(of: Box(value: "e\u{301}"))
        #expect(bytes != (try StreamState.bytes(of: Box(value: "\u{e9}"))))
    }

    @Test func `enums, optionals, sets, dictionaries and empty things come back`() throws {
        for leaf: Leaf in [
            .plain, .one(-3), .named(text: "", leaf: []),
            .named(text: "a", leaf: [.plain, .one(1), .named(text: "b", leaf: [.plain])]),
        ] {
            #expect(try comesBack(leaf))
            #expect(try comesBack([leaf]))
        }
        #expect(try comesBack(Empty()))
        #expect(try comesBack([Empty(), Empty()]))
        #expect(try comesBack([[Int]]()))
        #expect(try comesBack([[], [1], [1, 2, 3]]))
        #expect(try comesBack([String: Int]()))
        #expect(try comesBack(["a": [1: "b"], "đ": [:]]))
        #expect(try comesBack([PersonID("an"): [UnitID("p"): true]]))
        #expect(try comesBack([Letter(rawValue: "x"): 1]))
        #expect(try comesBack(Set([3])))
        #expect(try comesBack(Maybe(number: nil, text: nil)))
        #expect(try comesBack(Maybe(number: 4, text: "")))
        #expect(try comesBack(Self.day))
        #expect(try comesBack(LocalMinute(startOf: Self.day)))
        #expect(try comesBack(PersonalMark(id: "a/1", digest: [UInt8](repeating: 1, count: 32))))
    }

    @Test func `a dictionary has the same bytes in whatever order it was filled`() throws {
        var chance = DossierTestChance(seed: 12)
        let pairs = (0..<200).map { ("k\($0)", $0) }
        let bytes = try StreamState.bytes(of: Dictionary(uniqueKeysWithValues: pairs))
        for _ in 0..<10 {
            var (left, filled) = (pairs, [String: Int]())
            while !left.isEmpty {
                let pair = left.remove(at: chance.below(left.count))
                filled[pair.0] = pair.1
            }
            #expect(try StreamState.bytes(of: filled) == bytes)
        }
    }

    @Test func `nothing inside a list is refused, for the ledger has no word for it`() {
        #expect(throws: EventEncoding.Flaw.self) {
            try EventEncoding.value(of: Box(value: [1, nil, 3] as [Int?]))
        }
        #expect(throws: EventEncoding.Flaw.self) { try EventEncoding.value(of: Int?.none) }
    }

    @Test func `a key that the ledger does not know is refused`() {
        for key in ["", "$", "$ref"] {
            #expect(throws: PayloadError.self) { try StreamState.bytes(of: [key: 1]) }
        }
    }

    @Test func `a value that is no event or no state is refused`() {
        #expect(throws: EventEncoding.Flaw.self) { try EventEncoding.entry(of: 3, feature: "x") }
        #expect(throws: EventEncoding.Flaw.self) {
            try EventEncoding.entry(of: ["a": 1], feature: "x")
        }
        #expect(throws: EventEncoding.Flaw.self) {
            try EventEncoding.entry(of: ["a": Empty(), "b": Empty()], feature: "x")
        }
        #expect(throws: EventEncoding.Flaw.self) { try StreamState.bytes(of: "x") }
        #expect(throws: EventEncoding.Flaw.self) { try StreamState.bytes(of: [1]) }
    }
}
