// Processes at the desk: the stream `process/<code>` and its read table.

import Engine
import Foundation
import Ledger
import ProcessModel
import WorkTime

extension Processes {
    static func stream(of code: ProcessCode) -> String { "process/\(code)" }

    /// The canonical text of a version: JSON with sorted keys.
    static func content(of version: ProcessVersion) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(version), as: UTF8.self)
    }

    static func version(content: [UInt8]) throws -> ProcessVersion {
        try JSONDecoder().decode(ProcessVersion.self, from: Data(content))
    }
}

extension DeskWork {
    func perform(_ command: Processes.Command) throws -> DeskAnswer {
        let code = command.code
        let stream = Processes.stream(of: code)
        let told = try reading.told(Processes.Definition.self, by: stream)
        let before = told?.state
        let version =
            try command.draft
            ?? before.map {
                try Processes.version(content: Array($0.newest.utf8))
            }
        let events = try Processes.decide(
            command, on: before, mayPublish: try mayPublish(),
            content: try command.draft.map(Processes.content) ?? "",
            findings: try findings(of: command, version))
        var after = before ?? Processes.Definition(code: code)
        for event in events { after.apply(event) }
        let head = try write(events, feature: "process", stream: stream, after: told?.head)
        try keep(after, after: told?.head.version ?? 0, head: head)
        if let version { try project(after, newest: version) }
        return DeskAnswer(head)
    }

    /// The installer, or somebody in charge of processes anywhere in the office.
    private func mayPublish() throws -> Bool {
        guard let person = order.actor?.person else { return true }
        let positions = try reading.organisation().positions(of: person, on: today)
        return positions.contains { $0.roles.contains(.processes) }
    }

    /// What the gate says of the draft that is to be published, people and called processes
    /// included.
    private func findings(
        of command: Processes.Command, _ version: ProcessVersion?
    ) throws -> [Diagnostic] {
        guard case .publish = command, let version else { return [] }
        return try reading.clarity(of: version, on: today)
    }

    /// One row an issue; the content only of the issue that was written.
    private func project(_ definition: Processes.Definition, newest: ProcessVersion) throws {
        for issue in definition.issues {
            let changed = try transaction.execute(
                """
                UPDATE processIssue SET status = ?, effective = ?, through = ?
                WHERE code = ? AND issue = ?
                """,
                [
                    .text(issue.status.rawValue), SQLValue(issue.effective?.number),
                    SQLValue(issue.through?.number), .text(definition.code.rawValue),
                    SQLValue(issue.number),
                ])
            let isNewest = issue.number == newest.issue
            if changed > 0, !(isNewest && issue.status == .draft) { continue }
            try writeRow(issue, newest, content: definition.newest)
        }
    }

    private func writeRow(
        _ issue: Processes.Issue, _ version: ProcessVersion, content: String
    ) throws {
        try transaction.execute(
            """
            INSERT INTO processIssue (code, issue, status, effective, through, title, folded,
                kind, field, ownerUnit, term, steps, gaps, content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (code, issue) DO UPDATE SET title = excluded.title,
                folded = excluded.folded, kind = excluded.kind, field = excluded.field,
                ownerUnit = excluded.ownerUnit, term = excluded.term, steps = excluded.steps,
                gaps = excluded.gaps, content = excluded.content
            """,
            [
                .text(version.code.rawValue), SQLValue(issue.number),
                .text(issue.status.rawValue), SQLValue(issue.effective?.number),
                SQLValue(issue.through?.number), .text(version.title),
                .text(Folding.fold("\(version.code) \(version.title)")),
                .text(version.kind.rawValue), .text(version.field), .text(version.ownerUnit),
                .text(version.total?.text ?? ""),
                SQLValue(version.nodes.filter { $0.step != nil }.count),
                SQLValue(version.waivers.count), .blob(Array(content.utf8)),
            ])
        try writeGaps(of: version, issue: issue.number)
    }

    /// One row for each waiver of an issue.
    private func writeGaps(of version: ProcessVersion, issue: Int) throws {
        try transaction.execute(
            "DELETE FROM processGap WHERE code = ? AND issue = ?",
            [.text(version.code.rawValue), SQLValue(issue)])
        for (index, waiver) in version.waivers.enumerated() {
            try transaction.execute(
                """
                INSERT INTO processGap (code, issue, number, rule, node, reason, answerer, mendBy)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .text(version.code.rawValue), SQLValue(issue), SQLValue(index + 1),
                    .text(waiver.rule), SQLValue(waiver.node?.rawValue), .text(waiver.reason),
                    .text(waiver.by), SQLValue(waiver.mendBy.number),
                ])
        }
    }
}

extension Processes.Command {
    var code: ProcessCode {
        switch self {
        case .draft(let version): version.code
        case .publish(let code, _, _), .retire(let code, _, _): code
        }
    }
    /// The version to write, for a draft.
    var draft: ProcessVersion? { if case .draft(let version) = self { version } else { nil } }
}

extension DayNumber {
    var number: Int { Int(rawValue) }
}
