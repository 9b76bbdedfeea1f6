// Hundreds of commands by chance: lists, counts and the ledger agree after every one of them.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// Numbers that look like chance and are the same on each run (Knuth, MMIX).
struct DossierTestChance {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}

extension DossierTestOffice {
    /// The rows of the work lists are the open items, one person a row; counts are sums of rows.
    func expectListsAgree(on code: String) async throws {
        let dossier = try await state(code)
        let expected = (dossier.instance?.items ?? []).map { item in
            let list =
                item.offer != nil ? "offered" : item.stops.isEmpty ? "open" : "waiting"
            return "\(item.id) \(item.offer?.person ?? item.holder) \(item.holder) \(list)"
        }.sorted()
        let rows = try await desk.read { reading in
            try reading.rows(
                "SELECT item, person, holder, list FROM workItem WHERE dossier = ?",
                [.text(code)]
            ).map { row in
                "\(try row.int("item")) \(try row.text("person")) \(try row.text("holder")) "
                    + (try row.text("list"))
            }.sorted()
        }
        #expect(rows == expected)
        let status = try await desk.read {
            try $0.rows("SELECT status FROM dossier WHERE code = ?", [.text(code)]).first?
                .text("status")
        }
        #expect(status == dossier.status.rawValue)
        #expect((dossier.instance?.isEnded ?? false) == expected.isEmpty)
    }

    func expectCountsAgree() async throws {
        let differing = try await number(
            """
            SELECT count(*) AS n FROM
            (SELECT office, process, channel FROM dossier GROUP BY office, process, channel
             HAVING count(*) <> (SELECT coalesce(sum(c.received), 0) FROM dossierCount c
                WHERE c.office = dossier.office AND c.process = dossier.process
                    AND c.channel = dossier.channel)) AS wrong
            """)
        #expect(differing == 0)
        for (column, condition) in [
            ("received", "1 = 1"), ("early", "class = 'early'"), ("onTime", "class = 'onTime'"),
            ("late", "class = 'late'"),
            ("unclassed", "endedDay IS NOT NULL AND class IS NULL"),
        ] {
            let counted = try await number("SELECT sum(\(column)) AS n FROM dossierCount")
            let listed = try await number(
                "SELECT count(*) AS n FROM dossier WHERE \(condition)")
            #expect(counted == listed, "\(column)")
        }
    }
}

@Suite struct `A walk by chance` {
    private func command(
        on code: String, _ item: WorkItemID, _ chance: inout DossierTestChance
    ) -> Dossiers.Command {
        let reason = chance.pick(["", "Vì lý do", " "])
        let person = chance.pick(DossierTestSamples.people)
        let commands: [EngineCommand] = [
            .accept(item), .returnHandover(item, reason: reason), .take(item),
            .assign(item, to: person), .handOver(item, to: person, reason: reason),
            .complete(item, product: chance.pick(["", "Phiếu"]), fields: [:]),
            .sendBack(item, to: chance.pick(["tham-dinh", "nhan", "khong-co"]), reason: reason),
            .receiveSupplement(item), .askDuty(item, reason: reason), .confirmDuty(item),
            .endWait(item, event: nil), .retry(item, fields: [:]),
            .changeFocalPoint(person, reason: reason),
            .close(chance.pick(EndOutcome.allCases), reason: reason),
        ]
        if chance.below(8) == 0 {
            return .askSupplement(code, item, reason: reason, papers: ["Giấy"])
        }
        // Ends are rare, so that the walk goes on.
        let number = chance.below(commands.count - (chance.below(6) == 0 ? 0 : 1))
        return .act(code, commands[number])
    }

    private func step(
        _ office: DossierTestOffice, _ code: String, _ chance: inout DossierTestChance
    ) async throws -> Bool {
        let before = try await office.sequence()
        let items = try await office.state(code).instance?.items ?? []
        do {
            if chance.below(2) == 0, let item = items.first, item.stops.isEmpty {
                try await office.advance(code)
            } else {
                let item = items.isEmpty ? 1 : chance.pick(items).id
                let holder = items.first.map { $0.offer?.person ?? $0.holder } ?? "chi"
                let person = chance.below(3) == 0 ? chance.pick(DossierTestSamples.people) : holder
                try await office.perform(command(on: code, item, &chance), by: person)
            }
            return true
        } catch is any Refusal {
            #expect(try await office.sequence() == before, "a refusal writes nothing")
            return false
        }
    }

    @Test(arguments: [1, 2017]) func `keeps every list, count and chain true`(
        _ seed: UInt64
    ) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            var codes: [String] = []
            var done = 0
            for number in 0..<300 {
                office.sources.set(office.now + chance.below(120))
                if number % 10 == 0 {
                    let process = chance.pick(DossierTestSamples.processes).code
                    let channel = chance.pick(Dossiers.Channel.allCases)
                    codes.append(
                        try await office.receive {
                            $0.process = process
                            $0.channel = channel
                        })
                }
                let code = chance.pick(codes)
                if try await step(office, code, &chance) { done += 1 }
                try await office.expectListsAgree(on: code)
                if number % 20 == 0 { try await office.expectCountsAgree() }
            }
            try await office.expectCountsAgree()
            #expect(done > 60)
            let ended = "SELECT count(*) AS n FROM dossier WHERE endedDay IS NOT NULL"
            #expect(try await office.number(ended) > 2)
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean, "\(replay.findings)")
            #expect(replay.streamCount == codes.count + DossierTestSamples.processes.count + 1)
            let report = try await office.desk.read { try Verification.run($0.reader) }
            #expect(report.isClean, "\(report.findings)")
        }
    }
}
