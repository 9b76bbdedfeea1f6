// The number of a paper receipt is entered once in an office, also by two clerks at once. On both
// stores.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The number of a paper receipt` {
    private func enter(
        _ office: DossierTestOffice, _ paper: String, by person: PersonID = "chi",
        in house: UnitID = "p", process: ProcessCode = "KS-01"
    ) async throws -> String {
        try await office.receive(by: person) {
            $0.office = house
            $0.process = process
            $0.late = Dossiers.LateReceipt(
                receivedAt: LocalMinute("2017-07-04T09:00"), reason: "Mất điện", paper: paper)
        }
    }

    private func rows(_ office: DossierTestOffice) async throws -> [String] {
        try await office.desk.read { reading in
            try reading.rows(
                "SELECT office, number, dossier FROM dossierPaper ORDER BY office, number"
            ).map { "\($0.values)" }
        }
    }

    private func run(_ body: (DossierTestOffice) async throws -> Void) async throws {
        try await DossierTestOffice.run(at: "2017-07-05T14:00", body)
    }

    /// What was entered first, what comes then, and whether that is the same number.
    @Test(arguments: [
        ("PA-170704-C1-03", "PA-170704-C1-03", true), ("PA-170704-C1-03", "pa-170704-c1-03", true),
        ("PA-170704-C1-03", " PA-170704 -C1-03 ", true), ("Số 7", "SỐ7", true),
        ("PA-170704-C1-03", "PA-170704-C1-04", false), ("1-11", "11-1", false),
    ])
    func `is compared without spaces and in capitals`(
        _ first: String, _ second: String, _ isSame: Bool
    ) {
        #expect((Dossiers.paperKey(first) == Dossiers.paperKey(second)) == isSame)
    }

    @Test func `is refused the second time, naming the dossier that has it`() async throws {
        try await run { office in
            let code = try await enter(office, "PA-170704-C1-03")
            let before = try await office.sequence()
            for person: PersonID in ["chi", "binh"] {
                await #expect(
                    throws: Dossiers.Rejection.latePaperUsed("pa-170704-c1-03", dossier: code)
                ) { _ = try await enter(office, "pa-170704-c1-03", by: person) }
            }
            #expect(try await office.sequence() == before)
            let next = try await enter(office, "PA-170704-C1-04")
            #expect(next == "PA-170704-0002", "what was refused took no number")
            #expect(try await rows(office).count == 2)
        }
    }

    @Test func `may be left out as often as it is, and stands in each office for itself`()
        async throws
    {
        try await run { office in
            for paper in ["", "", "  "] { _ = try await enter(office, paper) }
            #expect(try await rows(office).isEmpty)
            let ours = try await enter(office, "07")
            let theirs = try await enter(office, "07", by: "la", in: "r", process: "CT-02")
            #expect(ours.hasPrefix("PA-") && theirs.hasPrefix("PB-"))
            await #expect(throws: Dossiers.Rejection.latePaperUsed("07", dossier: theirs)) {
                _ = try await enter(office, "07", by: "la", in: "r", process: "CT-02")
            }
            // What is taken in at once has no paper.
            _ = try await office.receive()
            #expect(try await rows(office).count == 2)
        }
    }

    @Test func `stays with its dossier after that has ended`() async throws {
        try await run { office in
            let code = try await enter(office, "07")
            try await office.act(.close(.withdrawn, reason: "Rút"), on: code, by: "chi")
            await #expect(throws: Dossiers.Rejection.latePaperUsed("07", dossier: code)) {
                _ = try await enter(office, "07")
            }
        }
    }

    @Test func `goes to one of two clerks at once`() async throws {
        try await run { office in
            let nodes = [office, try office.node()]
            let entered = await withTaskGroup(of: Bool.self) { group -> Int in
                for number in 0..<10 {
                    group.addTask {
                        do {
                            _ = try await enter(
                                nodes[number % 2], "07", by: number % 3 == 0 ? "binh" : "chi")
                            return true
                        } catch { return false }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(entered == 1)
            #expect(try await office.number("SELECT count(*) AS n FROM dossier") == 1)
            try await office.isPetitionClean()
        }
    }

    @Test func `is one row in the table, whoever writes there`() async throws {
        try await run { office in
            let code = try await enter(office, "07")
            let second = try await office.desk.store.write {
                try Dossiers.claim(paper: " 07", for: "PA-170704-0099", of: "p", in: $0)
            }
            #expect(!second)
            await #expect(throws: (any Error).self) {
                _ = try await office.desk.store.write {
                    try $0.execute(
                        "INSERT INTO dossierPaper (office, number, dossier) VALUES (?, ?, ?)",
                        [.text("p"), .text("07"), .text("PA-170704-0099")])
                }
            }
            let kept = try await rows(office)
            #expect(kept.count == 1 && kept.first?.contains(code) == true)
        }
    }

    @Test func `is told by the ledger, as it is for what earlier releases entered`() async throws {
        try await run { office in
            for paper in ["07", "", "08"] { _ = try await enter(office, paper) }
            _ = try await office.receive()
            let lived = try await rows(office)
            #expect(lived.count == 2)
            _ = try await office.desk.store.write {
                try $0.execute("DELETE FROM dossierPaper", [])
            }
            try await office.desk.fillPapers()
            #expect(try await rows(office) == lived)
            try await office.desk.fillPapers()
            #expect(try await rows(office) == lived)
            await #expect(throws: Dossiers.Rejection.self) { _ = try await enter(office, "08") }
        }
    }

    /// Who finds the dossier reads its code; the sentence for others names none.
    @Test func `tells of the dossier to who finds it alone`() {
        let told = Dossiers.Rejection.latePaperUsed("07", dossier: "PA-170704-0001")
        let untold = Dossiers.Rejection.latePaperUsed("07", dossier: nil)
        #expect(told.sentence.vi.contains("PA-170704-0001"))
        #expect(told.sentence.en.contains("PA-170704-0001"))
        #expect(!untold.sentence.vi.contains("PA-") && untold.sentence.vi.contains("07"))
        #expect(told.field == "latePaper" && told.code == "dossiers.latePaperUsed")
        #expect(untold.sentence.en != told.sentence.en)
    }
}

@Suite struct `The counter and a paper that was entered` {
    private let fields = [
        ("name", "Lê Thị Hư Cấu"), ("paper.0", "1"), ("copies.0", "1"), ("sets", "1"),
        ("returnWay", "counter"), ("channel", "counter"), ("lateDay", "2017-07-04"),
        ("lateTime", "08:30"), ("lateReason", "Mất điện"), ("latePaper", "PA-C1-<03>"),
    ]

    @Test func `says so at the field and keeps what was typed`() async throws {
        try await DossierTestOffice.run(at: "2017-07-05T14:00") { office in
            let first = try await office.post("/counter/KS-01", as: "chi", fields)
            #expect(first.status == .seeOther)
            let page = try await office.post("/counter/KS-01", as: "binh", fields)
            page.expectSound("paper entered twice")
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("đã nhập thành hồ sơ PA-170704-0001"))
            #expect(page.text.contains("href=\"#latePaper\"") && !page.text.contains("<03>"))
            #expect(page.text.contains("Lê Thị Hư Cấu"))
            let json = try await office.post(
                "/counter/KS-01", as: "binh", fields, wantsJSON: true)
            #expect(try json.code() == "dossiers.latePaperUsed")
            #expect(json.text.contains("PA-170704-0001"))
            #expect(try await office.number("SELECT count(*) AS n FROM dossier") == 1)
        }
    }
}
