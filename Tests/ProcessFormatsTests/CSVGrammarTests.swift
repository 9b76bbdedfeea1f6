// The grammar of RFC 4180 against an independent writer of it, with marks where none are needed.

import ProcessFormats
import ProcessModel
import Testing
import WorkTime

struct CSVGrammarTests {
    private static let texts = [
        "", "a", "hồ sơ", "a,b", "\"", "\"\"", "a\"b", "\n", "\r\n", "\r", "a\nb", ",", ",,", " a ",
        "\t", ";", "'", "🙂", "e\u{301}", "=1+1", "\u{FEFF}", "-", "\\", "\\\"",
    ]

    /// Writes a field as some program would: with marks when it must, or when it likes to.
    private func field(_ text: String, _ generator: inout VersionGenerator) -> String {
        let must = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
        if !must, generator.chance(60) { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            quoted.unicodeScalars.append(scalar)
            if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
        }
        return quoted + "\""
    }

    @Test(arguments: 0..<10)
    func `any table of texts is read as it was meant`(block: Int) throws {
        for seed in 0..<40 {
            var generator = VersionGenerator(seed: UInt64(block * 100 + seed) + 70_000)
            let end = generator.one(of: ["\n", "\r\n", "\r"])
            let width = 2 + generator.next(below: 4)
            var rows = generator.many(1...8) { make in
                (0..<width).map { _ in make.one(of: Self.texts) }
            }
            // The mark of an encoding in front of all belongs to the file, not to its first field.
            if rows[0][0].hasPrefix("\u{FEFF}") { rows[0][0] = "x" }
            var text = rows.map { row in
                row.map { field($0, &generator) }.joined(separator: ",")
            }.joined(separator: end)
            if generator.chance(50) { text += end }
            if generator.chance(20) { text = "\u{FEFF}" + text }
            let read = try CSVRows.read(Array(text.utf8), file: "t.csv")
            #expect(
                read.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
        }
    }

    @Test(arguments: ["\n", "\n\n\n", "\r\r", "a\n\n\nb", "\n a", "a\r\n\r\n"])
    func `empty lines are no rows`(text: String) throws {
        let rows = try CSVRows.read(text.bytes, file: "t.csv")
        #expect(rows == text.split(whereSeparator: \.isNewline).map { [String($0)] })
    }

    @Test(arguments: [
        ("\"a", 1), ("a\nb,\"c\nd\n", 2), ("a\"b", 1), ("a\nb\"", 2), ("\"a\"b", 1),
        ("x\n\n\"a\" ,b", 3), ("\"a\n\n\"b", 3), ("\"a\"\"", 1), ("a,\"", 1),
    ])
    func `a broken mark is told with its line`(text: String, line: Int) {
        do {
            let rows = try CSVRows.read(text.bytes, file: "t.csv")
            Issue.record("\(rows)")
        } catch {
            #expect(error.diagnostics.count == 1)
            #expect(error.diagnostics.first?.hasPrefix("t.csv:\(line): error: ") == true)
            #expect(error.diagnostics.first?.contains("[csv-syntax]") == true)
        }
    }

    @Test func `a table of many rows and of one endless row are read in bounded time`() throws {
        let many = String(repeating: "a,b,c\n", count: 100_000)
        #expect(try CSVRows.read(many.bytes, file: "t.csv").count == 100_000)
        let wide = String(repeating: ",", count: 200_000)
        #expect(try CSVRows.read(wide.bytes, file: "t.csv").map(\.count) == [200_001])
        let deep = "\"" + String(repeating: "\"\"", count: 200_000) + "\""
        #expect(try CSVRows.read(deep.bytes, file: "t.csv").first?.first?.count == 200_000)
    }

    @Test func `a table at the limit of size is read and one byte more is not`() throws {
        let limit = ProcessFile.sizeLimit
        let line = [UInt8](repeating: 0x61, count: limit)
        #expect(try CSVRows.read(line, file: "t.csv").count == 1)
        #expect(throws: CSVRows.Flaw.self) { try CSVRows.read(line + [0x61], file: "t.csv") }
    }
}

/// Published limits beside the tables of steps.
struct ProcedureLimitsTests {
    private static let header = "code_local,time_limit_value,time_unit\n"

    private func read(_ rows: String, header: String = header) -> (
        limits: ProcedureLimits, findings: [String]
    ) {
        let (limits, findings) = ProcedureLimits.read((header + rows).bytes, file: "l.csv")
        return (limits, findings.map { $0.text(in: .en) })
    }

    @Test func `a row without a code belongs to no procedure and is told`() {
        let (limits, findings) = read(",5,ngày làm việc\nA,5,ngày làm việc\n ,6,ngày\n")
        #expect(limits.byCode.keys.sorted() == ["A"])
        #expect(findings.count == 2)
        #expect(findings.first?.hasPrefix("l.csv:2: error: code_local is missing") == true)
        #expect(findings.last?.hasPrefix("l.csv:4: ") == true)
    }

    @Test(arguments: ["code_local", "time_limit_value", "time_unit"])
    func `a column that stands twice gives no limit at all`(column: String) {
        let (limits, findings) = read(
            "A,5,ngày,9\n", header: Self.header.dropLast() + ",\(column)\n")
        #expect(limits.byCode.isEmpty)
        #expect(findings.count == 1 && findings[0].hasPrefix("l.csv:1: error: "))
        #expect(findings[0].contains(column))
    }

    @Test func `strange columns are warned of, also when they stand twice`() {
        let (limits, findings) = read(
            "A,5,ngày,x,y\n", header: Self.header.dropLast() + ",ghi chú,ghi chú\n")
        #expect(limits.byCode["A"]?.term == .calendarDays(5))
        #expect(findings.count == 1 && findings[0].contains("warning"))
    }

    @Test func `the limit goes to the code behind the source, whole and exact`() {
        let steps = """
            sop_id,procedure_vi,step_no,step_vi,responsible_vi,tasks_vi,time_value,time_unit,\
            clock_effect
            YB-A,Một,1,Ký,UBND,Ký,1,ngày làm việc,run
            A,Hai,1,Ký,UBND,Ký,1,ngày làm việc,run
            YB-A-B,Ba,1,Ký,UBND,Ký,1,ngày làm việc,run
            YB-a,Bốn,1,Ký,UBND,Ký,1,ngày làm việc,run
            """
        let (versions, findings) = ProcessImport.run(
            stepsCSV: steps.bytes, limitsCSV: (Self.header + "A,5,ngày làm việc\n").bytes)
        #expect(findings.isEmpty)
        #expect(versions.map(\.total) == [.workingDays(5), .workingDays(5), nil, nil])
    }
}
