// At any moment the list holds exactly those open dossiers of the office that are due soon and will
// not be ready, and an apology changes nothing that counts.

import Engine
import Foundation
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The list of apologies by chance` {
    private func expectList(_ play: ApologyPlay) async throws {
        let office = play.office
        let (viewer, now) = (try await office.viewer("anh"), office.now)
        let list = try await office.desk.read { try $0.apologies(for: viewer, at: now) }
        let until = try WorkCalendar.vietnam.adding(minutes: 3 * 480, to: now)
        let outlooks = try await play.forecast()
        var open: [(LocalMinute, String)] = []
        var told: [(LocalMinute, String)] = []
        for (code, outlook) in outlooks where outlook.due <= until {
            if try await office.state(code).apology != nil {
                told.append((outlook.due, code))
            } else if outlook.kind != .inTime {
                open.append((outlook.due, code))
            }
        }
        let expected = open.sorted { $0 < $1 } + told.sorted { $0 < $1 }
        #expect(list.rows.map(\.code) == expected.map(\.1), "\(now.text)")
        for row in list.rows {
            #expect(row.outlook == outlooks[row.code])
            #expect((row.apology != nil) == told.contains { $0.1 == row.code })
        }
        #expect(!list.isCut && list.maySign && list.horizon == 3)
    }

    @Test(arguments: [1, 19, 61, 2_018] as [UInt64])
    func `is what the states of all dossiers say`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var play = try await ApologyPlay(office, seed: seed)
            for _ in 0..<14 {
                try await play.steps(9)
                try await expectList(play)
            }
            for code in play.codes {
                do {
                    try await play.apologise(code)
                } catch is Apologies.Rejection { continue }
                try await expectList(play)
            }
            #expect(play.apologised > 1 && play.codes.count > 10)
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
        }
    }

    /// The evening after the last working minute is not over yet; the next morning is.
    private func isOver(_ due: LocalMinute, _ office: DossierTestOffice) throws -> Bool {
        let now = office.now
        if now.day > due.day { return true }
        return try now > due && WorkCalendar.vietnam.workingMinutes(from: due, to: now) > 0
    }

    @Test(arguments: [7, 8] as [UInt64])
    func `has a forecast that never promises too early`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var play = try await ApologyPlay(office, seed: seed)
            var kinds: Set<Apologies.Outlook.Kind> = []
            for _ in 0..<20 {
                try await play.steps(6)
                for (code, outlook) in try await play.forecast() {
                    kinds.insert(outlook.kind)
                    #expect(outlook.needed >= 0 && outlook.unknown >= 0, "\(code)")
                    #expect(try (outlook.kind == .late) == isOver(outlook.due, office), "\(code)")
                    #expect((outlook.suggested == nil) == (outlook.kind == .inTime), "\(code)")
                    guard let day = outlook.suggested else { continue }
                    #expect(day > outlook.due.day && day > office.now.day, "\(code)")
                    #expect(try WorkCalendar.vietnam.isWorkingDay(day), "\(code)")
                    let close = try WorkCalendar.vietnam.close(of: day)
                    let left = try WorkCalendar.vietnam.remaining(at: office.now, until: close)
                    #expect(left >= outlook.needed, "\(code)")
                }
            }
            #expect(kinds.isSuperset(of: [.late, .willBeLate, .inTime]))
        }
    }
}

@Suite struct `What an apology leaves as it is` {
    /// Everything that a person reads, without the apology itself and the number of the entry.
    private func record(
        _ code: String, _ person: PersonID, _ office: DossierTestOffice
    ) async throws -> String {
        let record = try await office.record(code, as: person)
        let data = try JSONEncoder().encode(record)
        var values = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let happenings = values["happenings"] as? [[String: Any]] ?? []
        values["happenings"] = happenings.filter { $0["kind"] as? String != "apologised" }
        values["version"] = nil
        // Where the ledger stands moves with every entry.
        values["stamp"] = nil
        let sorted = try JSONSerialization.data(withJSONObject: values, options: .sortedKeys)
        return String(decoding: sorted, as: UTF8.self)
    }

    /// Lists and reports of people who see different parts of the office.
    private func lists(_ office: DossierTestOffice) async throws -> [String] {
        var lists: [String] = []
        for person in ["anh", "chi", "ha", "tam"] as [PersonID] {
            let paths =
                Work.Tab.allCases.map { "/work?tab=\($0.rawValue)" } + [
                    "/dossiers", "/dossiers?state=late", "/reports",
                ]
            for path in paths {
                lists.append(try await office.open(path, as: person, wantsJSON: true).text)
            }
        }
        return lists
    }

    @Test(arguments: [2, 33] as [UInt64])
    func `are clocks, work, lists, reports and tables of any dossier`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var play = try await ApologyPlay(office, seed: seed)
            try await play.steps(70)
            var count = 0
            for code in play.codes {
                let before = try await (record(code, "anh", office), record(code, "chi", office))
                let listed = try await lists(office)
                let tables = try await office.dumpOfReadTables()
                let sequence = try await office.sequence()
                do {
                    try await play.apologise(code)
                } catch is Apologies.Rejection {
                    #expect(try await office.sequence() == sequence)
                    continue
                }
                count += 1
                #expect(try await office.sequence() == sequence + 1, "one entry")
                #expect(try await record(code, "anh", office) == before.0, "\(code)")
                #expect(try await record(code, "chi", office) == before.1, "\(code)")
                #expect(try await lists(office) == listed, "\(code)")
                #expect(try await office.dumpOfReadTables() == tables, "\(code)")
            }
            #expect(count > 1)
        }
    }

    @Test func `is how late the result is, counted from the first appointment`() async throws {
        try await DossierTestOffice.run { office in
            for (day, timeliness) in [
                ("2017-07-03T16:00", Timeliness.early), ("2017-07-05T16:00", .onTime),
                ("2017-07-06T09:00", .late), ("2017-07-10T09:00", .late),
            ] {
                var plain = ""
                var told = ""
                try office.set("2017-07-03T09:00")
                for isTold in [false, true] {
                    let code = try await office.receive()
                    if isTold {
                        told = code
                        try await office.perform(
                            .apologise(
                                code, reason: "x", day: ProcedureSamples.day("2017-07-12")),
                            by: "anh")
                    } else {
                        plain = code
                    }
                }
                try office.set(day)
                for code in [plain, told] { try await office.advance(code, times: 5) }
                let clocks = try await [plain, told].asyncMap { code in
                    try await office.record(code, as: "chi").clock
                }
                #expect(clocks[0] == clocks[1] && clocks[0] != nil, "\(day)")
                #expect(clocks[1]?.timeliness == timeliness, "\(day)")
            }
        }
    }
}

extension Array {
    fileprivate func asyncMap<Other>(
        _ change: (Element) async throws -> Other
    ) async rethrows -> [Other] {
        var others: [Other] = []
        for element in self { others.append(try await change(element)) }
        return others
    }
}
