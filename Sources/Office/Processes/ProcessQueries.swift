// Reading processes: the issue in force, one issue, the catalogue.

import Ledger
import ProcessModel
import WorkTime

extension DeskReading {
    /// The issue of a process that is in force on a day, whole.
    func publishedVersion(of code: ProcessCode, on day: DayNumber) throws -> ProcessVersion? {
        try publishedIssue(of: code, on: day)?.version
    }

    func publishedIssue(of code: ProcessCode, on day: DayNumber) throws -> KnownIssue? {
        let row = try reader.row(
            """
            SELECT issue FROM processIssue
            WHERE code = ? AND status IN ('published', 'retired') AND effective <= ?
                AND (through IS NULL OR through >= ?)
            ORDER BY issue DESC LIMIT 1
            """,
            [.text(code.rawValue), SQLValue(day.number), SQLValue(day.number)])
        return try row.map { try issue(code, try $0.int("issue")) }
    }

    /// One issue, whole. Refuses an issue that is not there.
    func version(_ code: ProcessCode, issue: Int) throws -> ProcessVersion {
        try self.issue(code, issue).version
    }

    /// The same with its graph, from memory when it was published and is known.
    func issue(_ code: ProcessCode, _ number: Int) throws -> KnownIssue {
        let key = IssueKey(code: code, number: number)
        if let known = memory.issue(key) { return known }
        guard
            let row = try reader.row(
                "SELECT status, content FROM processIssue WHERE code = ? AND issue = ?",
                [.text(code.rawValue), SQLValue(number)])
        else { throw Processes.Rejection.noSuchIssue(code, number) }
        let issue = KnownIssue(try Processes.version(content: row.blob("content")))
        if try row.text("status") != "draft" { memory.remember(issue, key: key) }
        return issue
    }
}
