// Random people do random things through the desk. After every command the office is sound, and in
// the end the read tables are those that the ledger alone gives.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// Writes the read tables anew from the entries, command by command, as they once came.
enum DossierRebuild {
    static func run(in office: DossierTestOffice) async throws {
        let memory = office.desk.memory
        _ = try await office.desk.store.write { transaction in
            for table in DossierTestOffice.readTables {
                try transaction.execute("DELETE FROM \(table)")
            }
            let streams = try transaction.rows(
                "SELECT stream FROM streamHead WHERE stream LIKE 'dossier/%' ORDER BY stream"
            ).map { try $0.text("stream") }
            for stream in streams { try rebuild(stream, in: transaction, memory) }
        }
    }

    private static func rebuild(
        _ stream: String, in transaction: any LedgerTransaction, _ memory: DeskMemory
    ) throws {
        var dossier: Dossiers.Dossier?
        var before: Dossiers.Dossier?
        for entry in try transaction.entries(of: stream, after: 0, limit: 10_000) {
            let now = try Dossiers.Dossier.told(by: entry, after: dossier, zone: .indochina)
            dossier = now
            // What the register tells comes before the work of the same command; a calendar may
            // be taken without any.
            if entry.type.hasPrefix("dossier."), entry.type != "dossier.calendarTaken" { continue }
            let work = DeskWork(
                order: DeskOrder(
                    command: .people(.createUnit(DossierRebuild.nobody)), actor: nil,
                    at: Instant(milliseconds: entry.at), key: "", salt: []),
                transaction: transaction, memory: memory, zone: .indochina)
            try project(now, before, work)
            before = now
        }
    }

    private static let nobody = People.Unit(
        id: "x", code: "X", name: "x", kind: .team, level: .ward, parent: nil, functions: [],
        from: DayNumber(rawValue: 0))

    private static func project(
        _ dossier: Dossiers.Dossier, _ before: Dossiers.Dossier?, _ work: DeskWork
    ) throws {
        let registration = dossier.registration
        var applicant: Dossiers.Applicant?
        if before == nil {
            // Of somebody whose values were erased the register knows nothing any more.
            applicant = Dossiers.Applicant(name: "")
            if case .kept(let text, _) = try work.transaction.personal(
                id: registration.applicant.id)
            {
                applicant = try Dossiers.Applicant(text: text)
            }
        }
        try work.project(
            dossier, before: before,
            try work.reading.issue(registration.process, registration.issue),
            try work.reading.organisation(), applicant: applicant)
    }
}

@Suite struct `Random people at the desk` {
    private func command(
        on code: String, _ item: WorkItemID, _ chance: inout DossierTestChance
    ) -> Dossiers.Command {
        let reason = chance.pick(["", "Vì lý do", " ", "Hồ sơ <thiếu>"])
        let person = chance.pick(DossierTestSamples.people)
        let commands: [EngineCommand] = [
            .accept(item), .returnHandover(item, reason: reason), .take(item),
            .assign(item, to: person), .handOver(item, to: person, reason: reason),
            .complete(item, product: chance.pick(["", "Phiếu"]), fields: [:]),
            .complete(item, product: "Phiếu", fields: ["soBan": .number(3)]),
            .complete(item, product: "Phiếu", fields: ["khongCo": .text("x")]),
            .sendBack(item, to: chance.pick(["tham-dinh", "nhan"]), reason: reason),
            .receiveSupplement(item), .askDuty(item, reason: reason), .confirmDuty(item),
            .endWait(item, event: nil), .retry(item, fields: [:]),
            .changeFocalPoint(person, reason: reason), .linkCall(item, "x"),
            .endCall(item, .finished), .start("x", focalPoint: person, fields: [:]),
            .close(chance.pick(EndOutcome.allCases), reason: reason),
        ]
        if chance.below(9) == 0 {
            return .askSupplement(
                code, item, reason: reason, papers: chance.pick([[], ["Giấy"], ["Một", "Hai"]]))
        }
        return .act(code, commands[chance.below(commands.count - (chance.below(9) == 0 ? 0 : 1))])
    }

    /// Exactly one focal point and exactly one holder of each open item; nothing else is broken.
    private func expectSound(_ code: String, in office: DossierTestOffice) async throws {
        let dossier = try await office.state(code)
        let instance = try #require(dossier.instance)
        let version = try #require(
            DossierTestSamples.processes.first { $0.code == dossier.registration.process })
        #expect(instance.violations(version).isEmpty, "\(instance.violations(version))")
        let row = try await office.desk.read {
            try $0.rows("SELECT focalPoint, holder FROM dossier WHERE code = ?", [.text(code)])
        }
        #expect(row.count == 1)
        #expect(try row.first?.text("focalPoint") == instance.focalPoint.rawValue)
        #expect(try row.first?.text("holder") == (instance.items.first?.holder.rawValue ?? ""))
        let people = try await office.desk.read {
            try $0.rows(
                "SELECT item, count(*) AS n FROM workItem WHERE dossier = ? GROUP BY item",
                [.text(code)]
            ).map { try $0.int("n") }
        }
        #expect(people.count == instance.items.count && people.allSatisfy { $0 == 1 })
    }

    /// One command by somebody; whether it was done. A refusal leaves every table as it was.
    private func step(
        _ office: DossierTestOffice, _ code: String, _ chance: inout DossierTestChance,
        checksTables: Bool
    ) async throws -> Bool {
        let items = try await office.state(code).instance?.items ?? []
        let before = checksTables ? try await office.dumpOfReadTables() : [:]
        let sequence = try await office.sequence()
        do {
            if chance.below(2) == 0, let item = items.first, item.stops.isEmpty {
                try await office.advance(code)
                return true
            }
            let item = items.isEmpty ? 1 : chance.pick(items).id
            let holder = items.first.map { $0.offer?.person ?? $0.holder } ?? "chi"
            let person = chance.below(3) == 0 ? chance.pick(DossierTestSamples.people) : holder
            let absent: PersonID? =
                chance.below(6) == 0 ? chance.pick(DossierTestSamples.people) : nil
            try await office.perform(
                command(on: code, item, &chance), by: person, for: absent)
            return true
        } catch is any Refusal {
            #expect(try await office.sequence() == sequence, "a refusal writes no entry")
            if checksTables {
                #expect(try await office.dumpOfReadTables() == before, "a refusal writes no row")
            }
            return false
        }
    }

    @Test(arguments: [7, 1945, 30_000_001])
    func `leave one focal point, one holder an item, and tables that replay gives`(
        _ seed: UInt64
    ) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            var codes: [String] = []
            var (done, refused) = (0, 0)
            for number in 0..<360 {
                office.sources.set(office.now + chance.below(200))
                if number % 12 == 0 {
                    let process = chance.pick(DossierTestSamples.processes).code
                    codes.append(try await office.receive { $0.process = process })
                }
                let code = chance.pick(codes)
                let isDone = try await step(
                    office, code, &chance, checksTables: number % 10 == 0)
                if isDone { done += 1 } else { refused += 1 }
                try await expectSound(code, in: office)
            }
            #expect(done > 70 && refused > 60, "\(done) done, \(refused) refused")
            let lived = try await office.dumpOfReadTables()
            #expect(lived["dossier"]?.count == codes.count)
            try await DossierRebuild.run(in: office)
            let rebuilt = try await office.dumpOfReadTables()
            for table in DossierTestOffice.readTables {
                #expect(rebuilt[table] == lived[table], "\(table)")
            }
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean, "\(replay.findings)")
        }
    }

    @Test func `the same people doing the same give the same ledger to the byte`() async throws {
        var heads: [[String]] = []
        for _ in 0..<2 {
            try await DossierTestOffice.run { office in
                var chance = DossierTestChance(seed: 99)
                for number in 0..<60 {
                    office.sources.set(office.now + chance.below(90))
                    let code =
                        number % 6 == 0
                        ? try await office.receive()
                        : "PA-170703-000\(1 + chance.below(number / 6 + 1))"
                    guard try await office.finds(code, as: "chi") else { continue }
                    _ = try await step(office, code, &chance, checksTables: false)
                }
                heads.append(
                    try await office.desk.read { reading in
                        try reading.rows("SELECT stream, hash FROM streamHead ORDER BY stream")
                            .map { "\(try $0.text("stream")) \(try $0.blob("hash"))" }
                    })
            }
        }
        #expect(heads.first == heads.last)
        #expect((heads.first?.count ?? 0) > 8)
    }
}
