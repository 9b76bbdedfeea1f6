// The register asked for one focal point, and a sheet that says the same in both kinds of file.

import Engine
import HTML
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The register of one focal point` {
    @Test func `keeps the person in its address`() {
        let filter = Dossiers.Filter { ["focal": "chi", "state": "open"][$0] }
        #expect(filter.focalPoint == "chi")
        #expect(filter.link.text == "/dossiers?focal=chi&state=open")
        #expect(Dossiers.Filter { ["focal": ""][$0] }.focalPoint == nil)
        #expect(Dossiers.Filter { _ in nil }.link.text == "/dossiers")
    }

    @Test func `holds that person's dossiers, beside every other filter`() async throws {
        try await DossierTestOffice.run { office in
            let own = try await office.receive { $0.channel = .online }
            try await office.receive(by: "binh") { $0.channel = .online }
            try await office.receive()
            func codes(_ query: String) async throws -> [String] {
                let json = try await office.open(
                    "/dossiers?\(query)", as: "anh", wantsJSON: true
                ).json()
                let rows = try #require(json["rows"] as? [[String: Any]])
                return rows.compactMap { $0["code"] as? String }
            }
            #expect(try await codes("focal=chi").count == 2)
            #expect(try await codes("focal=binh").count == 1)
            #expect(try await codes("focal=chi&channel=online") == [own])
            #expect(try await codes("focal=chi&q=hu+cau").count == 2)
            #expect(try await codes("focal=ha").isEmpty)
            #expect(try await codes("focal=%27%20OR%201=1").isEmpty)
        }
    }

    @Test func `shows nobody what they may not see`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive(by: "la") {
                $0.office = "r"
                $0.process = "CT-02"
            }
            for (person, count) in [("anh", 0), ("ha", 0), ("giang", 1)] as [(PersonID, Int)] {
                let list = try await office.open(
                    "/dossiers?focal=la", as: person, wantsJSON: true)
                #expect(try list.json()["count"] as? Int == count, "\(person)")
            }
        }
    }
}

@Suite struct `A sheet in both kinds of file` {
    private static func value(_ chance: inout ReportChance) -> Reports.Sheet.Value {
        switch chance.below(6) {
        case 0: .empty
        case 1: .number(chance.below(100_000) - 50_000)
        case 2: .share(chance.below(50), of: chance.below(3) == 0 ? 0 : 50)
        case 3: .day(DayNumber(rawValue: Int32(17_000 + chance.below(2_000))))
        case 4: .moment(LocalMinute(rawValue: 1_440 * 17_000 + chance.below(1_000_000)))
        default: .text(["Hộ tịch", "=1+1", "a,b", "-3", "", "\"x\""][chance.below(6)])
        }
    }

    /// What a value is in the workbook, read from what it is in the other file.
    private func agrees(_ value: Reports.Sheet.Value, _ cell: String) -> Bool {
        func isNear(_ number: Double) -> Bool {
            Double(cell).map { abs($0 - number) < 1e-9 } ?? false
        }
        return switch value {
        case .empty: cell.isEmpty
        case .number(let number): isNear(Double(number))
        case .share(let part, let whole):
            whole == 0 ? cell.isEmpty : isNear(Double(part) / Double(whole))
        case .day(let day): isNear(Double(day.rawValue) + 25_569)
        case .moment(let moment): isNear(Double(moment.rawValue) / 1_440 + 25_569)
        case .text(let text): cell == text
        }
    }

    @Test(arguments: 1...15 as ClosedRange<UInt64>)
    func `holds the same values, row by row`(_ seed: UInt64) throws {
        var chance = ReportChance(seed: seed)
        let rows = (0..<12).map { _ in (0..<5).map { _ in Self.value(&chance) } }
        let sheet = Reports.Sheet(
            name: "x", title: "t", lead: "l", columns: (0..<5).map { .init("c\($0)") },
            rows: rows, totals: [[.text("Cộng")] + (0..<4).map { .number($0) }])
        let bytes = try Site.Workbook.bytes(of: [sheet], at: Instant(milliseconds: 0))
        let page = try #require(try ReportReadWorkbook(bytes).sheets.first)
        for (index, row) in (rows + sheet.totals).enumerated() {
            let cells = page.row(index + 5, columns: 5)
            for (value, cell) in zip(row, cells) { #expect(agrees(value, cell), "\(value)") }
        }
        // A line a row, and none of them a formula.
        let lines = sheet.commaSeparated.split(separator: "\r\n")
        #expect(lines.count == rows.count + 2)
        #expect(!lines.contains { $0.hasPrefix("=") || $0.contains(",=") })
    }

    @Test func `is refused when it would not end`() async throws {
        try await DossierTestOffice.run { office in
            let rows = [[Reports.Sheet.Value]](
                repeating: [.number(1)], count: Reports.sheetMaximum + 1)
            let sheet = Reports.Sheet(
                name: "x", title: "t", lead: "l", columns: [.init("c")], rows: rows)
            for kind in Reports.FileKind.allCases {
                #expect(throws: Reports.Rejection.tooManyRows) {
                    try office.house.file(sheet, kind, name: "x")
                }
            }
        }
    }
}
