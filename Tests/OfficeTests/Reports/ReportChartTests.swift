// Drawings of figures: they say what the tables say, whatever the numbers.

import Foundation
import HTML
import Testing

@testable import Office

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct `Drawings of figures` {
    private func chart(_ sums: [Reports.Sums], name: String = "phường") -> String {
        Reports.BarChart(
            id: "offices", title: "Theo cơ quan", summary: "tóm tắt",
            bars: sums.map { .init(name: name, sums: $0) }
        ).html.string
    }

    /// Widths of the rectangles of one kind.
    private func widths(_ text: String, _ name: String) -> [Double] {
        text.ranges(of: "<rect class=\"\(name)\"").compactMap { place in
            let rest = text[place.upperBound...]
            guard let start = rest.firstRange(of: "width=\"") else { return nil }
            return Double(rest[start.upperBound...].prefix { $0 != "\"" })
        }
    }

    @Test func `parts of a bar together are as long as what was taken`() {
        for seed in UInt64(1)...60 {
            let sums = [ReportSumsTests.anySums(seed), ReportSumsTests.anySums(seed + 500)]
            let most = sums.map(\.taken).max() ?? 0
            guard most > 0 else { continue }
            let text = chart(sums)
            let drawn = ["c1", "c2", "c3", "c4"].flatMap { widths(text, $0) }.reduce(0, +)
            let whole = sums.map { Double($0.taken) * Reports.BarChart.width / Double(most) }
                .reduce(0, +)
            // A part that is too thin to be seen is drawn one unit wide.
            #expect(abs(drawn - whole) <= 8.5, "\(seed): \(drawn) and \(whole)")
            for sum in sums { #expect(text.contains(">\(sum.taken)</text>")) }
        }
    }

    @Test func `numbers stand as the reader's language writes them`() {
        let sums = ReportSumsTests.anySums(7)
        let drawing = Reports.BarChart(
            id: "offices", title: "Theo cơ quan", summary: "tóm tắt",
            bars: [.init(name: "phường", sums: sums)], number: { "n\($0)" })
        let text = drawing.html.string
        #expect(text.contains(">n\(sums.taken)</text>") && text.contains(">n0</text>"))
        #expect(!text.contains(">\(sums.taken)</text>"))
    }

    @Test func `names and summaries are text, and every drawing is well-formed`() {
        let evil = "<script>alert(1)</script> & \"x\" ]]>"
        let line = Reports.LineChart(
            id: "months", title: evil, summary: evil,
            points: [.init(name: evil, part: 1, whole: 2), .init(name: "7", part: 0, whole: 0)])
        for text in [chart([ReportSumsTests.anySums(1)], name: evil), line.html.string, chart([])] {
            #expect(!text.contains("<script>"))
            #expect(!text.contains("nan") && !text.contains("inf"))
            let parser = XMLParser(data: Data(text.utf8))
            #expect(parser.parse(), "\(String(describing: parser.parserError))")
        }
    }

    @Test func `a line's axis begins below its lowest point and never below nothing`() {
        for (part, whole) in [(0, 0), (0, 5), (1, 200), (9, 10), (95, 100), (100, 100), (1, 3)] {
            let line = Reports.LineChart(
                id: "m", title: "", summary: "",
                points: [.init(name: "1", part: part, whole: whole)])
            let percent = whole == 0 ? 0 : Double(part) * 100 / Double(whole)
            #expect(line.floor >= 0 && line.floor % 10 == 0)
            #expect(Double(line.floor) <= percent)
            #expect(line.floor < 100)
        }
    }

    @Test func `an axis is round, has five steps or fewer, and its length is in proportion`() {
        for maximum in Array(0...3_000) + [9_999, 10_000, 123_456, 99_999_999] {
            let scale = Reports.Scale(maximum: maximum)
            #expect(scale.marks.count <= 6, "\(maximum)")
            let digits = String(scale.step)
            #expect("125".contains(digits.prefix(1)) && digits.dropFirst().allSatisfy { $0 == "0" })
            #expect((scale.marks.last ?? 0) <= maximum)
            #expect(scale.length(0, of: 100) == 0)
            if maximum > 1 {
                let half = scale.length(maximum / 2, of: 100)
                #expect(half <= 50 && half > 0)
            }
        }
    }

    @Test func `long names of offices are cut, and no ward loses its name`() {
        #expect(ReportWords.short("Ủy ban nhân dân phường Bồ Đề") == "phường Bồ Đề")
        #expect(ReportWords.short("UBND quận") == "UBND quận")
        let long = ReportWords.short("Ủy ban nhân dân " + String(repeating: "ễ", count: 60))
        #expect(long.count == 24 && long.hasSuffix("…"))
        #expect(ReportWords.short("") == "")
    }
}
