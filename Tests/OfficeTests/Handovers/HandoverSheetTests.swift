// Sheets that were written: who finds them, page by page, and what the ledger tells of them.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Handover sheets` {
    @Test func `are found by both units, who lead the office, and nobody else`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.receive()
            let choices = try await office.handoverChoices(HandoverSamples.toStatus, of: "chi")
            let code = try #require(
                try await office.handOver(choices, HandoverSamples.toStatus, by: "chi").sheet)
            for person: PersonID in ["chi", "binh", "ha", "tam", "anh", "pho"] {
                #expect(try await office.handoverSheet(code, as: person).lines.count == 1)
                #expect(try await office.handoverSheets(of: person).rows.map(\.code) == [code])
            }
            for person: PersonID in ["ke", "giang", "la"] {
                await #expect(throws: Handovers.Rejection.unknown(code)) {
                    _ = try await office.handoverSheet(code, as: person)
                }
                #expect(try await office.handoverSheets(of: person).rows.isEmpty)
            }
            await #expect(throws: Handovers.Rejection.unknown("BG-x")) {
                _ = try await office.handoverSheet("BG-x", as: "anh")
            }
        }
    }

    @Test func `go on page by page, the latest first, none twice`() async throws {
        try await DossierTestOffice.run { office in
            try await office.desk.store.write { transaction in
                for number in 1...120 {
                    try Handovers.write(
                        Handovers.Sheet(
                            code: "BG-\(1_000 + number)", office: "p",
                            route: HandoverSamples.toStatus,
                            at: LocalMinute(rawValue: 25_000_000 + number / 3), by: "chi",
                            lines: []), in: transaction)
                }
            }
            var found: [String] = []
            var after = ""
            for _ in 0..<3 {
                let page = try await office.handoverSheets(of: "anh", after: after)
                found += page.rows.map(\.code)
                after = page.next ?? ""
            }
            #expect(after.isEmpty && found.count == 120 && Set(found).count == 120)
            #expect(found == found.sorted(by: >))
            for forged in ["x", "x/y", "1", "/", "99999999999999999999/a"] {
                _ = try await office.handoverSheets(of: "anh", after: forged)
            }
        }
    }

    @Test func `hold no personal value, and lose the name that is erased`() async throws {
        try await DossierTestOffice.run { office in
            let dossier = try await office.receive()
            let choices = try await office.handoverChoices(HandoverSamples.toStatus, of: "chi")
            let code = try #require(
                try await office.handOver(choices, HandoverSamples.toStatus, by: "chi").sheet)
            let entries = try await office.desk.read {
                try $0.reader.entries(of: "handover/\(code)", after: 0)
            }
            #expect(entries.map(\.type) == ["handover.recorded"])
            #expect(!String(decoding: entries[0].payload, as: UTF8.self).contains("Hư Cấu"))
            let state = try await office.state(dossier)
            let shown = try await office.handoverSheet(code, as: "chi")
            #expect(shown.lines.first?.applicant == "Đặng Thị Hư Cấu")
            #expect(!state.registration.applicant.id.isEmpty)
        }
    }

    /// Random officers: rows are what the ledger alone gives, no dossier stands twice for one way.
    @Test(arguments: [3, 2_017, 61_018] as [UInt64])
    func `by chance name each passing once`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            let nodes = [office, try office.node()]
            var lines: [String] = []
            for turn in 0..<40 {
                if turn % 3 == 0 {
                    try await office.receive {
                        $0.process = chance.pick(["KS-01", "KS-01", "XN-03", "CT-02"])
                    }
                }
                if chance.below(4) == 0 { office.sources.set(office.now + chance.below(60)) }
                let person: PersonID = chance.pick(["chi", "chi", "ha", "tam", "anh", "binh"])
                let node = chance.pick(nodes)
                let groups = try await node.handovers(of: person).groups
                if groups.isEmpty { continue }
                let group = chance.pick(groups)
                let chosen = group.rows.map(\.choice).filter { _ in chance.below(4) > 0 }
                if chosen.isEmpty { continue }
                let found = try await node.handOver(
                    chosen, group.route, by: person, key: "t\(turn)")
                let done = found.outcomes.filter(\.isDone).map(\.choice.text)
                #expect((found.sheet == nil) == done.isEmpty)
                if let sheet = found.sheet {
                    let told = try await office.desk.read {
                        try #require(
                            try $0.told(
                                Handovers.Sheet.self, by: Handovers.stream(of: sheet))
                        ).state
                    }
                    #expect(told.lines.map { "\($0.dossier)/\($0.item)" }.sorted() == done.sorted())
                    lines += told.lines.map { "\(group.route.way) \($0.dossier)/\($0.item)" }
                }
            }
            #expect(lines.count > 8 && Set(lines).count == lines.count)
            let lived = try await office.handoverRows()
            try await rebuild(office)
            #expect(try await office.handoverRows() == lived)
            try await office.isPetitionClean()
        }
    }

    private func rebuild(_ office: DossierTestOffice) async throws {
        _ = try await office.desk.store.write { transaction in
            for table in ["handoverSheet", "handoverUnit"] {
                try transaction.execute("DELETE FROM \(table)")
            }
            for row in try transaction.rows(
                "SELECT stream FROM streamHead WHERE stream LIKE 'handover/%'")
            {
                for entry in try transaction.entries(
                    of: try row.text("stream"), after: 0, limit: 10)
                {
                    try Handovers.write(
                        try Handovers.Sheet.told(by: entry, after: nil, zone: .indochina),
                        in: transaction)
                }
            }
        }
    }
}
