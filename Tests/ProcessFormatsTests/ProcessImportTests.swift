// The import of step tables: what becomes of rows, times, clocks and units.

import ProcessFormats
import ProcessModel
import Testing
import WorkTime

struct ProcessImportTests {
    let versions: [String: ProcessVersion]
    let findings: [Diagnostic]

    init() {
        let (read, findings) = ProcessImport.run(
            stepsCSV: ImportFixture.steps.bytes, limitsCSV: ImportFixture.limits.bytes)
        versions = Dictionary(uniqueKeysWithValues: read.map { ($0.code.rawValue, $0) })
        self.findings = findings
    }

    private func steps(_ code: String) throws -> [Node] {
        try #require(versions[code]).nodes.filter { $0.step != nil }
    }

    private func rules(_ code: String, _ severity: Diagnostic.Severity) throws -> Set<String> {
        let gate = ClarityGate(today: DayNumber(rawValue: 17_379))
        let found = gate.check(try #require(versions[code]))
        return Set(found.filter { $0.severity == severity }.map(\.rule))
    }

    @Test func `Each code becomes a process with its limit and field of work`() throws {
        #expect(findings.isEmpty && versions.count == 9)
        let permit = try #require(versions["YB-DT01"])
        #expect(permit.title == "Cấp giấy phép xây dựng nhà ở riêng lẻ đô thị")
        #expect(permit.total == .workingDays(15) && permit.kind == .procedure)
        #expect(permit.field == "Quản lý đô thị - xây dựng" && permit.source == "S21")
        #expect(permit.nodes.map(\.id) == ["start", "b1", "b2", "b3", "b4", "b5", "end"])
        #expect(permit.nodes[1].origin == Origin(file: "steps.csv", line: 2))
        #expect(
            permit.nodes.compactMap(\.step?.time) == [
                .term(.halfDays(1)), .term(.halfDays(23)), .term(.workingDays(3)),
                .term(.halfDays(0)), .term(.halfDays(0)),
            ])
    }

    @Test func `Who answers and what comes out is filled in by rule and said to be so`() throws {
        let step = try #require(try steps("YB-DT01")[1].step)
        #expect(step.performer == .member(of: .label("Phòng Quản lý đô thị")))
        #expect(step.accountable == .head(of: .label("Phòng Quản lý đô thị")))
        #expect(step.tasks == ["Phân công thụ lý", "Thụ lý", "Xét duyệt"])
        #expect(step.product == "Xét duyệt" && step.substitute == nil)
        #expect(step.derived == [.accountable, .product])
        let signing = try #require(try steps("YB-DT01")[2].step)
        #expect(signing.performer == .head(of: .label("UBND")) && signing.marksDone)
        let chair = try #require(try steps("LAW-NĐ20-2021-Đ8").last?.step)
        #expect(
            chair.performer == .position("Chủ tịch UBND cấp huyện", in: .label("UBND cấp huyện")))
        #expect(try rules("YB-DT01", .error).isSuperset(of: ["derived", "substitute"]))
    }

    @Test func `Steps longer than the limit, no limit and half of it are told apart`() throws {
        let rules: Set<String> = ["longest-path", "clear-time", "half-of-total"]
        #expect(try self.rules("YB-DT01", .error).isDisjoint(with: rules))
        #expect(try self.rules("YB-TC01", .error).intersection(rules) == ["longest-path"])
        #expect(try self.rules("YB-LD05", .error).intersection(rules) == ["clear-time"])
        #expect(try self.rules("QN-TINH-08", .error).intersection(rules) == ["clear-time"])
        #expect(try self.rules("YB-DT07", .warning).intersection(rules) == ["half-of-total"])
        #expect(try self.rules("YB-DT07", .error).isDisjoint(with: rules))
    }

    @Test func `Clocks, conditions and hours are kept`() throws {
        #expect(try steps("QN-TINH-08")[3].step?.clock == .pause)
        #expect(try steps("QN-TINH-08")[4].step?.clock == .resume)
        #expect(try steps("YB-TN02")[8].step?.clock == .pauseAndResume)
        #expect(try steps("YB-TN02")[7].step?.performer == .body("Cơ quan thuế (chi cục thuế)"))
        #expect(try steps("LAW-NĐ20-2021-Đ8")[1].step?.conditional == true)
        #expect(try steps("YB-LD05")[0].step?.time == .withinTotal)
        let hours = TimeSum(of: try #require(versions["HN-2.000908"]))
        #expect(hours.lines.map(\.minutes) == [120, 180, 120, 60] && hours.minutes == 480)
    }

    @Test func `What runs beside others becomes a branch of its own and counts nothing`() throws {
        let version = try #require(versions["LAW-NĐ217-2026-Đ54"])
        #expect(
            version.nodes.map(\.id) == [
                "start", "b1", "split2", "b2", "b3", "join2", "end",
            ])
        #expect(version.nodes[3].step?.performer == .applicant)
        #expect(version.nodes[3].step?.accountable == nil)
        let sum = TimeSum(of: version)
        #expect(sum.minutes == 3 * 480)
        #expect(sum.lines.map(\.standing) == [.counted, .applicant, .parallel])
        #expect(try rules("LAW-NĐ217-2026-Đ54", .error).isDisjoint(with: ["gateway", "path-ends"]))
    }

    @Test func `CSV that was read is written as it was, and YAML of it is the same version`() {
        let (read, _) = ProcessImport.run(stepsCSV: ImportFixture.steps.bytes)
        let text = String(decoding: StepTableCSV.write(read), as: UTF8.self)
        #expect(text.replacing("\r\n", with: "\n") == ImportFixture.steps + "\n")
        for version in versions.values {
            let (again, findings) = StepTableYAML.read(StepTableYAML.write(version), file: "a")
            #expect(again?.withoutOrigins == version.withoutOrigins && findings.isEmpty)
        }
    }

    @Test func `What CSV cannot carry is known before it is written`() throws {
        let (read, _) = ProcessImport.run(stepsCSV: ImportFixture.steps.bytes)
        #expect(read.allSatisfy { StepTableCSV.losses(of: $0).isEmpty })
        var version = try #require(versions["YB-DT01"])
        version.nodes.remove(at: 1)
        version.flows[0] = Flow(from: "start", to: "b2")
        let losses = StepTableCSV.losses(of: version)
        #expect(losses.header.map(\.field) == ["field", "total"])
        #expect(losses.removed.map(\.id) == ["b5"])
    }

    @Test func `A check of files reads all kinds and knows their processes`() throws {
        let caller = """
            code: QT-1
            title: Gọi quy trình khác
            kind: internal
            nodes:
              - {id: start, kind: start}
              - {id: goi, kind: call, process: YB-DT01, unit: MC}
              - {id: lac, kind: call, process: YB-XX99, unit: MC}
              - {id: end, kind: end}
            """
        let (versions, findings) = ProcessCheck.run(
            [
                ProcessFile(name: "a.CSV", bytes: ImportFixture.steps.bytes),
                ProcessFile(name: "b.yaml", bytes: caller.bytes),
            ],
            limits: ProcessFile(name: "l.csv", bytes: ImportFixture.limits.bytes),
            today: DayNumber(rawValue: 17_379))
        #expect(versions.count == 10)
        let entries = findings.filter { $0.rule == "entry-step" }
        #expect(entries.map(\.node) == ["lac"] && entries.first?.origin?.line == 7)
        let json = String(decoding: try DiagnosticJSON.encode(entries), as: UTF8.self)
        for key in [
            "file", "line", "severity", "rule", "process", "node", "message_vi", "message_en",
            "mend_vi", "mend_en", "waived",
        ] {
            #expect(json.contains("\"\(key)\" : "), "\(key)")
        }
        #expect(json.contains("\"file\" : \"b.yaml\"") && json.contains("\"waived\" : false"))
    }
}
