// What happens to a dossier after its apology: stops, days off, ends; and two leaders at once.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `After an apology` {
    private static let told = LocalMinute("2017-07-07T17:30")

    /// A dossier due on Wednesday 5 July, told on Tuesday to be ready on Friday.
    private func run(
        _ body: (DossierTestOffice, String) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let code = try await office.receive()
            try office.set("2017-07-04T09:00")
            try await apologise(code, office, by: "anh", day: "2017-07-07")
            try await body(office, code)
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
        }
    }

    private func apologise(
        _ code: String, _ office: DossierTestOffice, by person: PersonID, day: String,
        key: String? = nil
    ) async throws {
        try await office.perform(
            .apologise(code, reason: "Chờ xác minh", day: ProcedureSamples.day(day)), by: person,
            key: key)
    }

    private func expectPaper(_ code: String, _ office: DossierTestOffice) async throws {
        let paper = try await office.open("/dossiers/\(code)/apology", as: "chi")
        #expect(paper.status == .ok)
        for words in ["17:30, 05/07/2017", "17:30, 07/07/2017", "Người anh"] {
            #expect(paper.text.contains(words), "\(words)")
        }
        paper.expectSound("paper")
        #expect(try await office.state(code).apology?.newAppointment == Self.told)
    }

    private func isListed(_ code: String, _ office: DossierTestOffice) async throws -> Bool {
        let (viewer, now) = (try await office.viewer("anh"), office.now)
        return try await office.desk.read { try $0.apologies(for: viewer, at: now) }
            .rows.contains { $0.code == code }
    }

    @Test func `a supplement begins the term again, the promise stays on paper`() async throws {
        try await run { office, code in
            try await office.perform(
                .askSupplement(code, 1, reason: "thiếu", papers: ["Giấy chứng sinh"]), by: "chi")
            #expect(!(try await isListed(code, office)), "it waits for the citizen")
            try await expectPaper(code, office)
            try office.set("2017-07-06T09:00")
            try await office.act(.receiveSupplement(1), on: code, by: "chi")
            let record = try await office.record(code, as: "chi")
            #expect(record.clock?.dueAt == LocalMinute("2017-07-10T17:30"))
            #expect(try await isListed(code, office))
            try await expectPaper(code, office)
            await #expect(throws: Apologies.Rejection.alreadyApologised) {
                try await apologise(code, office, by: "pho", day: "2017-07-14")
            }
        }
    }

    @Test func `a duty stops the clock, and goes on when it is paid`() async throws {
        try await run { office, code in
            try await office.act(.askDuty(1, reason: "thuế"), on: code, by: "chi")
            #expect(!(try await isListed(code, office)))
            try office.set("2017-07-05T09:00")
            try await office.act(.confirmDuty(1), on: code, by: "chi")
            #expect(try await isListed(code, office))
            try await expectPaper(code, office)
        }
    }

    @Test func `a day off moves the limit and not the promise`() async throws {
        try await run { office, code in
            try await office.closeDay("2017-07-05")
            #expect(try await office.round().moved == 1)
            let record = try await office.record(code, as: "chi")
            #expect(record.clock?.dueAt == LocalMinute("2017-07-06T17:30"))
            try await expectPaper(code, office)
            // Also when the promised day itself is closed: what was told was told.
            try await office.closeDay("2017-07-07")
            _ = try await office.round()
            try await expectPaper(code, office)
        }
    }

    @Test func `a day off is none that could be promised`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let code = try await office.receive()
            try await office.closeDay("2017-07-07")
            _ = try await office.round()
            let day = ProcedureSamples.day("2017-07-07")
            await #expect(throws: Apologies.Rejection.dayOff(day)) {
                try await apologise(code, office, by: "anh", day: "2017-07-07")
            }
            try await apologise(code, office, by: "anh", day: "2017-07-10")
        }
    }

    @Test(arguments: [EndOutcome.refused, .withdrawn, .stopped])
    func `an end leaves the paper, and takes it from the list`(_ outcome: EndOutcome) async throws {
        try await run { office, code in
            #expect(try await isListed(code, office))
            try await office.act(.close(outcome, reason: "vì"), on: code, by: "chi")
            #expect(!(try await isListed(code, office)))
            try await expectPaper(code, office)
            let paper = try await office.open(
                "/dossiers/\(code)/apology", as: "anh", wantsJSON: true
            ).json()
            #expect(paper["outlook"] == nil && paper["apology"] != nil)
        }
    }

    @Test func `a result that is ready in time is in time`() async throws {
        try await run { office, code in
            try await office.advance(code, times: 7)
            #expect(!(try await isListed(code, office)))
            let record = try await office.record(code, as: "chi")
            #expect(record.clock?.timeliness == .early)
            try await expectPaper(code, office)
        }
    }

    @Test func `work that is sent back leaves the paper as it is`() async throws {
        try await run { office, code in
            try await office.advance(code, times: 4)
            let item = try await office.item(code)
            try await office.act(
                .sendBack(item.id, to: "tham-dinh", reason: "thiếu chữ ký"), on: code,
                by: item.holder)
            try await expectPaper(code, office)
            #expect(try await isListed(code, office))
        }
    }

    @Test func `an ended dossier takes none`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.act(.close(.refused, reason: "vì"), on: code, by: "chi")
            await #expect(throws: Apologies.Rejection.noAppointment) {
                try await apologise(code, office, by: "anh", day: "2017-07-07")
            }
            let page = try await office.open("/dossiers/\(code)/apology", as: "anh")
            #expect(page.text.contains("không cần phiếu xin lỗi"))
            #expect(!page.text.contains("name=\"day\""))
        }
    }
}

@Suite struct `Two leaders at once` {
    @Test func `give one apology, and the other is told so`() async throws {
        try await DossierTestOffice.run { office in
            for number in 1...5 {
                let code = try await office.receive()
                let path = "/dossiers/\(code)/apology"
                async let one = office.post(
                    path, as: "anh", [("reason", "Một"), ("day", "2017-07-10")], wantsJSON: true)
                async let other = office.post(
                    path, as: "pho", [("reason", "Hai"), ("day", "2017-07-11")], wantsJSON: true)
                let answers = try await [one, other]
                #expect(answers.map(\.status.code).sorted() == [201, 422])
                let loser = try #require(answers.first { $0.status == .unprocessableContent })
                #expect(try loser.code() == "apologies.alreadyApologised")
                let apology = try await office.state(code).apology
                #expect(["Một", "Hai"].contains(apology?.reason ?? ""))
                #expect((apology?.reason == "Một") == (apology?.signer == "Người anh"))
                let entries = "SELECT count(*) AS n FROM entry WHERE type = 'dossier.apologised'"
                #expect(try await office.number(entries) == number)
            }
        }
    }

    @Test func `and a page sent twice are one, as long as it is the same`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let path = "/dossiers/\(code)/apology"
            let fields = [("reason", "Một"), ("day", "2017-07-10"), ("key", "k")]
            for _ in 0..<3 {
                let answer = try await office.post(path, as: "anh", fields)
                #expect(answer.location == path)
            }
            let changed = try await office.post(
                path, as: "anh", [("reason", "Hai"), ("day", "2017-07-10"), ("key", "k")])
            #expect(changed.status == .unprocessableContent)
            #expect(try await office.state(code).apology?.reason == "Một")
        }
    }
}
