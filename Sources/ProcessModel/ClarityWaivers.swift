// Waivers: somebody answers by name for a gap, with a reason and a date to mend it.

import WorkTime

extension ClarityCheck {
    /// The findings, the whole first and then node by node as read, with the waivers that answer
    /// for them today; at the end what is wrong with waivers.
    mutating func waivedFindings() -> [Diagnostic] {
        var result = orderedFindings()
        for waiver in version.waivers {
            var answered = false
            if isInForce(waiver) {
                for index in result.indices where waiver.covers(result[index]) {
                    answered = true
                    result[index].waived = result[index].waived ?? waiver
                }
            }
            complain(of: waiver, answered: answered)
        }
        return result + findings.dropFirst(result.count)
    }

    private func orderedFindings() -> [Diagnostic] {
        var places: [NodeID: Int] = [:]
        for (place, index) in order.enumerated() {
            places[graph.nodes[index].id] = places[graph.nodes[index].id] ?? place
        }
        let keyed = findings.enumerated().map { offset, finding in
            (finding.node.flatMap { places[$0] } ?? -1, offset, finding)
        }
        return keyed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }

    private func isInForce(_ waiver: Waiver) -> Bool {
        waiver.isNamed && waiver.mendBy >= gate.today
            && ClarityRule(rawValue: waiver.rule)?.isWaivable == true
    }

    private mutating func complain(of waiver: Waiver, answered: Bool) {
        let node = waiver.node.flatMap { graph[$0] }
        let problem: (Diagnostic.Severity, Bilingual, Bilingual)
        if let rule = ClarityRule(rawValue: waiver.rule), !rule.isWaivable {
            problem = (
                .warning,
                Bilingual(
                    vi: "không được miễn quy tắc \(waiver.rule)",
                    en: "the rule \(waiver.rule) cannot be waived"),
                Bilingual(vi: "sửa chỗ sai thay vì xin miễn", en: "mend the place instead")
            )
        } else if !waiver.isNamed {
            problem = (
                .error,
                Bilingual(
                    vi: "miễn quy tắc \(waiver.rule) mà thiếu người chịu trách nhiệm hoặc lý do",
                    en: "the waiver of \(waiver.rule) lacks who answers for it or the reason"),
                Bilingual(vi: "ghi đủ by và reason", en: "write both by and reason")
            )
        } else if waiver.mendBy < gate.today {
            problem = (
                .warning,
                Bilingual(
                    vi: "hạn sửa \(waiver.mendBy) đã qua, không còn được miễn \(waiver.rule)",
                    en: "the waiver of \(waiver.rule) ran out on \(waiver.mendBy)"),
                Bilingual(vi: "sửa chỗ còn thiếu, hoặc gia hạn", en: "mend the gap, or renew it")
            )
        } else if !answered {
            problem = (
                .note,
                Bilingual(
                    vi: "miễn quy tắc \(waiver.rule), nhưng chỗ này không còn thiếu gì",
                    en: "waives \(waiver.rule), yet nothing is missing there"),
                Bilingual(vi: "bỏ mục miễn này", en: "remove the waiver")
            )
        } else {
            return
        }
        report(.waiver, problem.0, at: node, problem.1, mend: problem.2)
    }
}

extension Waiver {
    /// A waiver without a node answers for its rule in the whole version.
    func covers(_ finding: Diagnostic) -> Bool {
        finding.rule == rule && (node == nil || node == finding.node)
    }

    var isNamed: Bool { !by.isBlank && !reason.isBlank }
}

/// A gap that somebody answers for.
public struct OpenGap: Hashable, Sendable {
    public var process: ProcessCode
    public var issue: Int
    public var waiver: Waiver
    /// What is missing; empty when the gap is no longer there.
    public var findings: [Diagnostic]
    /// The date to mend it has passed: it no longer counts as waived.
    public var isExpired: Bool
}

extension ClarityGate {
    /// All waivers of these versions, the soonest date to mend first.
    public func openGaps(in versions: some Sequence<ProcessVersion>) -> [OpenGap] {
        let gaps = versions.filter { !$0.waivers.isEmpty }.flatMap { version in
            let findings = check(version)
            return version.waivers.map { waiver in
                OpenGap(
                    process: version.code, issue: version.issue, waiver: waiver,
                    findings: findings.filter(waiver.covers), isExpired: waiver.mendBy < today)
            }
        }
        return gaps.sorted {
            ($0.waiver.mendBy, $0.process.rawValue) < ($1.waiver.mendBy, $1.process.rawValue)
        }
    }
}
