// Tables of one format written in the other and back: what stays, and what is told to be lost.

import ProcessFormats
import ProcessModel
import Testing
import WorkTime

struct FormatRoundTripTests {
    @Test func `an imported table survives YAML without a change`() throws {
        let (versions, findings) = ProcessImport.run(
            stepsCSV: ImportFixture.steps.bytes, limitsCSV: ImportFixture.limits.bytes)
        try #require(findings.isEmpty && versions.count == 9)
        for version in versions {
            let bytes = StepTableYAML.write(version)
            let (read, found) = StepTableYAML.read(bytes, file: "v.yaml")
            #expect(found.isEmpty && read?.withoutOrigins == version.withoutOrigins)
            #expect(read.map { VersionDifference(from: version, to: $0).isEmpty } == true)
            #expect(read.map(StepTableYAML.write) == bytes, "written the same twice")
        }
    }

    @Test func `an imported table survives YAML and CSV together`() throws {
        let (versions, _) = ProcessImport.run(stepsCSV: ImportFixture.steps.bytes)
        let through = try versions.map { version in
            try #require(StepTableYAML.read(StepTableYAML.write(version), file: "v").version)
        }
        let again = StepTableCSV.read(StepTableCSV.write(through), file: "steps.csv")
        #expect(again.findings.isEmpty)
        #expect(again.versions.map(\.withoutOrigins) == versions.map(\.withoutOrigins))
    }

    @Test(arguments: 0..<6)
    func `what CSV cannot hold is told, and nothing is lost silently`(block: Int) {
        for number in 0..<20 {
            var generator = VersionGenerator(seed: UInt64(block * 100 + number) + 31_000)
            let version = generator.version()
            let losses = StepTableCSV.losses(of: version)
            let bytes = StepTableCSV.write([version])
            let read = StepTableCSV.read(bytes, file: "s.csv").versions
            let isSame = read.first?.withoutOrigins == version.withoutOrigins
            #expect(isSame == losses.isEmpty)
        }
    }

    @Test func `a plain table loses nothing in CSV`() throws {
        let (versions, _) = ProcessImport.run(stepsCSV: ImportFixture.steps.bytes)
        for version in versions { #expect(StepTableCSV.losses(of: version).isEmpty) }
        let withLimits = ProcessImport.run(
            stepsCSV: ImportFixture.steps.bytes, limitsCSV: ImportFixture.limits.bytes
        ).versions.filter { $0.total != nil }
        for version in withLimits {
            let lost = Set(StepTableCSV.losses(of: version).header.map(\.field))
            #expect(lost.contains("total") && lost.isSubset(of: ["total", "field"]))
        }
    }

    @Test(arguments: 0..<8)
    func `written twice is written the same, and changes nothing`(block: Int) throws {
        for number in 0..<20 {
            var generator = VersionGenerator(seed: UInt64(block * 100 + number) + 41_000)
            let version = generator.version()
            let bytes = StepTableYAML.write(version)
            let read = try #require(StepTableYAML.read(bytes, file: "v").version)
            #expect(StepTableYAML.write(read) == bytes)
            #expect(bytes.last == 0x0A && !bytes.contains(0x0D) && !bytes.contains(0))
        }
    }

    /// Texts that readers of YAML take for numbers, dates, truth or nothing.
    private static let traps = [
        "null", "Null", "NULL", "~", "true", "True", "yes", "No", "on", "OFF", "y", "0", "-0",
        "007",
        "0o7", "0x1F", "1_000", "1e3", ".5", ".inf", "-.INF", ".nan", "2017-08-01", "12:30:45",
        "1.0", "+1", "=", "<<", "-", "--- x", "...", "[]", "{}", "!tag", "!!str x", "%TAG", "@x",
        "`x`", "#x", "x #y", "x: y", "x:", ":x", "? x", "- x", "| x", "> x", "'", "\"", "\\", "\\n",
        " x", "x ", "  ", "\t", "\n", "x\n", "\nx", "x\n\ny", "x\r\ny", "\u{85}", "\u{2028}",
        "\u{2029}", "x\u{FEFF}x", "\u{200B}", "\u{7F}", "\u{9F}", "\u{FFFE}", "🙂", "e\u{301}",
        "&x", "*x", "&x *x", "a & b * c", "a&b*c", "đ&đ *đ", String(repeating: "dài ", count: 300),
    ]

    @Test(arguments: traps)
    func `a text stays the text it is in every place of a table`(text: String) throws {
        let unit = UnitReference.label(text)
        let step = Step(
            performer: .position(text, in: unit), accountable: .body(text),
            substitute: .performer(of: NodeID(text)), cooperating: [.head(of: unit)],
            work: text, tasks: [text, text], product: text, form: text, time: nil, clock: .run,
            returnsTo: [NodeID(text)], controls: [NodeID(text)])
        let version = ProcessVersion(
            code: ProcessCode(text), title: text, kind: .procedure, ownerUnit: text, field: text,
            legalBasis: [text, "x"], scope: text, principle: text, records: [text],
            changeNote: text, approver: text, source: text, components: [text],
            forms: [
                Form(
                    code: text, title: text,
                    fields: [
                        FormField(
                            key: text, label: text, type: .choice([text, "x"]), required: true,
                            personal: true)
                    ])
            ],
            nodes: [
                Node(id: NodeID(text), title: text, kind: .step(step)),
                Node(
                    id: "w", title: text,
                    kind: .wait(Wait(party: .body(text), reason: text, clock: .pause))),
                Node(id: "s", title: text, kind: .service(action: text)),
                Node(
                    id: "c", title: text,
                    kind: .call(Call(process: ProcessCode(text), unit: unit))),
            ],
            flows: [Flow(from: NodeID(text), to: "w", condition: .isSet(text))],
            waivers: [
                Waiver(
                    rule: "substitute", node: NodeID(text), reason: text, by: text,
                    mendBy: DayNumber(rawValue: 17_000))
            ])
        let bytes = StepTableYAML.write(version)
        let (read, findings) = StepTableYAML.read(bytes, file: "v.yaml")
        #expect(findings.isEmpty, "\(findings)\n\(String(decoding: bytes, as: UTF8.self))")
        #expect(read?.withoutOrigins == version)
    }

    @Test(arguments: [
        "15 working_days", "0.5 working_days", "11.5 working_days", "1 working_day",
        "30 calendar_days", "4 working_hours", "90 working_minutes", "same_day", "3 half_days",
        "15 ngày làm việc", "11,5 ngày làm việc", "2 giờ", "30 ngày", "45 phút", "trong ngày",
        "0 working_days", "119 half_days",
    ])
    func `a term is the same term after it was written`(term: String) throws {
        let text = """
            code: A
            title: Thử
            kind: internal
            total: \(term)
            steps:
              - {id: b1, time: "\(term)"}
            """
        let (version, findings) = StepTableYAML.read(text.bytes, file: "a")
        let read = try #require(version)
        #expect(findings.isEmpty && read.total != nil)
        #expect(read.nodes[1].step?.time == read.total.map(StepTime.term))
        let again = StepTableYAML.read(StepTableYAML.write(read), file: "b").version
        #expect(again?.total == read.total)
        let csv = StepTableCSV.read(StepTableCSV.write([read]), file: "c").versions.first
        #expect(csv?.nodes[1].step?.time == read.nodes[1].step?.time)
    }
}
