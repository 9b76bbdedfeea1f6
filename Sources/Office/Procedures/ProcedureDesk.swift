// Procedures at the desk: the stream `procedure/<code>` and its read table.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Procedures {
    static func stream(of code: ProcessCode) -> String { "procedure/\(code)" }

    static let migrations = [
        Migration(
            id: "procedures-1",
            statements: [
                """
                CREATE TABLE procedureIssue (
                    code TEXT NOT NULL,
                    issue {{bigint}} NOT NULL,
                    effective {{bigint}} NOT NULL,
                    through {{bigint}},
                    folded TEXT NOT NULL,
                    events TEXT NOT NULL,
                    isOnline {{bigint}} NOT NULL,
                    PRIMARY KEY (code, issue))
                """
            ])
    ]
}

extension DeskReading {
    func procedure(_ code: ProcessCode) throws -> Procedures.Procedure? {
        try told(Procedures.Procedure.self, by: Procedures.stream(of: code))?.state
    }
}

extension DeskWork {
    func perform(_ command: Procedures.Command) throws -> DeskAnswer {
        let stream = Procedures.stream(of: command.code)
        let told = try reading.told(Procedures.Procedure.self, by: stream)
        let events = try Procedures.decide(
            command, on: told?.state,
            in: .init(
                mayIssue: try mayIssue(), hasProcess: try hasProcess(command.code)))
        var procedure = told?.state ?? Procedures.Procedure()
        for event in events { procedure.apply(event) }
        let head = try write(events, feature: "procedure", stream: stream, after: told?.head)
        try keep(procedure, after: told?.head.version ?? 0, head: head)
        for issue in procedure.issues { try project(issue, of: command.code) }
        return DeskAnswer(head)
    }

    /// The installer, or somebody in charge of processes.
    private func mayIssue() throws -> Bool {
        guard let person = order.actor?.person else { return true }
        return try reading.organisation().positions(of: person, on: today)
            .contains { $0.roles.contains(.processes) }
    }

    /// One that is published for later counts too: both may begin on the same day.
    private func hasProcess(_ code: ProcessCode) throws -> Bool {
        try !transaction.rows(
            """
            SELECT 1 AS n FROM processIssue
            WHERE code = ? AND kind = 'procedure' AND status = 'published' LIMIT 1
            """, [.text(code.rawValue)]
        ).isEmpty
    }

    private func project(_ issue: Procedures.Issue, of code: ProcessCode) throws {
        let sheet = issue.sheet
        let words = [code.rawValue, sheet.nationalCode] + sheet.results + sheet.keywords
        try transaction.execute(
            """
            INSERT INTO procedureIssue (code, issue, effective, through, folded, events, isOnline)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (code, issue) DO UPDATE SET through = excluded.through
            """,
            [
                .text(code.rawValue), SQLValue(issue.number), SQLValue(issue.effective.number),
                SQLValue(issue.through?.number),
                .text(Folding.fold(words.joined(separator: " "))),
                .text(sheet.lifeEvents.map { " \($0.rawValue) " }.joined()),
                SQLValue(sheet.isOnline ? 1 : 0),
            ])
    }
}
