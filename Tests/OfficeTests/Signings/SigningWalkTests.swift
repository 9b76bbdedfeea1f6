// Random leaders at the signing desk: nothing is signed twice, by nobody who may not, and the
// ledger tells the same.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Random leaders at the signing desk` {
    /// Every signature so far: dossier, how often, by whom.
    private func signatures(
        of codes: [String], in office: DossierTestOffice
    ) async throws -> [(code: String, records: [StepRecord])] {
        var all: [(String, [StepRecord])] = []
        for code in codes {
            let records = try await office.state(code).instance?.records ?? []
            all.append((code, records.filter { $0.node == "ky" && $0.isCompleted }))
        }
        return all
    }

    /// What somebody ticks: some of what stands there, and now and then what does not.
    private func choices(
        from list: Signings.List, _ chance: inout DossierTestChance, beside codes: [String]
    ) -> [Signings.Choice] {
        var chosen = list.rows.map(\.choice).filter { _ in chance.below(3) > 0 }
        if chance.below(3) == 0 {
            chosen.append(.init(dossier: chance.pick(codes), item: 1 + chance.below(9)))
        }
        if chance.below(9) == 0, let first = chosen.first { chosen.append(first) }
        return chosen
    }

    @Test(arguments: [5, 2_017, 61_018])
    func `sign each thing once, in the right name`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            try await office.publish(try SigningSamples.process())
            var chance = DossierTestChance(seed: seed)
            var codes: [String] = []
            var signed: [Signings.Choice] = []
            for turn in 0..<40 {
                if chance.below(3) == 0 || codes.isEmpty {
                    codes.append(
                        try await office.receiveForSigning(isAccepted: chance.below(2) == 0))
                }
                if chance.below(4) == 0 { office.sources.set(office.now + chance.below(900)) }
                let person: PersonID = chance.pick(["anh", "anh", "pho", "chi", "giang", "tam"])
                let list = try await office.signings(as: person)
                let chosen = choices(from: list, &chance, beside: codes)
                if chosen.isEmpty { continue }
                let before = try await office.sequence()
                let found = try await office.sign(chosen, as: person, key: "t\(turn)")
                #expect(found.count == chosen.count, "each is told")
                let new = found.filter(\.isSigned).map(\.choice)
                if new.isEmpty { #expect(try await office.sequence() == before) }
                let waiting = Set(list.rows.map(\.choice))
                #expect(new.allSatisfy { waiting.contains($0) }, "nothing but what waited")
                signed += Set(new)
                let still = try await office.signings(as: person).rows.map(\.choice)
                #expect(Set(still).isDisjoint(with: new), "what is signed is gone")
            }
            #expect(signed.count > 3 && Set(signed).count == signed.count, "once")
            for (code, records) in try await signatures(of: codes, in: office) {
                #expect(records.count <= 1, "\(code)")
                guard let record = records.first else { continue }
                #expect(signed.contains { $0.dossier == code })
                #expect(record.answerable == "anh", "whose work it is")
                #expect(record.person == "anh" || record.onBehalfOf == "anh")
            }
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean, "\(replay.findings)")
            #expect(try await office.desk.store.read { try Verification.run($0) }.isClean)
        }
    }
}
