// Entries that were meddled with: a wrong value in any place is refused with a flaw, never a crash.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Entries that were meddled with` {
    private struct Box<Value: Codable>: Codable { var value: Value }

    private static let wrong: [PayloadValue] = [
        .text("x"), .text(""), .bool(true), .bytes([1]), .list([]), .list([1]), .nested(Payload()),
        .nested(["value": 1]), .int(Int64.max), .int(Int64.min), .int(300),
        .personal(PersonalReference(id: "a", digest: [UInt8](repeating: 0, count: 32))),
    ]

    /// How many of the wrong values are taken after all.
    private func taken<Value: Codable>(_ type: Value.Type) -> Int {
        Self.wrong.count { value in
            guard let payload = try? Payload([("value", value)]) else { return false }
            return (try? EventDecoding.value(Box<Value>.self, from: .nested(payload))) != nil
        }
    }

    @Test func `a number is read from a number that fits, and from nothing else`() {
        #expect(taken(Int.self) == 3)
        #expect(taken(Int64.self) == 3)
        #expect(taken(Int32.self) == 1)
        #expect(taken(Int16.self) == 1)
        #expect(taken(Int8.self) == 0)
        #expect(taken(UInt8.self) == 0)
        #expect(taken(UInt16.self) == 1)
        #expect(taken(UInt32.self) == 1)
        #expect(taken(UInt64.self) == 2)
        #expect(taken(UInt.self) == 2)
    }

    @Test func `texts, flags, fractions, lists and marks are read from their own kind alone`() {
        #expect(taken(String.self) == 2)
        #expect(taken(Bool.self) == 1)
        #expect(taken(Double.self) == 0)
        #expect(taken(Float.self) == 0)
        // An empty list writes nothing, so nothing is an empty list.
        #expect(taken([String].self) == 2)
        #expect(taken([Int].self) == 3)
        #expect(taken(PersonalMark.self) == 1)
        #expect(taken(DayNumber.self) == 0)
        #expect(taken(PersonID.self) == 2)
        #expect(taken(People.Role.self) == 0)
        #expect(taken(People.Holding.self) == 0)
    }

    @Test(arguments: [
        "", "2017", "2017-02-29", "01/08/2017", "2017-08-01T00:00", "hôm nay", "2017-08-1",
    ])
    func `a day that is none is refused`(_ text: String) throws {
        let payload = try Payload([("value", .text(text))])
        #expect(throws: (any Error).self) {
            try EventDecoding.value(Box<DayNumber>.self, from: .nested(payload))
        }
    }

    @Test func `a flaw names the place`() throws {
        let holding: Payload = ["from": "2017-08-01", "person": 7, "position": "1"]
        let payload: Payload = ["holding": .nested(holding)]
        do {
            _ = try EventDecoding.event(
                People.Event.self, entryType: "people.appointed", payload: payload,
                feature: "people")
            Issue.record("a person that is a number was read")
        } catch EventDecoding.Flaw.mismatch(let expected) {
            #expect(expected.contains("String") && expected.contains("holding.person"))
        }
        do {
            _ = try EventDecoding.event(
                People.Event.self, entryType: "people.holdingEnded",
                payload: ["person": "an", "position": "1"], feature: "people")
            Issue.record("an ending without a day was read")
        } catch EventDecoding.Flaw.missing(let key) {
            #expect(key == "through")
        }
    }

    /// Every field of every event in turn: gone, or of another kind.
    @Test func `each field of each event of the organisation is needed, in its kind`() throws {
        /// What may be left out, in the events that hold it inside their noun.
        let optional: Set = [
            "unit.parent.gone", "unit.through.gone", "person.account.gone",
            "holding.through.gone", "phone.gone",
        ]
        for (event, type, _) in `Shapes of events`.entries {
            let (_, payload) = try EventEncoding.entry(of: event, feature: "people")
            for (path, changed) in Self.variants(of: payload) {
                let read = try? EventDecoding.event(
                    People.Event.self, entryType: type, payload: changed, feature: "people")
                #expect((read != nil) == optional.contains(path), "\(type) \(path)")
            }
        }
    }

    /// The payload with one field taken out, and with one field of another kind.
    private static func variants(of payload: Payload) -> [(String, Payload)] {
        var found: [(String, Payload)] = []
        for (index, field) in payload.fields.enumerated() {
            func replaced(_ value: PayloadValue?) -> Payload? {
                var pairs = payload.fields.map { ($0.key, $0.value) }
                if let value { pairs[index].1 = value } else { pairs.remove(at: index) }
                return try? Payload(pairs)
            }
            if let gone = replaced(nil) { found.append(("\(field.key).gone", gone)) }
            if let other = replaced(.bytes([0])) { found.append(("\(field.key).bytes", other)) }
            guard case .nested(let inner) = field.value else { continue }
            for (path, changed) in variants(of: inner) {
                if let whole = replaced(.nested(changed)) {
                    found.append(("\(field.key).\(path)", whole))
                }
            }
        }
        return found
    }

    @Test func `values by chance are read or refused`() throws {
        var chance = DossierTestChance(seed: 41)
        let entries = `Shapes of events`.entries
        var (read, refused) = (0, 0)
        for _ in 0..<3000 {
            let (event, type, _) = chance.pick(entries)
            let (_, payload) = try EventEncoding.entry(of: event, feature: "people")
            let changed = Self.changed(payload, by: &chance)
            do {
                let found = try EventDecoding.event(
                    People.Event.self, entryType: type, payload: changed, feature: "people")
                // What was understood can be written again.
                _ = try EventEncoding.entry(of: found, feature: "people").payload.encoded()
                read += 1
            } catch {
                refused += 1
            }
        }
        #expect(read > 50 && refused > 500, "\(read) \(refused)")
    }

    private static func changed(
        _ payload: Payload, by chance: inout DossierTestChance
    ) -> Payload {
        var pairs: [(String, PayloadValue)] = []
        for field in payload.fields {
            if chance.below(12) == 0 { continue }
            if case .nested(let inner) = field.value, chance.below(8) > 0 {
                pairs.append((field.key, .nested(changed(inner, by: &chance))))
            } else {
                pairs.append((field.key, chance.below(6) == 0 ? chance.pick(wrong) : field.value))
            }
        }
        return (try? Payload(pairs)) ?? payload
    }

    @Test func `a saved state that was damaged is an error, not another organisation`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let good = try await office.desk.read {
                try StreamState.bytes(of: try $0.organisation())
            }
            for bytes: [UInt8] in [
                [], [1], [9, 9, 9], Array(good.dropLast()), good + [0], [1, 0],
                try Payload([("units", .text("x"))]).encoded(),
            ] {
                _ = try await office.desk.store.write {
                    try $0.execute(
                        """
                        INSERT INTO streamState (stream, version, state) VALUES (?, 1, ?)
                        ON CONFLICT (stream) DO UPDATE SET state = excluded.state
                        """,
                        [.text(People.stream), .blob(bytes)])
                }
                let desk = Desk(store: office.desk.store, sources: office.desk.sources)
                await #expect(throws: (any Error).self, "\(bytes.count) bytes") {
                    try await desk.read { try $0.organisation() }
                }
            }
        }
    }
}
