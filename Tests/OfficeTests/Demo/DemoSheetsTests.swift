// The procedures that the demo shows to citizens, and what they filed on the last afternoon.

import Engine
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Sheets of the demo` {
    @Test func `tell every procedure of Hà Nội once, each resolved by a process`() throws {
        let sheets = try Demo.sheets()
        let processes = try Demo.Processes()
        let procedures = Set(processes.work.filter { $0.kind == .procedure }.map(\.code))
        #expect(sheets.count == 69 && Set(sheets.map(\.code)).count == 69)
        for sheet in sheets {
            #expect(procedures.contains(sheet.code), "\(sheet.code)")
            let events = try Procedures.decide(
                .issue(sheet, effective: Demo.Day.processesInForce), on: nil,
                in: .init(mayIssue: true, hasProcess: true))
            #expect(events.count == 1)
        }
        #expect(sheets.filter(\.isOnline).count == 27, "25 at level 3 and 2 at level 4")
        #expect(sheets.filter { $0.onlineLevel == .level4 }.count == 2)
    }

    @Test func `mark what no text has confirmed`() throws {
        let sheets = try Demo.sheets()
        let guessed = sheets.filter { $0.unconfirmed.contains(.components) }
        #expect(guessed.count > 40, "51 of the lists of papers are general knowledge")
        let fees = sheets.flatMap(\.fees)
        #expect(fees.allSatisfy { !$0.basis.isEmpty })
        #expect(fees.filter { $0.basis == "GK" }.allSatisfy { !$0.isConfirmed })
        let terms = sheets.flatMap(\.terms)
        #expect(terms.filter { $0.basis == "GK" }.allSatisfy { !$0.isConfirmed })
        #expect(terms.contains { $0.isConfirmed })
    }

    @Test func `send no result home that must be fetched in person`() throws {
        let marriage = try Demo.sheets().first { $0.code == "HN009" }
        #expect(marriage?.requiresPresence == true && marriage?.returnWays == [.counter])
        let birth = try Demo.sheets().first { $0.code == "HN001" }
        #expect(birth?.returnWays.contains(.home) == true)
    }

    @Test func `have another fee for another channel and day`() throws {
        let business = try #require(try Demo.sheets().first { $0.code == "HN044" })
        let old = ProcedureSamples.day("2017-07-03")
        let new = ProcedureSamples.day("2026-07-25")
        #expect(business.fees(on: old, over: .online).map(\.amount) == [100_000])
        #expect(business.fees(on: new, over: .online).map(\.amount) == [0])
        #expect(business.fees(on: new, over: .counter).map(\.amount) == [100_000])
    }

    @Test func `are found under every event of life`() throws {
        let sheets = try Demo.sheets()
        for event in Procedures.LifeEvent.allCases {
            #expect(sheets.contains { $0.lifeEvents.contains(event) }, "\(event)")
        }
    }
}

@Suite struct `Filings that wait when the demo opens` {
    @Test func `are sound, the same on every run, and come before the evening`() throws {
        let processes = try Demo.Processes()
        let sheets = try Demo.sheets()
        let waiting = try Demo.waitingFilings(processes: processes, sheets: sheets, seed: 2017)
        let again = try Demo.waitingFilings(processes: processes, sheets: sheets, seed: 2017)
        #expect(waiting.map(\.submission) == again.map(\.submission))
        #expect(waiting.count > 20)
        let catalogue = ProcessCatalogue(processes.all)
        for filing in waiting {
            let process = filing.submission.process
            let version = try #require(catalogue[process])
            let sheet = try #require(sheets.first { $0.code == process })
            try Filings.check(
                filing.submission,
                against: .init(
                    sheet: sheet, components: version.components, fields: version.firstFields,
                    offices: [filing.submission.office]))
            #expect(filing.at < Demo.Plan.opens && filing.at.day == Demo.Plan.opens.day - 1)
            #expect(filing.at.text.hasSuffix("18:00") == false)
        }
        #expect(waiting.map(\.at) == waiting.map(\.at).sorted())
    }
}
