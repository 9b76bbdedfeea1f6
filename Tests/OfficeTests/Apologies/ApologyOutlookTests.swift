// The forecast: time left beside the time that the next steps may take, on both stores.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The outlook of a dossier` {
    private func outlook(
        _ code: String, _ office: DossierTestOffice
    ) async throws -> Apologies.Outlook? {
        let (viewer, now) = (try await office.viewer("anh"), office.now)
        return try await office.desk.read {
            try $0.apologyPaper(code, for: viewer, at: now).outlook
        }
    }

    /// Received Monday 09:00, two working days: due Wednesday 17:30. Checking may take 480 minutes
    /// and signing 120 after the 30 of receiving.
    @Test func `adds up what is left until the result is ready`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let first = try #require(try await outlook(code, office))
            #expect(first.kind == .inTime && first.suggested == nil)
            #expect(first.needed == 30 + 480 + 120)
            #expect(first.left == 1_380 && first.unknown == 0)
            #expect(first.due == LocalMinute("2017-07-05T17:30"))
        }
    }

    @Test func `turns when the steps need more than there is`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            try office.set("2017-07-05T08:00")
            // The step of checking is over its own time; signing needs two hours more.
            let morning = try #require(try await outlook(code, office))
            #expect(morning.left == 480 && morning.needed <= 480)
            try office.set("2017-07-05T16:00")
            let late = try #require(try await outlook(code, office))
            #expect(late.kind == .willBeLate && late.needed == 120 && late.left == 90)
            #expect(late.suggested == ProcedureSamples.day("2017-07-06"))
            try office.set("2017-07-06T08:00")
            let over = try #require(try await outlook(code, office))
            #expect(over.kind == .late && over.left == 0)
        }
    }

    /// Before the doors open on a day that is late already, the day itself is none to promise.
    @Test func `suggests a day that may be promised`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 4)
            for moment in ["2017-07-06T06:00", "2017-07-06T20:00", "2017-07-08T10:00"] {
                try office.set(moment)
                let outlook = try #require(try await outlook(code, office))
                let suggested = try #require(outlook.suggested)
                #expect(outlook.kind == .late && suggested > office.now.day, "\(moment)")
            }
            let form = try await office.open("/dossiers/\(code)/apology", as: "anh")
            #expect(form.text.contains("value=\"2017-07-10\""))
            try await office.perform(
                .apologise(code, reason: "x", day: ProcedureSamples.day("2017-07-10")), by: "anh")
        }
    }

    @Test func `is at risk on the last day while steps are ahead`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            try office.set("2017-07-05T09:00")
            let outlook = try #require(try await outlook(code, office))
            #expect(outlook.kind == .atRisk && outlook.left == 420)
        }
    }

    @Test func `is none while no date runs, and when the result is ready`() async throws {
        try await DossierTestOffice.run { office in
            let stopped = try await office.receive()
            try await office.act(.askDuty(1, reason: "thuế"), on: stopped, by: "chi")
            #expect(try await outlook(stopped, office) == nil)
            let done = try await office.receive()
            try await office.advance(done, times: 6)
            #expect(try await office.state(done).status == .resultReady)
            #expect(try await outlook(done, office) == nil)
        }
    }
}

@Suite struct `The list of apologies` {
    private func list(
        _ office: DossierTestOffice, as person: PersonID
    ) async throws -> Apologies.List {
        let (viewer, now) = (try await office.viewer(person), office.now)
        return try await office.desk.read { try $0.apologies(for: viewer, at: now) }
    }

    @Test func `holds those that will not be ready, the earliest first`() async throws {
        try await DossierTestOffice.run { office in
            let slow = try await office.receive()
            try await office.advance(slow, times: 2)
            let quick = try await office.receive { $0.process = "CT-02" }
            try office.set("2017-07-03T17:00")
            let later = try await office.receive()
            #expect(try await list(office, as: "anh").rows.map(\.code) == [quick])
            try office.set("2017-07-05T16:00")
            let rows = try await list(office, as: "anh").rows
            #expect(rows.map(\.code).prefix(2) == [quick, slow])
            #expect(rows.map(\.outlook.kind).prefix(2) == [.late, .willBeLate])
            #expect(try await list(office, as: "anh").maySign)
            #expect(try await list(office, as: "binh").maySign == false)
            _ = later
        }
    }

    @Test func `is for those who see the whole office`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            await #expect(throws: Apologies.Rejection.onlyForLeaders) {
                try await list(office, as: "ha")
            }
            try office.set("2017-07-06T09:00")
            #expect(try await list(office, as: "giang").rows.isEmpty, "of another ward")
        }
    }
}

@Suite struct `Signing an apology` {
    private func apologise(
        _ code: String, _ office: DossierTestOffice, by person: PersonID = "anh",
        day: String = "2017-07-07", key: String? = nil
    ) async throws {
        try await office.perform(
            .apologise(code, reason: "Chờ xác minh", day: ProcedureSamples.day(day)), by: person,
            key: key)
    }

    @Test func `changes no clock, and replay tells the same`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try office.set("2017-07-04T09:00")
            let before = try await office.record(code, as: "chi")
            try await apologise(code, office)
            let after = try await office.record(code, as: "chi")
            #expect(after.clock == before.clock && after.left == before.left)
            #expect(after.happenings.first?.kind == .apologised)
            #expect(
                after.happenings.first?.text
                    == "17:30 05/07/2017 → 17:30 07/07/2017. Chờ xác minh")
            #expect(try await office.state(code).apology?.signer == "Người anh")
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
        }
    }

    @Test func `makes nothing less late`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive { $0.process = "CT-02" }
            try office.set("2017-07-03T16:00")
            try await apologise(code, office)
            try office.set("2017-07-05T09:00")
            try await office.advance(code, times: 3)
            let record = try await office.record(code, as: "chi")
            #expect(record.clock?.timeliness == .late)
        }
    }

    @Test func `is done once by a leader of that office`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for person in ["chi", "binh", "ha", "giang", "la"] as [PersonID] {
                await #expect(throws: Apologies.Rejection.onlyForLeaders) {
                    try await apologise(code, office, by: person)
                }
            }
            try await apologise(code, office, by: "pho", key: "a")
            try await apologise(code, office, by: "pho", key: "a")
            await #expect(throws: Apologies.Rejection.alreadyApologised) {
                try await apologise(code, office, day: "2017-07-10")
            }
            let entries = "SELECT count(*) AS n FROM entry WHERE type = 'dossier.apologised'"
            #expect(try await office.number(entries) == 1)
        }
    }

    @Test func `is not possible where no date runs`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.act(.askDuty(1, reason: "thuế"), on: code, by: "chi")
            await #expect(throws: Apologies.Rejection.noAppointment) {
                try await apologise(code, office)
            }
        }
    }
}
