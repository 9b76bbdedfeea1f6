// A page offers no act that would be refused: whoever looks, wherever the dossier is.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Acts that a page offers` {
    /// An act with what its form would hold; `nil` where the form has nothing to choose from.
    private func command(
        _ act: Dossiers.Act, _ work: Dossiers.OpenWork, _ code: String
    ) -> Dossiers.Command? {
        let item = WorkItemID(work.item)
        let colleague = work.colleagues.first?.id
        let engine: EngineCommand?
        switch act {
        case .accept: engine = .accept(item)
        case .returnHandover: engine = .returnHandover(item, reason: "Thiếu trang")
        case .take: engine = .take(item)
        case .assign: engine = colleague.map { .assign(item, to: $0) }
        case .complete: engine = .complete(item, product: "Phiếu", fields: [:])
        case .sendBack:
            engine = work.returns.first.map {
                .sendBack(item, to: NodeID($0.node), reason: "Sai ngày")
            }
        case .handOver: engine = colleague.map { .handOver(item, to: $0, reason: "đi họp") }
        case .askSupplement:
            return .askSupplement(code, item, reason: "Thiếu", papers: ["Hộ khẩu"])
        case .receiveSupplement: engine = .receiveSupplement(item)
        case .askDuty: engine = .askDuty(item, reason: "Lệ phí")
        case .confirmDuty: engine = .confirmDuty(item)
        case .endWait: engine = .endWait(item, event: nil)
        case .retry: engine = .retry(item, fields: [:])
        case .refuse, .withdraw, .stop: engine = nil
        }
        return engine.map { .act(code, $0) }
    }

    private struct Offered {
        let act: Dossiers.Act
        let person: PersonID
        let onBehalfOf: PersonID?
        let command: Dossiers.Command
    }

    /// Everything that the pages of all who find the dossier offer.
    private func offered(
        _ office: DossierTestOffice, _ code: String
    ) async throws -> [Offered] {
        var found: [Offered] = []
        for person in DossierTestSamples.people {
            guard try await office.finds(code, as: person) else { continue }
            let record = try await office.record(code, as: person)
            for work in record.work {
                for act in work.acts {
                    guard let command = command(act, work, code) else { continue }
                    found.append(
                        .init(
                            act: act, person: person, onBehalfOf: work.onBehalfOf,
                            command: command))
                }
            }
            for (act, outcome) in [
                (Dossiers.Act.refuse, EndOutcome.refused), (.withdraw, .withdrawn),
                (.stop, .stopped),
            ] where record.acts.contains(act) {
                found.append(
                    .init(
                        act: act, person: person, onBehalfOf: record.actsFor,
                        command: .act(code, .close(outcome, reason: "vì"))))
            }
        }
        return found
    }

    @Test(arguments: [3, 61, 2018]) func `are done when somebody presses them`(
        _ seed: UInt64
    ) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            var pressed: [Dossiers.Act: Int] = [:]
            for number in 0..<24 {
                let process = DossierTestSamples.processes[number % 3].code
                let code = try await office.receive { $0.process = process }
                for _ in 0..<14 {
                    let all = try await offered(office, code)
                    // Ends are rare, so that the dossier goes on.
                    let going = all.filter { ![.refuse, .withdraw, .stop].contains($0.act) }
                    let pool = chance.below(12) == 0 || going.isEmpty ? all : going
                    if pool.isEmpty { break }
                    let choice = chance.pick(pool)
                    office.sources.set(office.now + chance.below(40))
                    do {
                        try await office.perform(
                            choice.command, by: choice.person, for: choice.onBehalfOf)
                        pressed[choice.act, default: 0] += 1
                    } catch {
                        let absent = choice.onBehalfOf ?? "–"
                        Issue.record("\(choice.person) for \(absent): \(choice.act) \(error)")
                        break
                    }
                }
            }
            #expect(pressed.count > 9, "\(pressed)")
        }
    }

    @Test func `leave nobody without one while a dossier is open`() async throws {
        try await DossierTestOffice.run { office in
            for stage in DossierStage.allCases {
                let code = try await stage.make(office)
                let all = try await offered(office, code)
                #expect(all.isEmpty == stage.isEnded, "\(stage)")
            }
        }
    }

    @Test func `assigning is for the head of that very unit`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            // The head of the one-stop unit stands in for its officer: that is not being its head.
            let standing = try await office.record(code, as: "binh")
            #expect(standing.work.first?.onBehalfOf == "chi")
            #expect(standing.work.first?.acts.contains(.complete) == true)
            #expect(standing.work.first?.acts.contains(.assign) == false)
            let own = try await office.receive(by: "binh")
            #expect(
                try await office.record(own, as: "binh").work.first?.acts.contains(.assign) == true)
        }
    }
}
