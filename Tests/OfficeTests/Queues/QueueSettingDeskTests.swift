// Settings at the desk: who sets them, what stays as it was, replay; on both stores.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Setting a queue` {
    @Test func `is for the head of the counter and who leads the office, in that office`()
        async throws
    {
        try await DossierTestOffice.run { office in
            for person: PersonID? in ["chi", "tam", "ha", "ke", "giang", "la", nil] {
                await #expect(throws: Queues.Rejection.maySetNothing) {
                    try await office.set(QueueSamples.terms, by: person)
                }
            }
            #expect(try await office.queueTerms() == Queues.terms)
            for person: PersonID in ["binh", "anh", "pho"] {
                try await office.set(QueueSamples.terms, by: person)
            }
            #expect(try await office.queueTerms() == QueueSamples.terms)
            #expect(try await office.queueTerms("r") == Queues.terms, "each office for itself")
            await #expect(throws: Queues.Rejection.officeUnknown) {
                try await office.set(QueueSamples.terms, in: "p.mc")
            }
        }
    }

    @Test func `is read by who calls, and changed by who may`() async throws {
        try await DossierTestOffice.run { office in
            let day = office.now.day
            for (person, maySet) in [("chi", false), ("binh", true), ("anh", true)]
                as [(PersonID, Bool)]
            {
                let viewer = try await office.viewer(person)
                let page = try await office.desk.read {
                    try $0.queueSettings(for: viewer, on: day)
                }
                #expect(page.maySet == maySet && page.changedAt == nil, "\(person)")
            }
            for person: PersonID in ["ha", "ke", "tam"] {
                let viewer = try await office.viewer(person)
                await #expect(throws: Queues.Rejection.maySetNothing) {
                    _ = try await office.desk.read {
                        try $0.queueSettings(for: viewer, on: day)
                    }
                }
            }
        }
    }

    @Test func `rules the next number and the next call, and no number before`() async throws {
        try await DossierTestOffice.run { office in
            #expect(try await office.draw() == 1)
            try await office.set(QueueSamples.terms)
            await #expect(throws: Queues.Rejection.fieldMissing) { try await office.draw() }
            #expect(try await office.draw(Queues.Wish(field: "Chứng thực")) == 2)
            #expect(try await office.draw(Queues.Wish(field: "Hộ tịch"), by: "chi") == 3)
            await #expect(throws: Queues.Rejection.windowWithoutField(5)) {
                try await office.queueAct(.next(window: 5, field: "", ends: false))
            }
            try await office.queueAct(.next(window: 3, field: "", ends: false))
            #expect(try await office.queueDay().called(at: 3)?.number == 1, "for anything")
            try await office.queueAct(.next(window: 3, field: "", ends: true))
            #expect(try await office.queueDay().called(at: 3)?.number == 2)
            try await office.queueAct(.end(2))
            await #expect(throws: Queues.Rejection.nobodyWaits, "003 is not for this window") {
                try await office.queueAct(.next(window: 3, field: "", ends: false))
            }
            #expect(try await office.draw(Queues.Wish(field: "Hộ tịch"), in: "r") == 1)
            let console = try await office.queueConsole(window: 1)
            #expect(console.line.map(\.number) == [3])
            #expect(console.byField.map(\.figures.drawn) == [1, 1])
            #expect(console.fields == ["Hộ tịch", "Chứng thực"] && !console.maySet)
        }
    }

    @Test func `opens the entrance as early as it says`() async throws {
        try await DossierTestOffice.run(at: "2017-07-03T07:15") { office in
            #expect(try await office.draw() == 1, "an hour before the opening at 08:00")
            var terms = Queues.terms
            terms.minutesBefore = 30
            try await office.set(terms)
            await #expect(throws: Queues.Rejection.closed) { try await office.draw() }
            try office.set("2017-07-03T07:45")
            #expect(try await office.draw() == 2)
        }
    }

    @Test func `is told by its stream alone, and a forged state is named`() async throws {
        try await DossierTestOffice.run { office in
            for number in 0..<Queues.Settings.savedEvery {
                var terms = QueueSamples.terms
                terms.callsMaximum = 1 + number
                try await office.set(terms)
            }
            let node = try office.node()
            #expect(try await node.queueTerms().callsMaximum == Queues.Settings.savedEvery)
            let stream = "queueSettings/p"
            let entries = try await office.desk.read {
                try $0.reader.entries(of: stream, after: 0)
            }
            #expect(Set(entries.map(\.type)) == ["queueSettings.set"])
            #expect(Set(entries.map(\.actor)) == ["binh"])
            var told: Queues.Settings?
            for entry in entries {
                told = try .told(by: entry, after: told, zone: .indochina)
            }
            #expect(told?.terms == (try await office.queueTerms()))
            try await office.isPetitionClean()
            var forged = try #require(told)
            forged.terms.fields = []
            let bytes = try StreamState.bytes(of: forged)
            _ = try await office.desk.store.write {
                try $0.execute(
                    "UPDATE streamState SET state = ? WHERE stream = ?",
                    [.blob(bytes), .text(stream)])
            }
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.findings == [ReplayFinding(.stateDiffers, stream: stream)])
        }
    }
}
