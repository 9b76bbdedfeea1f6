// Whatever leaders give and revoke, nobody's signature lies with two delegates for the same thing
// on the same day: counted day by day and process by process.

import Engine
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Delegations by chance` {
    private static let fields: [ProcessCode: String] = [
        "KY-01": "Hộ tịch", "KY-02": "Hộ tịch", "CT-02": "Chứng thực", "XD-01": "Xây dựng",
    ]
    private static let first = ProcedureSamples.day("2017-07-03")

    private func around(
        _ person: PersonID, _ ward: People.Organisation, on day: Int = 0
    ) -> Delegations.Surroundings {
        .init(
            person: person, organisation: ward, fields: Self.fields,
            now: LocalMinute(startOf: Self.first + day) + 540)
    }

    private func grant(_ chance: inout DossierTestChance) -> Delegations.Grant {
        let from = chance.below(20)
        let names = chance.below(3)
        return Delegations.Grant(
            leader: chance.pick(["anh", "pho"]),
            delegate: chance.pick(["tam", "binh", "ke", "ha"]),
            office: "p", form: chance.pick(Delegations.Form.allCases),
            fields: names == 0 ? [chance.pick(["Hộ tịch", "Chứng thực", "Xây dựng"])] : [],
            processes: names == 1 ? [chance.pick(Self.fields.keys.sorted())] : [],
            from: Self.first + from, through: Self.first + from + chance.below(12),
            weekdays: chance.below(2) == 0 ? [1 + chance.below(7), 1 + chance.below(7)] : [],
            document: "\(chance.below(99))/UQ")
    }

    /// Who may sign each process for each leader on each day.
    private func expectOneHand(_ book: Delegations.Book) {
        for offset in 0..<34 {
            let day = Self.first + offset
            for (process, field) in Self.fields {
                for leader: PersonID in ["anh", "pho"] {
                    let hands = book.delegations.filter {
                        $0.isOpen && $0.grant.leader == leader && $0.grant.covers(day)
                            && $0.grant.covers(process, field: field)
                    }
                    #expect(hands.count <= 1, "\(day.text) \(process) \(leader)")
                }
            }
        }
    }

    @Test(arguments: [2, 30, 1_911] as [UInt64])
    func `never lie with two`(_ seed: UInt64) throws {
        let ward = try OrganisationTestState.ward()
        var chance = DossierTestChance(seed: seed)
        var book = Delegations.Book()
        var (given, overlapping, revoked) = (0, 0, 0)
        for _ in 0..<160 {
            if chance.below(4) == 0, !book.delegations.isEmpty {
                let number = 1 + chance.below(book.delegations.count)
                let leader = book.delegations[number - 1].grant.leader
                do {
                    let events = try Delegations.decide(
                        .revoke(number, reason: "đổi"), on: book, in: around(leader, ward))
                    for event in events { book.apply(event) }
                    revoked += 1
                } catch {
                    #expect(error == .alreadyRevoked, "\(error)")
                }
                continue
            }
            let grant = grant(&chance)
            do {
                let events = try Delegations.decide(
                    .give(grant), on: book, in: around(grant.leader, ward))
                for event in events { book.apply(event) }
                given += 1
            } catch {
                switch error {
                case .overlaps(let number):
                    overlapping += 1
                    expectShared(grant, book.delegations[number - 1].grant)
                case .neverHolds: continue
                default: Issue.record("\(error)")
                }
            }
            expectOneHand(book)
        }
        #expect(book.delegations.map(\.number) == book.delegations.indices.map { $0 + 1 })
        #expect(given > 10 && overlapping > 20 && revoked > 5, "\(given) \(overlapping) \(revoked)")
    }

    /// What is refused as overlapping does share a day and a process, or two fields by name.
    private func expectShared(_ one: Delegations.Grant, _ other: Delegations.Grant) {
        let isShared = (0..<34).contains { offset in
            let day = Self.first + offset
            return one.covers(day) && other.covers(day)
                && Self.fields.contains { process, field in
                    one.covers(process, field: field) && other.covers(process, field: field)
                }
        }
        #expect(isShared && one.leader == other.leader)
    }

    @Test(arguments: [9, 81] as [UInt64])
    func `are asked the same way from both sides`(_ seed: UInt64) throws {
        let ward = try OrganisationTestState.ward()
        var chance = DossierTestChance(seed: seed)
        let around = around("anh", ward)
        var overlapping = 0
        for _ in 0..<400 {
            let (one, other) = (grant(&chance), grant(&chance))
            #expect(one.overlaps(other, around) == other.overlaps(one, around))
            if one.overlaps(other, around) {
                overlapping += 1
                expectShared(one, other)
            }
            let holds = (0..<34).contains { one.covers(Self.first + $0) }
            #expect(one.overlaps(one, around) == holds, "each overlaps itself, where it ever holds")
        }
        #expect(overlapping > 20)
    }

    @Test(arguments: [3, 33] as [UInt64])
    func `hold for the one who was named and for nobody else`(_ seed: UInt64) throws {
        let ward = try OrganisationTestState.ward()
        var chance = DossierTestChance(seed: seed)
        for _ in 0..<60 {
            let grant = grant(&chance)
            var book = Delegations.Book()
            book.apply(
                .given(
                    delegation: .init(
                        number: 1, grant: grant, givenAt: LatenessSamples.moment("3T09:00"),
                        givenBy: grant.leader)))
            for offset in 0..<34 {
                let day = Self.first + offset
                for person in DossierTestSamples.people {
                    let holds = !book.inForce(for: person, ward, on: day).isEmpty
                    #expect(holds == (person == grant.delegate && grant.covers(day)))
                }
            }
        }
    }
}
