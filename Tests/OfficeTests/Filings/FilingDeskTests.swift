// Filings at the desk: number, row, acceptance, replay, on both stores.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `A filing at the desk` {
    private func run(
        _ body: (DossierTestOffice) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            try await body(office)
        }
    }

    @Test func `gets a number of its office and day, and stands in its list`() async throws {
        try await run { office in
            #expect(try await office.file() == "DK-PA-170703-0001")
            #expect(try await office.file() == "DK-PA-170703-0002")
            // The other ward does not run this procedure; what it runs has numbers of its own.
            await #expect(throws: Filings.Rejection.officeUnknown) {
                try await office.file { $0.office = "r" }
            }
            try await office.offerExtracts()
            let other = try await office.fileExtract(
                [("office", "r")] + FilingExtractSamples.right(without: "office"))
            #expect(other == "DK-PB-170703-0001")
            let viewer = try await office.viewer("chi")
            let list = try await office.desk.read { try $0.filings(.waiting, for: viewer) }
            #expect(list.rows.map(\.code) == ["DK-PA-170703-0001", "DK-PA-170703-0002"])
            #expect(list.waiting == 2 && list.rows[0].applicant == "Phạm Thị Hư Cấu")
        }
    }

    @Test func `sent twice with one key is one`() async throws {
        try await run { office in
            let code = try await office.file(key: "k")
            #expect(try await office.file(key: "k") == code)
            #expect(try await office.number("SELECT count(*) AS n FROM filing") == 1)
        }
    }

    @Test func `that is refused at once leaves nothing`() async throws {
        try await run { office in
            let before = try await office.sequence()
            await #expect(throws: Filings.Rejection.phoneMissing) {
                try await office.file { $0.applicant.phone = "" }
            }
            await #expect(throws: Procedures.Rejection.unknown("XN-03")) {
                try await office.file { $0.process = "XN-03" }
            }
            #expect(try await office.sequence() == before)
            #expect(try await office.number("SELECT count(*) AS n FROM personalValue") == 0)
            #expect(try await office.number("SELECT count(*) AS n FROM filingNumber") == 0)
        }
    }

    @Test func `becomes a dossier with everything that was said`() async throws {
        try await run { office in
            let code = try await office.file()
            try office.set("2017-07-03T10:00")
            let answer = try await office.answer(.accept(code), by: "chi")
            let dossier = String(answer.stream.dropFirst("dossier/".count))
            #expect(dossier == "PA-170703-0001")
            let record = try await office.record(dossier, as: "chi")
            #expect(record.applicant == FilingSamples.birth.applicant)
            let state = try await office.state(dossier)
            #expect(state.registration.channel == .online)
            #expect(state.registration.papers == [.init(name: "Tờ khai", copies: 1)])
            #expect(state.registration.returnWay == .home)
            #expect(state.registration.receivedAt == LocalMinute("2017-07-03T10:00"))
            #expect(state.instance?.fields["soBan"] == .number(2))
            #expect(state.instance?.fields["tenCon"] == nil, "personal values stay outside")
            let filing = try await office.filing(code)
            #expect(filing.standing == .accepted && filing.dossier == dossier)
            // The values live on with the dossier alone.
            let kept = try await office.desk.read { try $0.applicant(of: filing.registration) }
            #expect(kept == nil)
            let row = try await office.desk.read {
                try $0.rows("SELECT applicant, dossier FROM filing").first
            }
            #expect(try row?.text("applicant") == "" && row?.text("dossier") == dossier)
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
            let proof = try await office.desk.store.read { try Verification.run($0) }
            #expect(proof.isClean, "\(proof.findings)")
        }
    }

    @Test func `is accepted once, by whoever comes first`() async throws {
        try await run { office in
            let code = try await office.file()
            try await office.answer(.accept(code), by: "chi", key: "a")
            try await office.answer(.accept(code), by: "chi", key: "a")
            await #expect(throws: Filings.Rejection.ended(.accepted)) {
                try await office.answer(.accept(code), by: "binh")
            }
            #expect(try await office.number("SELECT count(*) AS n FROM dossier") == 1)
        }
    }

    @Test func `takes the papers of the supplement along`() async throws {
        try await run { office in
            let code = try await office.file()
            try await office.answer(
                .askSupplement(code, reason: "thiếu", papers: ["Giấy chứng sinh"]), by: "chi")
            let asked = try await office.filing(code)
            #expect(asked.standing == .supplementAsked)
            try await office.answer(.supplement(code, papers: ["Giấy chứng sinh"]), by: nil)
            let answer = try await office.answer(.accept(code), by: "chi")
            let state = try await office.state(String(answer.stream.dropFirst("dossier/".count)))
            #expect(state.registration.papers.map(\.name) == ["Tờ khai", "Giấy chứng sinh"])
        }
    }

    @Test func `is not there for other offices and other officers`() async throws {
        try await run { office in
            let code = try await office.file()
            for person in ["la", "ha", "anh", "tam"] as [PersonID] {
                for command in [
                    .accept(code), .refuse(code, reason: "x"),
                    .askSupplement(code, reason: "x", papers: ["A"]),
                ] as [Filings.Command] {
                    await #expect(throws: Filings.Rejection.unknown(code)) {
                        try await office.answer(command, by: person)
                    }
                }
                let viewer = try await office.viewer(person)
                let now = office.now
                await #expect(throws: Filings.Rejection.self) {
                    try await office.desk.read {
                        try $0.filing(code, for: viewer, at: now)
                    }
                }
            }
            await #expect(throws: Filings.Rejection.onlyForOffice) {
                try await office.answer(.accept(code), by: nil)
            }
            await #expect(throws: Filings.Rejection.unknown("DK-X")) {
                try await office.answer(.refuse("DK-X", reason: "x"), by: "chi")
            }
        }
    }

    @Test func `lists of a standing go on page by page`() async throws {
        try await run { office in
            let total = Filings.pageSize + 3
            for number in 0..<total {
                if number % 7 == 0 { try office.set("2017-07-03T10:\(10 + number / 7)") }
                try await office.file()
            }
            let viewer = try await office.viewer("chi")
            var seen: [String] = []
            var after = ""
            repeat {
                let from = after
                let list = try await office.desk.read {
                    try $0.filings(.waiting, for: viewer, after: from)
                }
                seen += list.rows.map(\.code)
                after = list.next ?? ""
            } while !after.isEmpty
            #expect(seen.count == total && Set(seen).count == total && seen == seen.sorted())
            for code in seen {
                try await office.answer(.refuse(code, reason: "x"), by: "chi")
            }
            let first = try await office.desk.read { try $0.filings(.refused, for: viewer) }
            let next = try #require(first.next)
            let second = try await office.desk.read {
                try $0.filings(.refused, for: viewer, after: next)
            }
            #expect(Set((first.rows + second.rows).map(\.code)) == Set(seen))
            #expect(first.waiting == 0)
        }
    }
}

@Suite struct `Filings by chance` {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `stand in one list each, and replay tells the same`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            var chance = DossierTestChance(seed: seed)
            var codes: [String] = []
            for step in 0..<60 {
                try office.set("2017-07-03T\(step < 30 ? "09" : "10"):\(10 + step % 30)")
                if codes.isEmpty || chance.below(3) == 0 {
                    codes.append(try await office.file())
                    continue
                }
                let code = codes[chance.below(codes.count)]
                let act: (Filings.Command, PersonID?) =
                    switch chance.below(5) {
                    case 0: (.accept(code), "chi")
                    case 1: (.askSupplement(code, reason: "x", papers: ["A"]), "binh")
                    case 2: (.supplement(code, papers: ["A"]), nil)
                    case 3: (.withdraw(code), nil)
                    default: (.refuse(code, reason: "x"), "chi")
                    }
                _ = try? await office.answer(act.0, by: act.1)
            }
            let viewer = try await office.viewer("chi")
            var listed = 0
            for standing in Filings.Standing.allCases {
                let list = try await office.desk.read {
                    try $0.filings(standing, for: viewer)
                }
                listed += list.rows.count
                for row in list.rows {
                    let filing = try await office.filing(row.code)
                    #expect(filing.standing == standing && row.dossier == filing.dossier)
                    #expect(row.applicant.isEmpty == standing.isEnded)
                }
            }
            #expect(listed == codes.count)
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
        }
    }
}
