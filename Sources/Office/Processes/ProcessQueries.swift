// Reading processes: the issue in force, one issue, the catalogue.

import Ledger
import ProcessModel
import WorkTime

extension DeskReading {
    /// The issue of a process that is in force on a day, whole.
    func publishedVersion(of code: ProcessCode, on day: DayNumber) throws -> ProcessVersion? {
        let row = try reader.row(
            """
            SELECT issue FROM processIssue
            WHERE code = ? AND status IN ('published', 'retired') AND effective <= ?
                AND (through IS NULL OR through >= ?)
            ORDER BY issue DESC LIMIT 1
            """,
            [.text(code.rawValue), SQLValue(day.number), SQLValue(day.number)])
        return try row.map { try version(code, issue: try $0.int("issue")) }
    }

    /// One issue, whole. Refuses an issue that is not there.
    func version(_ code: ProcessCode, issue: Int) throws -> ProcessVersion {
        guard
            let row = try reader.row(
                "SELECT status, gaps FROM processIssue WHERE code = ? AND issue = ?",
                [.text(code.rawValue), SQLValue(issue)])
        else { throw Processes.Rejection.noSuchIssue(code, issue) }
        if try row.text("status") == "draft" { return try loadVersion(code, issue: issue) }
        return try memory.version(key: "\(code)/\(issue)") {
            try loadVersion(code, issue: issue)
        }
    }

    private func loadVersion(_ code: ProcessCode, issue: Int) throws -> ProcessVersion {
        guard
            let row = try reader.row(
                "SELECT content FROM processIssue WHERE code = ? AND issue = ?",
                [.text(code.rawValue), SQLValue(issue)])
        else { throw Processes.Rejection.unknown(code) }
        return try Processes.version(content: row.blob("content"))
    }
}
