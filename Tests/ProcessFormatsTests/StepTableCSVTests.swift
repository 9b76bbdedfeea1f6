// CSV: the grammar of RFC 4180, and what a step table in it can get wrong.

import ProcessFormats
import ProcessModel
import Testing
import WorkTime

struct StepTableCSVTests {
    private static let header =
        "sop_id,procedure_vi,step_no,step_vi,responsible_vi,tasks_vi,time_value,time_unit,"
        + "clock_effect,marks_business_done,source_id\n"
    private static let row = "A-1,Thử,1,Ký duyệt,UBND,Ký > Duyệt,1,ngày làm việc,run,no,S1\n"

    private func read(_ text: String) -> (versions: [ProcessVersion], findings: [Diagnostic]) {
        StepTableCSV.read(text.bytes, file: "s.csv")
    }

    private func only(_ text: String) throws -> (rule: String, line: Int, mend: String) {
        let findings = read(text).findings
        try #require(findings.count == 1, "\(findings)")
        return (findings[0].rule, findings[0].origin?.line ?? 0, findings[0].mend.vi)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `Line ends of all systems are read, with or without the last`(end: String) {
        let text = (Self.header + Self.row).replacing("\n", with: end)
        #expect(read(text).versions.count == 1)
        #expect(read(String(text.dropLast())).versions == read(text).versions)
        #expect(read(text).findings.isEmpty)
    }

    @Test func `Quoted fields hold commas, quotes and lines; lines are counted on`() throws {
        let text =
            Self.header
            + "A-1,\"Cấp \"\"giấy\"\", phép\",1,\"Ký\nduyệt\",UBND,,1,ngày làm việc,run,no,S1\n"
            + "A-1,Thử,x,Ký,UBND,,1,ngày làm việc,run,no,S1\n"
        let (versions, findings) = read(text)
        #expect(versions.first?.title == "Cấp \"giấy\", phép")
        #expect(versions.first?.nodes[1].title == "Ký\nduyệt")
        #expect(findings.map(\.origin?.line) == [4])
    }

    @Test(arguments: [
        ("A-1,Thử,1,\"Ký,UBND,,1,ngày làm việc,run,no,S1\n", "csv-syntax", 2),
        ("A-1,Thử,1,Ký \"duyệt\",UBND,,1,ngày làm việc,run,no,S1\n", "csv-syntax", 2),
        ("A-1,Thử,1,\"Ký\" duyệt,UBND,,1,ngày làm việc,run,no,S1\n", "csv-syntax", 2),
        ("A-1,Thử,1,Ký, duyệt,UBND,,1,ngày làm việc,run,no,S1\n", "csv-syntax", 2),
        ("A-1,Thử,1\n", "csv-syntax", 2),
        ("A-1,Thử,một,Ký,UBND,,1,ngày làm việc,run,no,S1\n", "csv-value", 2),
        (",Thử,1,Ký,UBND,,1,ngày làm việc,run,no,S1\n", "csv-value", 2),
        ("A-1,Thử,1,Ký,UBND,,nhanh,ngày làm việc,run,no,S1\n", "csv-value", 2),
        ("A-1,Thử,1,Ký,UBND,,1,tuần,run,no,S1\n", "csv-value", 2),
        ("A-1,Thử,1,Ký,UBND,,0.3333,giờ,run,no,S1\n", "csv-value", 2),
        ("A-1,Thử,1,Ký,UBND,,1,ngày làm việc,stop,no,S1\n", "csv-value", 2),
        ("A-1,Thử,1,Ký,UBND,,1,ngày làm việc,run,maybe,S1\n", "csv-value", 2),
        (row + "A-1,Thử,1,In,UBND,,1,ngày làm việc,run,no,S1\n", "csv-value", 3),
        (row + "A-1,Tên khác,2,In,UBND,,1,ngày làm việc,run,no,S1\n", "csv-value", 3),
    ])
    func `What is wrong in a row is said at its line`(rows: String, rule: String, line: Int) throws
    {
        let found = try only(Self.header + rows)
        #expect(found.rule == rule && found.line == line)
        #expect(!found.mend.isEmpty)
    }

    @Test func `Columns are found by name; missing and strange ones are named`() throws {
        #expect(try only("").rule == "csv-columns")
        #expect(try only(Self.header).rule == "csv-columns")
        let semicolons = try only((Self.header + Self.row).replacing(",", with: ";"))
        #expect(semicolons.rule == "csv-columns" && semicolons.mend.contains("dấu phẩy"))
        let strange = read("x," + Self.header + "1," + Self.row)
        #expect(strange.findings.map(\.severity) == [.warning] && strange.versions.count == 1)
        #expect(try only("sop_id,step_no\nA,1\n").rule == "csv-columns")
    }

    @Test func `Steps stand in the order of their numbers, processes as they come`() {
        let second = "B-1,Hai,2,In,UBND,,1,ngày làm việc,run,no,S1\n"
        let first = "B-1,Hai,1,Ký,UBND,,1,ngày làm việc,run,no,S1\n"
        let (versions, findings) = read(Self.header + second + Self.row + first)
        #expect(findings.isEmpty && versions.map(\.code) == ["B-1", "A-1"])
        #expect(versions[0].nodes.map(\.id) == ["start", "b1", "b2", "end"])
    }

    @Test(arguments: [
        ("0.5", "ngày làm việc", Term.halfDays(1)), ("11,5", "ngày làm việc", .halfDays(23)),
        ("59.5", "ngày làm việc", .halfDays(119)), ("2.0", "ngày làm việc", .workingDays(2)),
        ("0.25", "ngày làm việc", .workingMinutes(120)), ("0", "ngày làm việc", .halfDays(0)),
        ("30", "ngày", .calendarDays(30)), ("2", "giờ", .workingMinutes(120)),
        ("1.5", "giờ", .workingMinutes(90)), ("45", "phút", .workingMinutes(45)),
        ("3", "buổi làm việc", .halfDays(3)), ("", "trong ngày", .sameDay),
    ])
    func `Times are exact, halves too`(value: String, unit: String, term: Term) throws {
        let text =
            Self.header + "A-1,Thử,1,Ký,UBND,,\"\(value)\",\(unit),run,no,S1\n"
        let (versions, findings) = read(text)
        #expect(findings.isEmpty)
        #expect(versions.first?.nodes[1].step?.time == .term(term))
        let again = StepTableCSV.read(StepTableCSV.write(versions), file: "s.csv")
        #expect(again.versions.first?.nodes[1].step?.time == .term(term))
    }

    @Test func `Limits: none published, same day, and what is not understood`() {
        let text = """
            code_local,time_limit_value,time_unit
            A,-1,không giới hạn
            B,0,ngày làm việc
            C,0.5,ngày làm việc
            D,lâu,ngày làm việc
            A,3,ngày làm việc
            """
        let (limits, findings) = ProcedureLimits.read(text.bytes, file: "l.csv")
        #expect(limits.byCode["A"]?.term == nil && limits.byCode["A"] != nil)
        #expect(limits.byCode["B"]?.term == .sameDay)
        #expect(limits.byCode["C"]?.term == .halfDays(1))
        #expect(findings.map(\.origin?.line) == [5, 6])
    }

    @Test func `Other encodings and huge files are refused in a sentence`() {
        let text = Self.header + Self.row
        #expect(StepTableCSV.read([0xEF, 0xBB, 0xBF] + text.bytes, file: "s").versions.count == 1)
        let wide: [UInt8] = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let found = StepTableCSV.read(wide, file: "s").findings
        #expect(found.map(\.rule) == ["file-encoding"])
        let broken = StepTableCSV.read(text.bytes + [0xC0, 0x80], file: "s").findings
        #expect(broken.map(\.origin?.line) == [3])
        let huge = [UInt8](repeating: 0x61, count: 3 * 1024 * 1024)
        #expect(StepTableCSV.read(huge, file: "s").findings.map(\.rule) == ["file-size"])
    }

    @Test func `Rows of any text read back as they were written`() {
        for seed in 0..<150 {
            var generator = VersionGenerator(seed: UInt64(seed))
            let rows = (1...4).map { number in
                let step = Step(
                    performer: .member(of: .label("x" + generator.word())),
                    work: "", tasks: [],
                    time: .term(generator.term()), clock: .run, marksDone: generator.chance(50))
                return Node(
                    id: NodeID("b\(number)"), title: "x" + generator.word() + "y",
                    kind: .step(step))
            }
            let version = ProcessVersion(
                code: "A-1", title: "t" + generator.word() + "t", kind: .procedure, ownerUnit: "",
                nodes: rows, flows: zip(rows, rows.dropFirst()).map { Flow(from: $0.id, to: $1.id) }
            )
            let bytes = StepTableCSV.write([version])
            let (read, findings) = StepTableCSV.read(bytes, file: "s.csv")
            #expect(findings.isEmpty && StepTableCSV.write(read) == bytes)
            #expect(read.first?.title == version.title)
            #expect(read.first?.nodes.compactMap(\.step?.time) == rows.compactMap(\.step?.time))
            #expect(read.first?.nodes.dropFirst().dropLast().map(\.title) == rows.map(\.title))
        }
    }

    @Test func `No bytes at all make the reader fail`() {
        let valid = ImportFixture.steps.bytes
        for seed in 0..<200 {
            var generator = VersionGenerator(seed: UInt64(seed))
            var bytes = valid
            for _ in 0...generator.next(below: 5) {
                let place = generator.next(below: bytes.count)
                switch generator.next(below: 3) {
                case 0: bytes[place] = UInt8(generator.next(below: 256))
                case 1: bytes.removeSubrange(place...)
                default: bytes.insert(contentsOf: generator.text().utf8, at: place)
                }
                if bytes.isEmpty { bytes = [0x2C] }
            }
            let (versions, findings) = StepTableCSV.read(bytes, file: "s.csv")
            #expect(!versions.isEmpty || !findings.isEmpty)
        }
    }
}

extension VersionGenerator {
    /// A text without the spaces around it that a table does not keep.
    mutating func word() -> String {
        let text = text()
        return text.isEmpty ? "-" : "-" + text + "-"
    }
}
