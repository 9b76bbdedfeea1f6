// The sums of the report against a recount dossier by dossier, for every kind of viewer, and the
// bar beside the table.

import Engine
import HTML
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `The sums of lateness` {
    /// What the pages of the dossiers say, added up by hand.
    private func recount(
        _ codes: [String], as person: PersonID, in office: DossierTestOffice
    ) async throws -> [String: [Int]] {
        var sums: [String: [Int]] = [:]
        for code in codes {
            guard try await office.finds(code, as: person) else { continue }
            guard let shown = try await office.record(code, as: person).lateness else { continue }
            #expect(shown.lines.reduce(0) { $0 + $1.minutes } == shown.total, "\(code)")
            for line in shown.lines {
                let name = "\(line.cause.rawValue) \(line.unit?.rawValue ?? "-")"
                let place = shown.isOpen ? 2 : 0
                var sum = sums[name] ?? [0, 0, 0, 0]
                sum[place] += line.minutes
                sum[place + 1] += 1
                sums[name] = sum
            }
        }
        return sums
    }

    @Test(arguments: [8, 64, 512] as [UInt64])
    func `are those of the dossiers that the viewer finds`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var play = try await ApologyPlay(office, seed: seed)
            try await play.steps(110)
            for person: PersonID in ["anh", "chi", "ha", "ke", "giang"] {
                let report = try await office.latenessReport(as: person)
                let sums = Dictionary(
                    report.sums.map { sum in
                        (
                            "\(sum.cause.rawValue) \(sum.unit?.rawValue ?? "-")",
                            [sum.minutes, sum.dossiers, sum.openMinutes, sum.openDossiers]
                        )
                    }, uniquingKeysWith: { first, _ in first })
                let counted = try await recount(play.codes, as: person, in: office)
                #expect(sums == counted, "\(person)")
                #expect(report.sums.reduce(0) { $0 + $1.minutes } == report.minutes)
                #expect(report.rows.reduce(0) { $0 + $1.minutes } == report.minutes)
                #expect(report.rows.count == report.dossiers && report.next == nil)
            }
        }
    }

    @Test(arguments: [8, 64] as [UInt64])
    func `open the dossiers that they count`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var play = try await ApologyPlay(office, seed: seed)
            try await play.steps(110)
            let whole = try await office.latenessReport(as: "anh")
            for sum in whole.sums {
                let part = try await office.latenessReport(
                    {
                        $0.cause = sum.cause
                        $0.unit = sum.unit
                    }, as: "anh")
                if sum.unit != nil {
                    #expect(part.rows.count == sum.dossiers, "\(sum)")
                    #expect(part.open.count == sum.openDossiers, "\(sum)")
                }
                for row in part.rows + part.open {
                    #expect(row.lines.contains { $0.cause == sum.cause })
                }
                #expect(part.sums == whole.sums && part.minutes == whole.minutes)
            }
        }
    }

    @Test func `keep the order of causes, then of units`() async throws {
        try await DossierTestOffice.run { office in
            var play = try await ApologyPlay(office, seed: 21)
            try await play.steps(130)
            let sums = try await office.latenessReport(as: "anh").sums
            let buckets = sums.map { Lateness.Bucket(cause: $0.cause, unit: $0.unit) }
            #expect(buckets == buckets.sorted() && Set(buckets).count == buckets.count)
        }
    }
}

@Suite struct `The bar of lateness` {
    private func shown(_ minutes: [Int]) -> Lateness.Shown {
        .init(
            due: LatenessSamples.moment("5T17:30"), isOpen: false, total: minutes.reduce(0, +),
            lines: minutes.enumerated().map { index, minutes in
                .init(
                    cause: Lateness.Cause.allCases[index % 7], unit: UnitID("u\(index)"),
                    unitName: "Đơn vị \(index)", minutes: minutes)
            })
    }

    private func frame() throws -> Site.Frame {
        Site.Frame(
            texts: try .bundled(), assets: [:], language: .vi, viewer: nil,
            now: LatenessSamples.moment("6T09:00"), isDemo: false, path: "", formToken: "",
            commandKey: "")
    }

    @Test(arguments: [[60, 60], [400, 80], [1, 479], [100, 90, 80, 70, 60, 50, 40]])
    func `has a piece for each row and says all of it in words`(_ minutes: [Int]) throws {
        let text = LatenessBar(lateness: shown(minutes), frame: try frame()).html.string
        #expect(text.components(of: "<rect") == minutes.count)
        #expect(text.contains("role=\"img\"") && text.contains("lateness-d"))
        for number in 1...minutes.count { #expect(text.contains("\(number). ")) }
    }

    @Test func `numbers the pieces that are wide enough`() throws {
        let text = LatenessBar(lateness: shown([470, 5]), frame: try frame()).html.string
        #expect(text.components(of: "<text") == 1, "the thin one has its row in the table")
    }

    @Test func `is left out of a part with one row, and of one with none`() throws {
        let one = LatenessPartView(lateness: shown([30]), frame: try frame()).html.string
        #expect(!one.contains("<svg") && one.contains("<table"))
        let none = LatenessPartView(lateness: shown([]), frame: try frame()).html.string
        #expect(!none.contains("<svg") && !none.contains("<table"))
        #expect(none.contains("chưa mất phút làm việc nào"))
        let two = LatenessPartView(lateness: shown([30, 20]), frame: try frame()).html.string
        #expect(two.contains("<svg") && two.contains("60,00 %") && two.contains("40,00 %"))
    }

    @Test func `tells causes and units in one line for lists`() throws {
        let line = try frame().latenessLine(shown([480, 60]).lines)
        #expect(
            line == "Đơn vị giữ quá thời gian của bước (Đơn vị 0): 1 ngày; "
                + "Chờ nhận bàn giao (Đơn vị 1): 1 giờ")
    }
}

extension String {
    /// How often the piece stands in it.
    fileprivate func components(of piece: String) -> Int {
        ranges(of: piece).count
    }
}
