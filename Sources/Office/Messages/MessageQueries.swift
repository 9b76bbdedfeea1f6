// Reading messages. Found means allowed: who may see the dossier, and who was shown to be its
// applicant. A list of those that wait for an answer, for who has work on them.

import Engine
import Ledger
import WorkTime

extension Messages {
    public struct Line: Hashable, Sendable, Encodable {
        public let at: LocalMinute
        public let isCitizen: Bool
        /// Name of the officer; empty for the citizen's eyes.
        public let name: String
        /// `nil` when they were erased by law.
        public let words: String?
    }

    /// The messages of one dossier.
    public struct Thread: Sendable, Encodable {
        public let dossier: String
        public let title: String
        public let lines: [Line]
        /// Until when the office wants to answer what is open.
        public let due: LocalMinute?
        public let waits: Bool
        public let mayWrite: Bool
        /// Last day on which one may write; `nil` while the dossier goes on.
        public let lastDay: DayNumber?
        public let answerDays: Int
        /// For the citizen: what a form of the page sends back.
        public let proof: String?
    }

    /// A dossier whose citizen waits for an answer.
    public struct Row: Hashable, Sendable, Encodable {
        public let dossier: String
        public let title: String
        public let applicant: String
        public let since: LocalMinute
        public let due: LocalMinute?
        public let left: Work.TimeLeft
        let key: String

        private enum CodingKeys: String, CodingKey {
            case dossier, title, applicant, since, due, left
        }
    }

    public struct List: Sendable, Encodable {
        public let rows: [Row]
        /// Where the next page begins; `nil` at the end.
        public let next: String?
    }
}

extension DeskReading {
    /// For who may find the dossier.
    func messages(
        of code: String, for viewer: Viewer, at now: LocalMinute
    ) throws -> Messages.Thread {
        guard try mayFind(code, viewer) else { throw Messages.Rejection.unknown(code) }
        let dossier = try toldDossier(code).state
        let hand = try messageHand(viewer.person, on: dossier, now.day)
        let people = try organisation().people
        return try thread(of: dossier, at: now, mayWrite: hand.holds, proof: nil) { turn, words in
            (turn.by.map { people[$0]?.name ?? $0.rawValue } ?? "", words)
        }
    }

    /// For who was shown to be the applicant: without names.
    func messages(
        of dossier: Dossiers.Dossier, proof: String, veil: Tracking.Veil, at now: LocalMinute
    ) throws -> Messages.Thread {
        try thread(of: dossier, at: now, mayWrite: true, proof: proof) { ("", veil($1)) }
    }

    private func thread(
        of dossier: Dossiers.Dossier, at now: LocalMinute, mayWrite: Bool, proof: String?,
        _ shown: (Messages.Turn, String) -> (name: String, words: String)
    ) throws -> Messages.Thread {
        let code = dossier.registration.code
        let talk = try toldTalk(of: code)?.state ?? .init()
        let around = try messageSurroundings(of: dossier, at: now)
        let lines = try talk.turns.map { turn in
            let kept = try words(turn.words)
            return Messages.Line(
                at: turn.at, isCitizen: turn.by == nil, name: shown(turn, "").name,
                words: kept.map { shown(turn, $0).words })
        }
        let isOpen = around.lastDay.map { now.day <= $0 } ?? true
        return Messages.Thread(
            dossier: code, title: dossier.registration.title, lines: lines, due: talk.open?.due,
            waits: talk.openFrom != nil,
            mayWrite: mayWrite && isOpen && talk.turns.count < Messages.wholeMaximum,
            lastDay: around.lastDay, answerDays: Messages.answerDays, proof: proof)
    }

    /// How many messages a dossier has, and whether one waits; `nil` without any.
    func messageCount(of code: String) throws -> (count: Int, waits: Bool)? {
        try reader.row("SELECT count, waits FROM messageTalk WHERE dossier = ?", [.text(code)])
            .map { (try $0.int("count"), try $0.bool("waits")) }
    }

    /// Work of the viewer, and of those whose place the viewer takes, that waits for an answer; the
    /// one that has waited longest first.
    func messagesWaiting(
        for viewer: Viewer, after key: String = "", limit: Int = Messages.pageSize,
        at now: LocalMinute
    ) throws -> Messages.List {
        let parts = key.split(separator: "/", maxSplits: 1)
        let due = parts.count == 2 ? Int(parts[0]) ?? 0 : 0
        let after = parts.count == 2 ? String(parts[1]) : ""
        let calendar = try calendar()
        let found = try rows(
            """
            SELECT t.dossier AS dossier, t.since AS since, t.due AS due, t.sortDue AS sortDue,
                d.title AS title, d.applicant AS applicant
            FROM (\(waitingSource(viewer).sql)) AS t JOIN dossier d ON d.code = t.dossier
            WHERE (t.sortDue, t.dossier) > (?, ?)
            ORDER BY t.sortDue, t.dossier LIMIT ?
            """,
            waitingSource(viewer).arguments + [
                SQLValue(due), .text(after), SQLValue(limit + 1),
            ])
        let rows = try found.prefix(limit).map { row in
            let due = try row.optionalInt("due").map(LocalMinute.init(rawValue:))
            let (dossier, sortDue) = (try row.text("dossier"), try row.int("sortDue"))
            return Messages.Row(
                dossier: dossier, title: try row.text("title"),
                applicant: try row.text("applicant"),
                since: LocalMinute(rawValue: try row.int("since")), due: due,
                left: Work.TimeLeft(due: due, now: now, waits: false, calendar: calendar),
                key: "\(sortDue)/\(dossier)")
        }
        return Messages.List(
            rows: rows, next: found.count > rows.count ? rows.last?.key : nil)
    }

    /// Counted up to `countMaximum`.
    func messagesWaitingCount(for viewer: Viewer) throws -> Int {
        let source = waitingSource(viewer)
        return try rows(
            """
            SELECT count(*) AS n FROM (SELECT t.dossier FROM (\(source.sql)) AS t LIMIT ?) AS b
            """, source.arguments + [SQLValue(Messages.countMaximum)]
        ).first?.int("n") ?? 0
    }

    /// By the work that people have; by the focal point where nobody has any.
    private func waitingSource(_ viewer: Viewer) -> (sql: String, arguments: [SQLValue]) {
        let people = [viewer.person] + viewer.absentees
        let marks = people.map { _ in "?" }.joined(separator: ", ")
        let names = people.map { SQLValue.text($0.rawValue) }
        return (
            """
            SELECT m.dossier AS dossier, m.since AS since, m.due AS due, m.sortDue AS sortDue
            FROM messageTalk m JOIN workItem w ON w.dossier = m.dossier
            WHERE m.waits = 1 AND w.person IN (\(marks))
            UNION
            SELECT m.dossier AS dossier, m.since AS since, m.due AS due, m.sortDue AS sortDue
            FROM messageTalk m WHERE m.waits = 1 AND m.keeper IN (\(marks))
            AND NOT EXISTS (SELECT 1 FROM workItem w WHERE w.dossier = m.dossier)
            """, names + names
        )
    }
}
