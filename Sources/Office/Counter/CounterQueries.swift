// What the counter reads: procedures in force, and the appointment if taken in now.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Counter {
    /// A procedure that can be asked for at this counter.
    public struct Choice: Sendable, Encodable {
        public let code: String
        public let title: String
        public let field: String
        public let term: String
        /// Dossiers of it that the office received lately: the usual ones stand first.
        public let received: Int
    }

    public struct Choices: Sendable, Encodable {
        public let search: String
        public let procedures: [Choice]
        /// What came online and waits for this counter.
        public let filings: Int
    }

    /// The intake of one procedure, with the appointment as of now.
    public struct Intake: Sendable, Encodable {
        public let version: ProcessVersion
        public let office: UnitID
        public let now: LocalMinute
        public let explanation: DeadlineExplanation?
        /// Who will get it next.
        public let next: Dossiers.Who?
        /// To choose from where an address is asked.
        public var wards: [String] = []
    }

    static let choicesMaximum = 300
}

extension DeskReading {
    /// Procedures in force whose first step lies in the viewer's office, found by words without
    /// marks; the most used ones first.
    func procedures(_ search: String, for viewer: Viewer) throws -> Counter.Choices {
        var condition = ""
        var arguments: [SQLValue] = []
        for word in Folding.fold(search).split(separator: " ").prefix(8) {
            condition += " AND p.folded LIKE ?"
            arguments.append(.text("%\(word.filter { $0 != "%" && $0 != "_" })%"))
        }
        let day = SQLValue(viewer.today.number)
        let found = try rows(
            """
            SELECT p.code, p.issue, p.title, p.field, p.term,
                (SELECT coalesce(sum(c.received), 0) FROM dossierCount c
                 WHERE c.office = ? AND c.process = p.code AND c.day > ?) AS received
            FROM processIssue p
            WHERE p.kind = 'procedure' AND p.issue =
                (SELECT max(q.issue) FROM processIssue q
                 WHERE q.code = p.code AND q.status IN ('published', 'retired')
                    AND q.effective <= ? AND (q.through IS NULL OR q.through >= ?))\(condition)
            """,
            [.text(viewer.office.rawValue), SQLValue(viewer.today.number - 60), day, day]
                + arguments
        ).map { row in
            (
                row: row,
                order: (
                    -(try row.int("received")), Folding.fold(try row.text("title")),
                    try row.text("code")
                )
            )
        }.sorted { $0.order < $1.order }.map(\.row)
        let organisation = try organisation()
        var choices: [Counter.Choice] = []
        for row in found where choices.count < Counter.choicesMaximum {
            let code = ProcessCode(try row.text("code"))
            let version = try version(code, issue: try row.int("issue"))
            guard organisation.runs(version, in: viewer.office, on: viewer.today) else { continue }
            choices.append(
                Counter.Choice(
                    code: code.rawValue, title: try row.text("title"),
                    field: try row.text("field"), term: try row.text("term"),
                    received: try row.int("received")))
        }
        return Counter.Choices(
            search: search, procedures: choices, filings: try filingsWaiting(in: viewer.office))
    }

    /// The intake of a procedure: its papers, its form, and when the result would be due.
    func intake(
        of code: ProcessCode, for viewer: Viewer, at now: LocalMinute
    ) throws -> Counter.Intake {
        let organisation = try organisation()
        // What the list does not offer is not taken in by its address either.
        guard let version = try publishedVersion(of: code, on: now.day),
            version.kind == .procedure,
            organisation.runs(version, in: viewer.office, on: now.day)
        else { throw Dossiers.Rejection.processUnknown(code) }
        let calendar = try calendar()
        let steps = StepTable(version).rows
        let next = steps.dropFirst().first?.step.performer.flatMap {
            organisation.assignment(of: $0, office: viewer.office, on: now.day)
        }
        return Counter.Intake(
            version: version, office: viewer.office, now: now,
            explanation: version.total.flatMap {
                try? Deadline.explain($0, received: now, calendar: calendar)
            },
            next: next.map { found in
                Dossiers.Who(
                    id: found.person, name: organisation.people[found.person]?.name ?? "",
                    unit: organisation.units[found.unit]?.name ?? "")
            }, wards: organisation.wards(on: now.day))
    }
}

extension People.Organisation {
    /// Whether every unit that the process names can be found in an office.
    func runs(_ version: ProcessVersion, in office: UnitID, on day: DayNumber) -> Bool {
        version.nodes.allSatisfy { node in
            guard let unit = node.step?.performer?.unit else { return true }
            return self.unit(unit, office: office, on: day) != nil
        }
    }
}
