// Step tables as YAML: nothing is lost, and what is wrong is said with file and line.

import ProcessFormats
import ProcessModel
import Testing
import WorkTime

struct StepTableYAMLTests {
    @Test(arguments: 0..<10)
    func `What is written reads back as the same version`(block: Int) {
        for number in 0..<25 {
            var generator = VersionGenerator(seed: UInt64(block * 1000 + number))
            let version = generator.version()
            let bytes = StepTableYAML.write(version)
            let (read, findings) = StepTableYAML.read(bytes, file: "v.yaml")
            let isSame = read?.withoutOrigins == version && findings.isEmpty
            #expect(isSame, "\(String(decoding: bytes, as: UTF8.self))\n\(findings)")
            if !isSame { return }
        }
    }

    @Test func `A plain table needs no start, no end and no next`() throws {
        let (version, findings) = StepTableYAML.read(Self.table.bytes, file: "gp.yaml")
        let table = try #require(version)
        #expect(findings.isEmpty)
        #expect(table.nodes.map(\.id) == ["start", "b1", "b2", "end"])
        #expect(
            table.flows == [
                Flow(from: "start", to: "b1"), Flow(from: "b1", to: "b2"),
                Flow(from: "b2", to: "end"),
            ])
        #expect(table.total == .workingDays(15))
        #expect(table.nodes[1].step?.time == .term(.halfDays(1)))
        #expect(table.nodes[2].step?.time == .term(.halfDays(23)))
        #expect(table.nodes[1].step?.performer == .member(of: .function("mot-cua")))
        #expect(table.nodes[2].origin == Origin(file: "gp.yaml", line: 13))
    }

    @Test func `It is written as a plain table again`() throws {
        let version = try #require(StepTableYAML.read(Self.table.bytes, file: "gp.yaml").version)
        let text = String(decoding: StepTableYAML.write(version), as: UTF8.self)
        #expect(text.contains("steps:"))
        #expect(!text.contains("next:"))
        #expect(text.contains("total: 15 working_days"))
        #expect(text.contains("time: 11.5 working_days"))
    }

    static let table = """
        code: YB-DT01
        title: Cấp giấy phép xây dựng nhà ở riêng lẻ đô thị
        kind: procedure
        total: 15 ngày làm việc
        legal_basis: Luật Xây dựng 2014, Điều 102

        steps:
          - id: b1
            title: Tiếp nhận hồ sơ
            performer: {member: "function:mot-cua"}
            time: 0.5 working_days
            product: Giấy tiếp nhận
          - id: b2
            title: Thẩm định hồ sơ
            performer: {position: tham-dinh, unit: QLDT}
            time: 11.5 ngày làm việc
        """

    @Test func `Gateways, waits and calls are read with their flows`() throws {
        let text = """
            code: A
            title: Có rẽ nhánh
            kind: internal
            nodes:
              - {id: start, kind: start}
              - id: re
                kind: gateway
                gateway: exclusive
                next: [{to: cho, if: thieu == true}, goi]
              - id: cho
                kind: wait
                for: applicant
                reason: bổ sung giấy tờ
                clock: restart
                next: re
              - {id: goi, kind: call, process: B, unit: TP}
              - {id: het, kind: end, outcome: refused}
            """
        let (version, findings) = StepTableYAML.read(text.bytes, file: "a.yaml")
        let read = try #require(version)
        #expect(findings.isEmpty)
        #expect(
            read.flows == [
                Flow(from: "start", to: "re"),
                Flow(from: "re", to: "cho", condition: .compare("thieu", .equal, .boolean(true))),
                Flow(from: "re", to: "goi"), Flow(from: "cho", to: "re"),
                Flow(from: "goi", to: "het"),
            ])
        #expect(read.nodes[3].kind == .call(Call(process: "B", unit: .code("TP"))))
        #expect(read.nodes[4].kind == .end(.refused))
    }
}

extension String {
    var bytes: [UInt8] { Array(utf8) }
}
