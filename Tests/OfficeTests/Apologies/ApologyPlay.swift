// Dossiers at every stage by chance, for tests of apologies: taken in, worked on, stopped, begun
// again, ended, apologised for, while days pass.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

struct ApologyPlay {
    let office: DossierTestOffice
    var chance: DossierTestChance
    private(set) var codes: [String] = []
    private(set) var apologised = 0

    /// With a process whose steps have no time of their own, and one without any limit.
    init(_ office: DossierTestOffice, seed: UInt64) async throws {
        self.office = office
        chance = DossierTestChance(seed: seed)
        try await office.publish(
            DossierExtraSamples.withinTotal("TG-09", total: .workingDays(1)))
        try await office.publish(DossierExtraSamples.withinTotal("TG-10", total: nil))
    }

    mutating func steps(_ count: Int) async throws {
        for _ in 0..<count { try await step() }
    }

    private mutating func step() async throws {
        office.sources.set(office.now + chance.below(150))
        if codes.count < 4 || chance.below(7) == 0 {
            let process: ProcessCode = chance.pick(["KS-01", "CT-02", "XN-03", "TG-09", "TG-10"])
            codes.append(try await office.receive { $0.process = process })
            return
        }
        let code = chance.pick(codes)
        guard let item = try await office.state(code).instance?.items.first else { return }
        do {
            switch chance.below(12) {
            case 0:
                try await office.act(.askDuty(item.id, reason: "thuế"), on: code, by: item.holder)
            case 1:
                try await office.perform(
                    .askSupplement(code, item.id, reason: "thiếu", papers: ["Giấy"]),
                    by: item.holder)
            case 2, 3: try await office.act(.confirmDuty(item.id), on: code, by: item.holder)
            case 4, 5: try await office.act(.receiveSupplement(item.id), on: code, by: item.holder)
            case 6:
                if chance.below(3) == 0 {
                    try await office.act(.close(.withdrawn, reason: "rút"), on: code, by: "chi")
                }
            case 7: try await apologise(code)
            default: try await office.advance(code)
            }
        } catch is any Refusal {}
    }

    /// Six working days from now at the earliest; some are days off and refused.
    mutating func apologise(_ code: String) async throws {
        let day = office.now.day + 8 + chance.below(5)
        try await office.perform(
            .apologise(code, reason: "Chờ xác minh", day: day),
            by: chance.pick(["anh", "pho"]))
        apologised += 1
    }

    /// The forecast once more from the state alone, beside every read table.
    func forecast() async throws -> [String: Apologies.Outlook] {
        var outlooks: [String: Apologies.Outlook] = [:]
        let now = office.now
        for code in codes {
            let dossier = try await office.state(code)
            let outlook = try await office.desk.read { reading in
                Apologies.outlook(
                    of: dossier,
                    version: try reading.version(
                        dossier.registration.process, issue: dossier.registration.issue),
                    calendar: try reading.calendar(dossier.calendar), at: now)
            }
            outlooks[code] = outlook
        }
        return outlooks
    }
}
