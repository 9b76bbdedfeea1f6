// Sheets are issued and ended in any order: the table, the catalogue of any day and the search are
// what a notebook beside says.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// The same rules once more, slowly: what was issued, from when until when.
private struct Notebook {
    struct Line: Hashable {
        var number: Int
        var effective: DayNumber
        var through: DayNumber?
        var sheet: Procedures.Sheet

        func covers(_ day: DayNumber) -> Bool {
            if let through, through < day { return false }
            return effective <= day
        }
    }

    var lines: [ProcessCode: [Line]] = [:]

    /// Whether it may be.
    mutating func issue(_ sheet: Procedures.Sheet, from day: DayNumber) -> Bool {
        var known = lines[sheet.code] ?? []
        if let last = known.last, day <= last.effective { return false }
        for index in known.indices where known[index].covers(day) {
            known[index].through = day - 1
        }
        known.append(Line(number: known.count + 1, effective: day, sheet: sheet))
        lines[sheet.code] = known
        return true
    }

    mutating func end(_ code: ProcessCode, through day: DayNumber) -> Bool {
        guard let last = lines[code]?.last, last.through == nil, day >= last.effective else {
            return false
        }
        lines[code]?[last.number - 1].through = day
        return true
    }

    func offered(on day: DayNumber) -> [Line] {
        lines.values.compactMap { $0.last { $0.covers(day) } }
    }
}

@Suite struct `Procedures by chance` {
    private static let codes: [ProcessCode] = ["KS-01", "CT-02", "XN-03"]

    private func step(
        _ office: DossierTestOffice, _ notebook: inout Notebook,
        _ sheets: inout ProcedureRandomSheets
    ) async throws -> Bool {
        let code = sheets.chance.pick(Self.codes)
        let day = sheets.day(within: 900)
        let command: Procedures.Command
        let isAllowed: Bool
        if sheets.chance.below(3) > 0 {
            let sheet = sheets.sheet(of: code)
            command = .issue(sheet, effective: day)
            isAllowed = notebook.issue(sheet, from: day)
        } else {
            command = .end(code, through: day, reason: "thay đổi")
            isAllowed = notebook.end(code, through: day)
        }
        let before = try await office.sequence()
        do {
            _ = try await office.desk.perform(
                .procedures(command), by: nil, at: office.sources.now)
            #expect(isAllowed, "\(command)")
        } catch let refusal as Procedures.Rejection {
            #expect(!isAllowed, "\(refusal)")
            #expect(try await office.sequence() == before, "a refusal writes nothing")
        }
        return isAllowed
    }

    private func expectTable(_ office: DossierTestOffice, _ notebook: Notebook) async throws {
        let rows = try await office.desk.read { reading in
            try reading.rows(
                "SELECT code, issue, effective, through, isOnline FROM procedureIssue"
            ).map { row in
                "\(try row.text("code")) \(try row.int("issue")) \(try row.int("effective")) "
                    + "\(try row.optionalInt("through").map { "\($0)" } ?? "-") "
                    + "\(try row.int("isOnline"))"
            }.sorted()
        }
        let expected = notebook.lines.values.joined().map { line in
            "\(line.sheet.code) \(line.number) \(line.effective.number) "
                + "\(line.through.map { "\($0.number)" } ?? "-") \(line.sheet.isOnline ? 1 : 0)"
        }.sorted()
        #expect(rows == expected)
    }

    private func expectDay(
        _ day: DayNumber, _ office: DossierTestOffice, _ notebook: Notebook,
        event: Procedures.LifeEvent?
    ) async throws {
        let offered = notebook.offered(on: day)
        let list = try await office.desk.read { try $0.procedures(.init(event: event), on: day) }
        let expected = offered.filter { line in
            event.map { line.sheet.lifeEvents.contains($0) } ?? true
        }
        #expect(
            Set(list.procedures.map(\.code)) == Set(expected.map(\.sheet.code.rawValue)), "\(day)")
        #expect(list.procedures.count == expected.count && list.count == offered.count, "\(day)")
        for code in Self.codes {
            let page = try await office.desk.read { reading -> Procedures.Page? in
                do {
                    return try reading.procedurePage(code, on: day)
                } catch is Procedures.Rejection {
                    return nil
                }
            }
            let line = offered.first { $0.sheet.code == code }
            #expect(page?.sheet == line?.sheet && page?.issue == line?.number, "\(code) \(day)")
        }
    }

    @Test(arguments: [5, 63, 2_010] as [UInt64])
    func `are offered on each day as a notebook says`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var sheets = ProcedureRandomSheets(seed: seed, texts: ProcedureRandomSheets.plain)
            var notebook = Notebook()
            var done = 0
            for number in 0..<60 {
                if try await step(office, &notebook, &sheets) { done += 1 }
                if number % 6 > 0 { continue }
                try await expectTable(office, notebook)
                for _ in 0..<4 {
                    let event: Procedures.LifeEvent? =
                        sheets.chance.below(2) == 0
                        ? nil : sheets.chance.pick(Procedures.LifeEvent.allCases)
                    let day = sheets.day("2016-12-01", within: 1_000)
                    try await expectDay(day, office, notebook, event: event)
                }
            }
            // The days on which something begins or ends are where a mistake would stand.
            for line in notebook.lines.values.joined() {
                for day in [line.effective - 1, line.effective, line.through].compactMap({ $0 }) {
                    try await expectDay(day, office, notebook, event: nil)
                    try await expectDay(day + 1, office, notebook, event: nil)
                }
            }
            #expect(done > 8, "the walk goes somewhere")
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
        }
    }

    private func marksStripped(_ text: String) -> String {
        Folding.fold(text).uppercased()
    }

    @Test(arguments: [1, 20] as [UInt64])
    func `are found by each word, in any order and without marks`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var sheets = ProcedureRandomSheets(seed: seed, texts: ProcedureRandomSheets.plain)
            var issued: [Procedures.Sheet] = []
            for code in Self.codes {
                var sheet = sheets.sheet(of: code)
                sheet.keywords += ["riêng \(code.rawValue.lowercased())", sheets.text()]
                sheet.results.append(sheets.text())
                issued.append(sheet)
                try await office.issue(sheet)
            }
            let day = ProcedureSamples.day("2017-07-03")
            for sheet in issued {
                let texts =
                    [sheet.code.rawValue, sheet.nationalCode] + sheet.results
                    + sheet.keywords
                let words = texts.flatMap { $0.split(separator: " ").map(String.init) }
                for word in Set(words) {
                    for asked in [word, marksStripped(word), "  \(word.uppercased()) "] {
                        let found = try await office.desk.read {
                            try $0.procedures(.init(words: asked), on: day)
                        }
                        let codes = found.procedures.map(\.code)
                        #expect(codes.contains(sheet.code.rawValue), "\(asked)")
                    }
                }
                for _ in 0..<6 {
                    let some = (0..<3).map { _ in sheets.chance.pick(words) }
                    let asked = marksStripped(some.joined(separator: " "))
                    let found = try await office.desk.read {
                        try $0.procedures(.init(words: asked), on: day)
                    }
                    #expect(
                        found.procedures.contains { $0.code == sheet.code.rawValue }, "\(asked)")
                }
            }
            let own = try await office.desk.read {
                try $0.procedures(.init(words: "rieng ct-02"), on: day)
            }
            #expect(own.procedures.map(\.code) == ["CT-02"])
        }
    }
}

@Suite struct `A search for procedures` {
    /// The same on both stores, whatever their patterns mean by themselves.
    @Test(arguments: ["\\", "\\\\", "\\%", "%_", "_", "khai\\", "\u{0}", "!", "[a-z]", "🇻🇳"])
    func `takes signs of patterns for nothing but signs`(_ words: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let path = "/procedures?q=" + DossierTestOffice.encoded(words)
            let page = try await office.open(path, as: nil)
            #expect(page.status == .ok)
            page.expectSound(words)
            let isBare = words.allSatisfy { "\\%_\u{0}".contains($0) } || words == "khai\\"
            let json = try await office.open(path, as: nil, wantsJSON: true).json()
            #expect((json["procedures"] as? [Any])?.count == (isBare ? 1 : 0), "\(words)")
        }
    }

    @Test func `reads the first eight words and lets the rest go`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let day = ProcedureSamples.day("2017-07-03")
            let eight = Array(repeating: "khai", count: 8).joined(separator: " ")
            for (words, count) in [(eight + " khong-co", 1), ("khong-co " + eight, 0)] {
                let found = try await office.desk.read {
                    try $0.procedures(.init(words: words), on: day)
                }
                #expect(found.procedures.count == count)
            }
            let long = String(repeating: "khai sinh ", count: 2_000)
            let found = try await office.desk.read {
                try $0.procedures(.init(words: long), on: day)
            }
            #expect(found.procedures.count == 1)
        }
    }

    @Test func `leaves out what has no process any more`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            _ = try await office.desk.perform(
                .processes(
                    .retire("KS-01", through: ProcedureSamples.day("2017-07-31"), reason: "hết")),
                by: nil, at: office.sources.now)
            for (day, count) in [("2017-07-31", 1), ("2017-08-01", 0)] {
                let day = ProcedureSamples.day(day)
                let list = try await office.desk.read { try $0.procedures(.init(), on: day) }
                #expect(list.count == count && list.procedures.count == count, "\(day)")
            }
            try office.set("2017-08-01T09:00")
            #expect(try await office.open("/procedures/KS-01", as: nil).status == .notFound)
            await #expect(throws: Procedures.Rejection.noProcess("KS-01")) {
                try await office.issue(from: "2017-09-01")
            }
        }
    }
}
