// Days are closed and worked while people work: whatever the order, each dossier is reckoned by one
// calendar at a time, says how it came to it, and replay leads to the same rows.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Synchronization
import TestStores
import Testing
import WorkTime

@testable import Office

@Suite struct `Days that change while people work` {
    /// A change of a day near the office's own; `nil` where the day is already like that.
    private func change(
        _ office: DossierTestOffice, _ chance: inout DossierTestChance, number: Int
    ) async throws {
        let day = office.now.day + 1 + chance.below(9)
        let works = try await office.desk.read { try $0.calendar().isWorkingDay(day) }
        let change = Calendars.Change(
            kind: works ? .off : .worked, day: day, name: "Thay đổi \(number)",
            basis: "TB \(number)")
        _ = try await office.desk.perform(
            .calendars(.announce(change)), by: Actor("quantri"), at: office.sources.now)
    }

    /// The appointment is what the calendar of the dossier gives, and every move names both dates.
    private func expectReckoned(_ code: String, in office: DossierTestOffice) async throws {
        let dossier = try await office.state(code)
        let (calendar, version) = try await office.desk.read { reading in
            let registration = dossier.registration
            return (
                try reading.calendar(dossier.calendar),
                try reading.issue(registration.process, registration.issue).version
            )
        }
        let reading = Dossiers.reading(of: dossier, version: version, calendar: calendar)
        let due = reading?.dueAt ?? reading?.dueBeforeStop
        let row = try await office.desk.read {
            try $0.rows("SELECT due, calendar FROM dossier WHERE code = ?", [.text(code)]).first
        }
        #expect(try row?.optionalInt("due") == due?.rawValue, "\(code)")
        #expect(try row?.int("calendar") == dossier.calendar, "\(code)")
        let moves = dossier.calendarMoves ?? []
        #expect(moves.map(\.issue) == moves.map(\.issue).sorted())
        #expect(Set(moves.map(\.issue)).count == moves.count, "no issue is taken twice")
        #expect(moves.allSatisfy { !$0.basis.isEmpty && ($0.before == nil) == ($0.due == nil) })
    }

    @Test(arguments: [3, 2_017, 65_000])
    func `leave dates that the ledger explains`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            var chance = DossierTestChance(seed: seed)
            var codes: [String] = []
            for number in 0..<160 {
                office.sources.set(office.now + chance.below(240))
                switch chance.below(8) {
                case 0: codes.append(try await office.receive())
                case 1: try await change(office, &chance, number: number)
                case 2: _ = try await office.round()
                default:
                    guard !codes.isEmpty else { continue }
                    let code = chance.pick(codes)
                    if try await office.state(code).instance?.items.isEmpty == false {
                        try await office.advance(code)
                    }
                }
            }
            _ = try await office.round()
            let newest = try await office.desk.read { try $0.calendarBook().last }
            #expect(newest > 5 && codes.count > 5)
            for code in codes {
                try await expectReckoned(code, in: office)
                let dossier = try await office.state(code)
                if dossier.endMark == nil { #expect(dossier.calendar == newest, "\(code)") }
            }
            let lived = try await office.dumpOfReadTables()
            try await DossierRebuild.run(in: office)
            let told = try await office.dumpOfReadTables()
            for table in DossierTestOffice.readTables {
                #expect(told[table] == lived[table], "\(table)")
            }
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean, "\(replay.findings)")
        }
    }

    @Test func `a calendar announced on one node holds on the other`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let other = Desk(store: office.desk.store, sources: office.desk.sources)
            // Both know the calendar as it was.
            for desk in [office.desk, other] { _ = try await desk.read { try $0.calendar() } }
            try await office.closeDay("2017-07-05")
            let day = try #require(DayNumber("2017-07-05"))
            #expect(try await !other.read { try $0.calendar().isWorkingDay(day) })
            let code = try await office.receive()
            #expect(try await other.makeRound(at: office.sources.now).moved == 0)
            #expect(try await office.state(code).calendar == 1)
        }
    }

    /// A commit that came to nothing must not leave its calendar behind.
    @Test func `a calendar of a commit that failed is forgotten`() async throws {
        try await DossierTestOffice.run { office in
            let memory = office.desk.memory
            memory.remember(.vietnam, number: 7)
            #expect(memory.calendar(7) == .vietnam)
            memory.forgetIssues()
            #expect(memory.calendar(7) == nil)
        }
    }

    @Test func `a state row of the calendar that was changed is named`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            try await office.closeDay("2017-07-05")
            let empty = try StreamState.bytes(of: Calendars.Book())
            _ = try await office.desk.store.write {
                try $0.execute(
                    "UPDATE streamState SET state = ? WHERE stream = 'calendar'", [.blob(empty)])
            }
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.findings == [ReplayFinding(.stateDiffers, stream: "calendar")])
        }
    }
}

@Suite struct `Programs and the calendar` {
    private static let body =
        #"{"kind":"off","day":"2017-07-05","name":"Nghỉ","basis":"TB 12"}"#

    @Test func `an administrator's program announces with the scope admin alone`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let (reader, admin) = (
                try #require(try await office.issue("quantri", [.read, .work]).text),
                try #require(try await office.issue("quantri", [.admin]).text)
            )
            let refused = try await office.call(.post, "/calendar", reader, json: Self.body)
            #expect(refused.status == .forbidden)
            let done = try await office.call(
                .post, "/calendar", admin, json: Self.body, key: "lich-1")
            #expect(done.status == .ok, "\(done.text)")
            let again = try await office.call(
                .post, "/calendar", admin, json: Self.body, key: "lich-1")
            #expect(again.text == done.text)
            #expect(try await office.desk.read { try $0.calendarBook().last } == 1)
        }
    }

    @Test func `a clerk's program may not, whatever its scopes`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let token = try #require(try await office.issue("chi", Tokens.Scope.allCases).text)
            let answer = try await office.call(.post, "/calendar", token, json: Self.body)
            #expect(answer.status == .unprocessableContent)
            #expect(try answer.code() == "calendars.mayNotAnnounce")
        }
    }
}

@Suite struct `Counts of the calendar's page` {
    @Test(arguments: [(0, "0"), (7, "7"), (999, "999"), (1_000, "ít nhất 1.000")])
    func `stop at their maximum and say so`(_ count: Int, _ words: String) throws {
        let frame = Site.Frame(
            texts: try .bundled(), assets: [:], language: .vi, viewer: nil,
            now: LocalMinute(rawValue: 0), isDemo: false, path: "/calendar", formToken: "",
            commandKey: "")
        #expect(CalendarView.count(count, frame) == words)
    }
}
