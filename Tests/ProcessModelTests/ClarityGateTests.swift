// The clarity gate: what each rule refuses, and what it lets through.

import ProcessModel
import Testing
import WorkTime

struct ClarityGateTests {
    private typealias Samples = ProcessSamples

    @Test func `A clear process passes without a word`() {
        #expect(Samples.findings(Samples.clear) == [])
        #expect(Samples.findings(Samples.clear).isClear)
    }

    @Test func `A head without its texts is unclear`() {
        func rules(_ change: (inout ProcessVersion) -> Void) -> [String] {
            var version = Samples.clear
            change(&version)
            return Samples.findings(version).map(\.rule)
        }
        #expect(rules { $0.title = "  " } == ["title"])
        #expect(rules { $0.ownerUnit = "" } == ["owner"])
        #expect(rules { $0.scope = "\n" } == ["scope"])
        #expect(rules { $0.approver = "" } == ["approver"])
        #expect(rules { $0.code = "" } == ["duplicate-code"])
    }

    @Test func `Legal basis, records, date and papers are asked for`() {
        var version = Samples.clear
        version.legalBasis = []
        version.records = []
        version.effective = nil
        version.components = [""]
        version.principle = "9ro"
        #expect(
            Samples.findings(version).map { "\($0.rule) \($0.severity)" } == [
                "legal-basis error", "records warning", "effective warning", "components warning",
                "principle warning",
            ])
        version.kind = .internalWork
        #expect(Samples.broken(.legalBasis, .warning, in: version) == [nil])
        #expect(Samples.broken(.components, .warning, in: version).isEmpty)
    }

    @Test func `Who performs, who answers and who stands in must be said`() {
        func version(_ change: (inout Step) -> Void) -> ProcessVersion {
            Samples.line([Samples.step("b1", time: .term(.workingDays(4)), change: change)])
        }
        #expect(Samples.broken(.performer, in: version { $0.performer = nil }) == ["b1"])
        #expect(Samples.broken(.accountable, in: version { $0.accountable = nil }) == ["b1"])
        #expect(Samples.broken(.substitute, in: version { $0.substitute = nil }) == ["b1"])
        #expect(
            Samples.broken(.substitute, in: version { $0.substitute = $0.performer }) == ["b1"])
        let citizen = version { step in
            step.performer = .applicant
            (step.accountable, step.substitute, step.time) = (nil, nil, nil)
            step.product = ""
        }
        #expect(Samples.findings(citizen).isClear)
    }

    @Test func `Work needs a verb, a product, and a form that exists`() {
        func version(_ change: (inout Step) -> Void) -> ProcessVersion {
            Samples.line([Samples.step("b1", time: .term(.workingDays(4)), change: change)])
        }
        #expect(Samples.broken(.work, in: version { $0.work = "" }) == ["b1"])
        #expect(Samples.broken(.work, in: version { $0.work = "Phòng quản lý đô thị" }) == ["b1"])
        #expect(Samples.broken(.work, .note, in: version { $0.work = "Xyz hồ sơ" }) == ["b1"])
        #expect(Samples.broken(.work, in: version { $0.work = "KÝ DUYỆT" }).isEmpty)
        #expect(Samples.broken(.product, in: version { $0.product = "\n" }) == ["b1"])
        #expect(Samples.broken(.form, in: version { $0.form = "BM-02" }) == ["b1"])
        #expect(Samples.broken(.form, .note, in: version { $0.form = nil }) == ["b1"])
        let mend = Samples.findings(version { $0.form = "BM-02" }).first?.mend.vi
        #expect(mend?.contains("BM-01") == true)
    }

    @Test func `What an importer filled in by rule is a gap`() {
        let version = Samples.line([
            Samples.step("b1", time: .term(.workingDays(4))) {
                $0.derived = [.accountable, .product]
            }
        ])
        let finding = Samples.findings(version).first
        #expect(finding?.rule == "derived" && finding?.severity == .error)
        #expect(finding?.message.vi.contains("người chịu trách nhiệm, sản phẩm") == true)
    }

    @Test func `Each step has a time, within the total is a warning`() {
        let missing = Samples.line([Samples.step("b1", time: nil)])
        #expect(Samples.broken(.time, in: missing) == ["b1"])
        let within = Samples.line([Samples.step("b1", time: .withinTotal)])
        #expect(Samples.findings(within).map(\.rule) == ["within-total"])
        #expect(Samples.findings(within).isClear)
        let negative = Samples.line([Samples.step("b1", time: .term(.workingDays(-3)))])
        #expect(Samples.broken(.time, in: negative) == ["b1"])
    }

    @Test func `The whole has a limit, the steps fit into it and use half of it`() {
        let steps = [Samples.step("b1", time: .term(.workingDays(3)))]
        #expect(Samples.broken(.clearTime, in: Samples.line(steps, total: nil)) == [nil])
        #expect(Samples.findings(Samples.line(steps, total: .workingDays(3))).isEmpty)
        #expect(Samples.findings(Samples.line(steps, total: .workingDays(6))).isEmpty)
        let long = Samples.line(steps, total: .halfDays(5))
        #expect(Samples.broken(.longestPath, in: long) == [nil])
        let short = Samples.line(steps, total: .workingDays(7))
        #expect(Samples.broken(.halfOfTotal, .warning, in: short) == [nil])
        #expect(Samples.findings(long).first?.message.vi.contains("là 0,5 ngày làm việc") == true)
    }

    @Test func `A pause needs a resume on every way to the end`() {
        func version(_ clocks: [ClockEffect]) -> ProcessVersion {
            Samples.line(
                clocks.enumerated().map { index, clock in
                    Samples.step(NodeID("b\(index)")) { $0.clock = clock }
                })
        }
        #expect(Samples.broken(.pauseResume, in: version([.run, .pause, .run])) == ["b1"])
        #expect(Samples.broken(.pauseResume, in: version([.pause, .run, .resume])).isEmpty)
        #expect(Samples.broken(.pauseResume, in: version([.pause, .restart])).isEmpty)
        #expect(Samples.broken(.pauseResume, in: version([.pauseAndResume])).isEmpty)
    }

    @Test func `A finding is printed like a compiler's`() {
        let version = Samples.line(
            [Samples.step("b1", time: .term(.workingDays(4))) { $0.accountable = nil }])
        let text = Samples.findings(version).first?.text(in: .vi)
        #expect(
            text == """
                a.yaml:7: lỗi: QT-01: rõ trách nhiệm: Bước 1 “Thẩm định hồ sơ”: chưa có người chịu \
                trách nhiệm [accountable]
                    cách sửa: ghi đúng một người chịu trách nhiệm, thường là lãnh đạo đơn vị
                """)
        #expect(
            Samples.findings(version).first?.text(in: .en).hasPrefix("a.yaml:7: error: ") == true)
    }
}
