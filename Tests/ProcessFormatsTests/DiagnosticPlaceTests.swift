// Every rule of the file formats: broken at a known line, found there, once, in both languages.

import ProcessFormats
import ProcessModel
import Testing
import WorkTime

/// A file that is wrong at one place.
struct WrongFile: Sendable, CustomTestStringConvertible {
    let text: String
    let rule: String
    let line: Int
    /// Words that both sentences hold: what stands there, or what was meant.
    let names: String

    init(_ text: String, _ rule: FormatRule, line: Int, names: String) {
        self.text = text
        self.rule = rule.rawValue
        self.line = line
        self.names = names
    }

    var testDescription: String { "\(rule) at \(line): \(names)" }
}

struct DiagnosticPlaceTests {
    private static let head = "code: A\ntitle: Thử\nkind: internal\n"
    private static let step = "steps:\n  - id: b1\n    title: Ký duyệt\n"

    private static func inHead(_ line: String, _ rule: FormatRule, names: String) -> WrongFile {
        WrongFile(head + line + "\n" + step, rule, line: 4, names: names)
    }

    private static func inStep(_ line: String, _ rule: FormatRule, names: String) -> WrongFile {
        WrongFile(head + step + "    \(line)\n", rule, line: 7, names: names)
    }

    private static func node(_ text: String, _ rule: FormatRule, names: String) -> WrongFile {
        let graph = "nodes:\n  - {id: s, kind: start}\n  - \(text)\n  - {id: e, kind: end}\n"
        return WrongFile(head + graph, rule, line: 6, names: names)
    }

    private static let yaml: [WrongFile] = [
        // Keys.
        inHead("ownr: QLDT", .yamlKey, names: "“owner”"),
        inHead("Title: B", .yamlKey, names: "“title”"),
        inHead("flow: []", .yamlKey, names: "“flows”"),
        inStep("perfomer: {head: A}", .yamlKey, names: "“performer”"),
        inStep("substitue: {head: A}", .yamlKey, names: "“substitute”"),
        inStep("outcome: refused", .yamlKey, names: "outcome"),
        inStep("performer: {heads: A}", .yamlKey, names: "“head”"),
        // Types.
        inHead("owner: [a]", .yamlType, names: "a"), inHead("total: {a: b}", .yamlType, names: "a"),
        inHead("legal_basis: [[a]]", .yamlType, names: "a"),
        inHead("effective: [2017-08-01]", .yamlType, names: "a"),
        inHead("issue: [1]", .yamlType, names: "a"), inHead("forms: [x]", .yamlType, names: "“x”"),
        inHead("waivers: x", .yamlType, names: "“x”"),
        inStep("tasks: [{a: b}]", .yamlType, names: "a"),
        inStep("time: [1]", .yamlType, names: "a"), inStep("clock: {a: b}", .yamlType, names: "a"),
        inStep("form: [BM-1]", .yamlType, names: "a"),
        inStep("performer: [applicant]", .yamlType, names: "a"),
        inStep("next: [[b1]]", .yamlType, names: "a"),
        // Values.
        inHead("total: 3 tuần", .yamlValue, names: "“3 tuần”"),
        inHead("total: -1 working_days", .yamlValue, names: "“-1 working_days”"),
        inHead("total: 99999999999999999999 working_days", .yamlValue, names: "99999999999999"),
        inHead("total: 0.3333 working_hours", .yamlValue, names: "“0.3333 working_hours”"),
        inHead("effective: 2017-02-29", .yamlValue, names: "“2017-02-29”"),
        inHead("effective: 1/8/2017", .yamlValue, names: "“1/8/2017”"),
        inHead("issue: -3", .yamlValue, names: "“-3”"),
        inHead("issue: 99999999999999999999", .yamlValue, names: "“99999999999999999999”"),
        inHead("issue: 1.0", .yamlValue, names: "“1.0”"),
        inStep("time: within", .yamlValue, names: "“within”"),
        inStep("clock: resume_now", .yamlValue, names: "“resume_now”"),
        inStep("marks_done: ok", .yamlValue, names: "“ok”"),
        inStep("derived: [person]", .yamlValue, names: "“person”"),
        inStep("performer: Nguyễn Thị Mẫu", .yamlValue, names: "“Nguyễn Thị Mẫu”"),
        inStep("accountable: Trưởng phòng", .yamlValue, names: "“Trưởng phòng”"),
        inStep("cooperating: [Phòng A]", .yamlValue, names: "“Phòng A”"),
        inStep("next: [{to: b1, if: \"a >\"}]", .yamlValue, names: "loai == \"A\""),
        node("{id: g, kind: gateways}", .yamlValue, names: "“gateways”"),
        node("{id: g, kind: gateway, gateway: maybe}", .yamlValue, names: "“maybe”"),
        node("{id: w, kind: wait, for: {head: A}}", .yamlValue, names: "applicant"),
        node("{id: t, kind: timer, time: mai}", .yamlValue, names: "“mai”"),
        // What is missing.
        node("{id: g, kind: gateway}", .yamlKey, names: "gateway"),
        node("{id: w, kind: wait}", .yamlKey, names: "for"),
        node("{id: t, kind: timer}", .yamlKey, names: "time"),
        node("{id: c, kind: call, unit: A}", .yamlKey, names: "process"),
        node("{id: c, kind: call, process: A}", .yamlKey, names: "unit"),
        node("{id: c, kind: service}", .yamlKey, names: "action"),
        node("{title: Không mã}", .yamlKey, names: "id"),
        WrongFile("code: A\ntitle: B\n" + step, .yamlKey, line: 1, names: "kind"),
        WrongFile(head, .yamlKey, line: 1, names: "steps"),
        inHead("forms: [{code: BM-1}]", .yamlKey, names: "title"),
        inHead("forms: [{code: A, title: B, fields: [{label: x}]}]", .yamlKey, names: "key"),
        inHead(
            "waivers: [{rule: substitute, reason: a, by: b}]", .yamlKey, names: "mend_by"),
        inHead(
            "waivers: [{rule: nowhere, mend_by: 2019-01-01}]", .yamlValue, names: "“nowhere”"),
        inHead(
            "forms: [{code: A, title: B, fields: [{key: k, type: coins}]}]", .yamlValue,
            names: "“coins”"),
        // Both ways of telling the order.
        WrongFile(
            head + step + "    next: b1\nflows: [{from: b1, to: b1}]\n", .yamlKey, line: 7,
            names: "next"),
    ]

    @Test(arguments: yaml)
    func `what is wrong in YAML stands in one finding at its own line`(file: WrongFile) throws {
        let found = StepTableYAML.read(file.text.bytes, file: "a.yaml").findings
        try expect(found, file, name: "a.yaml")
    }

    private static let header =
        "sop_id,procedure_vi,step_no,step_vi,responsible_vi,tasks_vi,time_value,time_unit,"
        + "clock_effect,marks_business_done,source_id\n"

    private static func row(
        _ change: [Int: String], _ rule: FormatRule, line: Int = 3, names: String
    ) -> WrongFile {
        let good = [
            "A-1", "Thử", "2", "Ký", "UBND", "Ký", "1", "ngày làm việc", "run", "no", "S1",
        ]
        let fields = good.enumerated().map { change[$0.offset] ?? $0.element }
        let first = "A-1,Thử,1,Ký,UBND,Ký,1,ngày làm việc,run,no,S1\n"
        return WrongFile(
            header + first + fields.joined(separator: ",") + "\n", rule, line: line, names: names)
    }

    private static let csv: [WrongFile] = [
        row([0: ""], .csvValue, names: "sop_id"), row([2: "hai"], .csvValue, names: "“hai”"),
        row([2: "-2"], .csvValue, names: "“-2”"), row([2: "2.0"], .csvValue, names: "“2.0”"),
        row([2: "99999999999999999999"], .csvValue, names: "“99999999999999999999”"),
        row([2: "1"], .csvValue, names: "2"), row([6: "một"], .csvValue, names: "“một "),
        row([6: ""], .csvValue, names: "ngày làm việc"), row([7: ""], .csvValue, names: "“1 ”"),
        row([7: "tuần"], .csvValue, names: "“1 tuần”"),
        row([6: "0.3333", 7: "giờ"], .csvValue, names: "“0.3333 giờ”"),
        row([6: "1.5", 7: "phút"], .csvValue, names: "“1.5 phút”"),
        row([6: "1,5"], .csvSyntax, names: "12"), row([8: "stop"], .csvValue, names: "“stop”"),
        row([8: "RUN"], .csvValue, names: "“RUN”"), row([9: "có"], .csvValue, names: "“có”"),
        row([3: "Ký \"nháy\""], .csvSyntax, names: "\""),
        row([3: "\"Ký\" x"], .csvSyntax, names: "\""), row([3: "\"Ký"], .csvSyntax, names: "\""),
        row([10: "S1,"], .csvSyntax, names: "12"),
        WrongFile("", .csvColumns, line: 1, names: "sop_id"),
        WrongFile(header, .csvColumns, line: 1, names: ""),
        WrongFile(
            header.replacing("step_no", with: "bước"), .csvColumns, line: 1, names: "step_no"),
        WrongFile(
            header.replacing(",source_id", with: ",step_no") + "A,B,1,C,D,E,1,ngày,run,no,1\n",
            .csvColumns, line: 1, names: "step_no"),
        WrongFile("\n\n" + header, .csvColumns, line: 3, names: ""),
        WrongFile("\"\"\"", .csvSyntax, line: 1, names: "\""),
    ]

    @Test(arguments: csv)
    func `what is wrong in a table stands in one finding at its own line`(file: WrongFile) throws {
        let found = StepTableCSV.read(file.text.bytes, file: "s.csv").findings
        try expect(found, file, name: "s.csv")
    }

    @Test(arguments: ["\r\n", "\r"])
    func `lines are counted the same whatever ends them`(end: String) throws {
        for file in Self.csv where !file.text.isEmpty {
            let text = file.text.replacing("\n", with: end)
            let found = StepTableCSV.read(text.bytes, file: "s.csv").findings
            #expect(found.map(\.origin?.line) == [file.line], "\(file.names)")
        }
    }

    /// Editors of spreadsheets write line ends of their own into fields.
    @Test(arguments: ["\n", "\r\n", "\r"])
    func `line ends within marks are counted as well`(end: String) throws {
        let row = "A-1,Thử,1,\"Ký\(end)và\(end)trả\",UBND,Ký,1,ngày làm việc,run,no,S1\(end)"
        let bad = "A-1,Thử,x,Ký,UBND,Ký,1,ngày làm việc,run,no,S1\(end)"
        let text = Self.header.replacing("\n", with: end) + row + bad
        let (versions, findings) = StepTableCSV.read(text.bytes, file: "s.csv")
        #expect(findings.map(\.origin?.line) == [5])
        #expect(versions.first?.nodes[1].title == "Ký\(end)và\(end)trả")
    }

    private func expect(_ found: [Diagnostic], _ file: WrongFile, name: String) throws {
        let seen = Comment(rawValue: found.map { $0.text(in: .vi) }.joined(separator: "\n"))
        let own = found.filter { $0.rule == file.rule }
        #expect(own.count == 1, seen)
        let finding = try #require(own.first, seen)
        #expect(finding.origin == Origin(file: name, line: file.line), seen)
        for language in Language.allCases {
            let text = finding.message[language] + " " + finding.mend[language]
            #expect(file.names.isEmpty || text.contains(file.names), seen)
            #expect(finding.text(in: language).hasPrefix("\(name):\(file.line): "))
        }
        #expect(finding.message.vi != finding.message.en && finding.mend.vi != finding.mend.en)
    }
}
