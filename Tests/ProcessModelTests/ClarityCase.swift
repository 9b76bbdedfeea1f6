// One way to break one clarity rule, what the gate says about it, and how it is mended.

import ProcessModel
import Testing
import WorkTime

/// A row of the tables of rules: a clear version, the change that breaks it, the finding in both
/// languages, and the change that mends it.
struct ClarityCase: Sendable, CustomTestStringConvertible {
    typealias Change = @Sendable (inout ProcessVersion) -> Void

    var rule: ClarityRule
    var severity: Diagnostic.Severity
    var node: NodeID?
    var base: ProcessVersion
    var catalogue: [ProcessVersion]?
    var roster: PerformerRoster?
    var breaks: Change
    var said: Bilingual
    var mend: Bilingual
    var mends: Change

    init(
        _ rule: ClarityRule, _ severity: Diagnostic.Severity = .error, at node: NodeID? = nil,
        in base: ProcessVersion = ProcessSamples.clear, beside catalogue: [ProcessVersion]? = nil,
        roster: PerformerRoster? = nil, breaking breaks: @escaping Change, vi: String,
        viMend: String,
        en: String, enMend: String, mended: @escaping Change
    ) {
        self.rule = rule
        self.severity = severity
        self.node = node
        self.base = base
        self.catalogue = catalogue
        self.roster = roster
        self.breaks = breaks
        said = Bilingual(vi: vi, en: en)
        mend = Bilingual(vi: viMend, en: enMend)
        mends = mended
    }

    var testDescription: String { "\(rule.rawValue) at \(node?.rawValue ?? "the whole")" }

    var broken: ProcessVersion {
        var version = base
        breaks(&version)
        return version
    }

    var mended: ProcessVersion {
        var version = broken
        mends(&version)
        return version
    }

    func findings(_ version: ProcessVersion) -> [Diagnostic] {
        ProcessSamples.findings(version, catalogue: catalogue, roster: roster)
    }

    var found: [Diagnostic] { findings(broken) }
}

extension ProcessVersion {
    /// Changes the step of that identifier.
    mutating func step(_ id: NodeID, _ change: (inout Step) -> Void) {
        for index in nodes.indices where nodes[index].id == id {
            guard var step = nodes[index].step else { continue }
            change(&step)
            nodes[index].kind = .step(step)
        }
    }
}

extension ProcessSamples {
    static let isA = Condition.compare("loai", .equal, .text("A"))

    /// `b1`, then `b2` only for cases of kind A: start, b1, g, b2, end.
    static let forked: ProcessVersion = {
        let nodes = [start, step("b1"), gateway("g", .exclusive), step("b2"), end]
        var version = graph(
            nodes, [("start", "b1"), ("b1", "g"), ("g", "end"), ("b2", "end")],
            total: .workingDays(4))
        version.flows.append(Flow(from: "g", to: "b2", condition: isA))
        return version
    }()
}

extension ClarityCase {
    /// Breaks that rule alone, says so at the place, and is clear again when mended.
    func expectFoundAndMended() {
        #expect(found.map(\.rule) == [rule.rawValue])
        #expect(found.map(\.severity) == [severity])
        #expect(found.map(\.node) == [node])
        #expect(found.map(\.message) == [said])
        #expect(found.map(\.mend) == [mend])
        #expect(found.map(\.process) == [broken.code])
        #expect(findings(mended) == [])
    }
}
