// Reads one issue for its page, and two issues to compare.

import Ledger
import ProcessModel
import WorkTime

extension DeskReading {
    /// An issue with its version, which the drawing needs.
    struct ReadSheet: Sendable {
        let sheet: Processes.Sheet
        let version: ProcessVersion
        let naming: ProcessNaming
    }

    /// The issue of that number; without a number the one in force, else the newest.
    func sheet(
        _ code: ProcessCode, issue: Int?, of viewer: Viewer, in language: Language
    ) throws -> ReadSheet {
        let day = viewer.today
        let naming = try naming(for: viewer, in: language)
        let issues = try issues(of: code, naming, on: day)
        let counted = issues.first { $0.standing == .inForce } ?? issues.first
        let wanted = issue.map { number in issues.first { $0.issue == number } } ?? counted
        guard let row = wanted else { throw Processes.Rejection.noSuchIssue(code, issue ?? 0) }
        let version = try version(code, issue: row.issue)
        let findings = try clarity(of: version, on: day)
        let others = try versionsInForce(on: day).filter { $0.code != code }
        let titles = Dictionary(
            version.nodes.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        let table = StepTable(version)
        let numbers = Dictionary(
            table.rows.map { ($0.node, $0.number) }, uniquingKeysWith: { first, _ in first })
        let called = Dictionary(
            others.map { ($0.code, $0.total) }, uniquingKeysWith: { first, _ in first })
        let sheet = Processes.Sheet(
            row: row, legalBasis: version.legalBasis, scope: version.scope,
            principle: PrincipleList.named(version.principle)?.label[language]
                ?? version.principle,
            records: version.records, components: version.components,
            approver: version.approver, source: version.source, changeNote: version.changeNote,
            findings: findings.map { finding in
                Processes.Finding(finding, step: finding.node.flatMap { numbers[$0] })
            },
            steps: table.rows.map {
                Processes.Step($0, titles: titles, naming: naming, findings: findings)
            },
            sum: Processes.Sum(
                TimeSum(of: version) { called[$0] ?? nil }, language: language),
            issues: issues, calls: version.calls(among: others),
            calledBy: others.flatMap { $0.calls(of: code) },
            overlaps: Processes.Shared.of(version, among: others), mayAct: viewer.has(.processes))
        return ReadSheet(sheet: sheet, version: version, naming: naming)
    }

    /// What differs between two issues; without numbers the two newest.
    func comparison(
        _ code: ProcessCode, from: Int?, to: Int?, of viewer: Viewer, in language: Language
    ) throws -> Processes.Comparison {
        let issues = try issues(of: code, try naming(for: viewer, in: language), on: viewer.today)
        let numbers = issues.map(\.issue)
        let last = to ?? numbers.first ?? 1
        let first = from ?? numbers.first { $0 < last } ?? last
        for wanted in [first, last] where !numbers.contains(wanted) {
            throw Processes.Rejection.noSuchIssue(code, wanted)
        }
        let newer = try version(code, issue: last)
        let difference = VersionDifference(from: try version(code, issue: first), to: newer)
        return Processes.Comparison(
            code: code, title: newer.title, from: first, to: last, issues: numbers,
            difference, language: language)
    }
}

extension ProcessVersion {
    func calls(among others: [ProcessVersion]) -> [Processes.Neighbour] {
        nodes.compactMap { node in
            guard case .call(let call) = node.kind else { return nil }
            let title = others.first { $0.code == call.process }?.title ?? ""
            return Processes.Neighbour(code: call.process, title: title, at: node.title)
        }
    }

    /// Where this process calls that one.
    func calls(of code: ProcessCode) -> [Processes.Neighbour] {
        nodes.compactMap { node in
            guard case .call(let call) = node.kind, call.process == code else { return nil }
            return Processes.Neighbour(code: self.code, title: title, at: node.title)
        }
    }
}

extension Processes.Shared {
    /// Most that are shown: a work that everybody does says little.
    static let most = 12

    static func of(_ version: ProcessVersion, among others: [ProcessVersion]) -> [Self] {
        let found = OverlapFinder().overlaps(in: [version] + others)
        return found.filter { $0.places.contains { $0.process == version.code } }
            .compactMap { overlap in
                var seen: Set<ProcessCode> = [version.code]
                let others = overlap.places.map(\.process).filter { seen.insert($0).inserted }
                return others.isEmpty
                    ? nil : Self(explanation: overlap.explanation, others: others)
            }.prefix(most).map(\.self)
    }
}
