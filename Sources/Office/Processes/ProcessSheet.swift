// One issue of a process as its page shows it: facts, gate, step table, sum of times, issues,
// neighbours.

import ProcessModel
import WorkTime

extension Processes {
    struct Sheet: Sendable, Encodable {
        var row: IssueRow
        var legalBasis: [String]
        var scope: String
        var principle: String
        var records: [String]
        var components: [String]
        var approver: String
        var source: String
        var changeNote: String
        var findings: [Finding]
        var steps: [Step]
        var sum: Sum
        var issues: [IssueRow]
        var calls: [Neighbour]
        var calledBy: [Neighbour]
        var overlaps: [Shared]
        /// The viewer may draft, publish and retire.
        var mayAct: Bool

        /// Keeps the issue from being published today.
        var blocking: [Finding] { findings.filter(\.isBlocking) }
        var waived: [Finding] { findings.filter { $0.waiver != nil } }
        var remarks: [Finding] { findings.filter { !$0.isBlocking && $0.waiver == nil } }
    }

    /// One row of the step table, in words.
    struct Step: Sendable, Encodable {
        var number: Int
        var node: String
        var title: String
        var work: String
        var tasks: [String]
        var performer: ProcessNaming.Name?
        var accountable: ProcessNaming.Name?
        var substitute: ProcessNaming.Name?
        var cooperating: [ProcessNaming.Name]
        var time: String
        var clock: String
        var form: String
        var product: String
        var isConditional: Bool
        var marksDone: Bool
        var next: [String]
        var returnsTo: [String]
        /// Rules that are broken here and not waived.
        var unclear: [String]
        var waived: Int
    }

    struct Sum: Sendable, Encodable {
        var lines: [Line]
        var minutes: Int
        var limit: Int?
        var total: String
        var limitWords: String
        var isComplete: Bool

        struct Line: Sendable, Encodable {
            var title: String
            var time: String
            var standing: String
        }
    }

    struct Neighbour: Hashable, Sendable, Encodable {
        var code: ProcessCode
        var title: String
        /// The step or call at which they meet.
        var at: String
    }

    /// Something that another process does as well.
    struct Shared: Hashable, Sendable, Encodable {
        var explanation: Bilingual
        var others: [ProcessCode]
    }
}

extension Processes.Step {
    init(
        _ row: StepTable.Row, titles: [NodeID: String], naming: ProcessNaming,
        findings: [Diagnostic]
    ) {
        let step = row.step
        let own = findings.filter { $0.node == row.node }
        number = row.number
        node = row.node.rawValue
        title = row.title
        work = step.work
        tasks = step.tasks
        performer = step.performer.map(naming.name)
        accountable = step.accountable.map(naming.name)
        substitute = step.substitute.map(naming.name)
        cooperating = step.cooperating.map(naming.name)
        time = step.time?.phrase[naming.language] ?? ""
        clock = step.clock == .run ? "" : step.clock.phrase[naming.language]
        form = [step.form ?? "", row.formTitle ?? ""].filter { !$0.isEmpty }
            .joined(separator: " ")
        product = step.product
        isConditional = step.conditional
        marksDone = step.marksDone
        next = row.next.map { way in
            let name = way.row.map { "\($0). \(way.title)" } ?? way.title
            return way.conditions.isEmpty
                ? name : "\(name) (\(way.conditions.joined(separator: "; ")))"
        }
        returnsTo = step.returnsTo.map { titles[$0] ?? $0.rawValue }
        unclear = own.filter(\.isBlocking).map(\.rule)
        waived = own.filter { $0.waived != nil }.count
    }
}

extension Processes.Sum {
    init(_ sum: TimeSum, language: Language) {
        lines = sum.lines.map {
            Line(
                title: $0.title, time: $0.time?.phrase[language] ?? "",
                standing: $0.standing.rawValue)
        }
        minutes = sum.minutes
        limit = sum.limit
        total = sum.phrase(ofMinutes: sum.minutes)[language]
        limitWords = sum.limit.map { sum.phrase(ofMinutes: $0)[language] } ?? ""
        isComplete = sum.isComplete
    }
}
