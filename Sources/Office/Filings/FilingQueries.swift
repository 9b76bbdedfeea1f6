// What the office reads of filings; found means allowed: counter officers of that office.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Filings {
    /// A filing in the list of its office.
    public struct Row: Hashable, Sendable, Encodable {
        public let code: String
        public let title: String
        /// Empty once the filing has ended.
        public let applicant: String
        public let submittedAt: LocalMinute
        /// Since when it stands like this.
        public let since: LocalMinute
        public let standing: Standing
        public let dossier: String?
    }

    /// The list of one standing, those that wait longest first; ended ones the newest first.
    public struct List: Sendable, Encodable {
        public let standing: Standing
        public let rows: [Row]
        /// Of the row after the last; `nil` at the end.
        public let next: String?
        /// Filings that wait for the office, counted up to `countMaximum`.
        public let waiting: Int
    }

    /// A filing with everything that the officer needs to decide.
    public struct Record: Sendable, Encodable {
        public let filing: Filing
        public let office: String
        /// `nil` when erased, as of an accepted one.
        public let applicant: Dossiers.Applicant?
        /// Labels and values of the form.
        public let fields: [Dossiers.LabelledValue]
        /// Papers of the procedure that were not named.
        public let missing: [String]
        /// What the appointment would be if it were accepted now.
        public let appointment: LocalMinute?
        /// Files of its papers.
        public let attachments: [Attachments.Shown]
    }

    static let pageSize = 50
    static let countMaximum = 1_000
}

extension DeskReading {
    /// - Parameter after: `minute/code` of the last row before the page.
    func filings(
        _ standing: Filings.Standing, for viewer: Viewer, after: String = ""
    ) throws -> Filings.List {
        guard viewer.has(.counter, in: viewer.office) else {
            throw Filings.Rejection.onlyForOffice
        }
        let (order, sign) = standing.isEnded ? ("DESC", "<") : ("ASC", ">")
        var condition = "office = ? AND standing = ?"
        var arguments: [SQLValue] = [
            .text(viewer.office.rawValue), .text(standing.rawValue),
        ]
        let parts = after.split(separator: "/", maxSplits: 1)
        if parts.count == 2, let minute = Int(parts[0]) {
            condition += " AND (since \(sign) ? OR (since = ? AND code \(sign) ?))"
            arguments += [SQLValue(minute), SQLValue(minute), .text(String(parts[1]))]
        }
        let found = try rows(
            """
            SELECT code, title, applicant, submittedAt, since, standing, dossier FROM filing
            WHERE \(condition) ORDER BY since \(order), code \(order) LIMIT ?
            """, arguments + [SQLValue(Filings.pageSize + 1)]
        ).map { try Filings.Row($0) }
        let page = Array(found.prefix(Filings.pageSize))
        return Filings.List(
            standing: standing, rows: page,
            next: found.count > page.count
                ? page.last.map { "\($0.since.rawValue)/\($0.code)" } : nil,
            waiting: try filingsWaiting(in: viewer.office))
    }

    func filingsWaiting(in office: UnitID) throws -> Int {
        try rows(
            """
            SELECT count(*) AS n FROM (SELECT code FROM filing
                WHERE office = ? AND standing = ? LIMIT ?) AS bounded
            """,
            [
                .text(office.rawValue), .text(Filings.Standing.waiting.rawValue),
                SQLValue(Filings.countMaximum),
            ]
        ).first?.int("n") ?? 0
    }

    func filing(
        _ code: String, for viewer: Viewer, at now: LocalMinute
    ) throws -> Filings.Record {
        guard viewer.has(.counter, in: viewer.office),
            let filing = try told(Filings.Filing.self, by: Filings.stream(of: code))?.state,
            filing.registration.office == viewer.office
        else { throw Filings.Rejection.unknown(code) }
        let registration = filing.registration
        let applicant = try applicant(of: registration)
        let version = try publishedIssue(of: registration.process, on: now.day)?.version
        let fields = (version?.firstFields ?? []).compactMap { field -> Dossiers.LabelledValue? in
            let text =
                field.personal
                ? applicant?.fields[field.key] : registration.fields[field.key]?.shown
            return text.map { .init(label: field.label, value: field.type.shown($0)) }
        }
        let has = Set(filing.papers)
        return Filings.Record(
            filing: filing, office: try organisation().units[registration.office]?.name ?? "",
            applicant: applicant, fields: fields,
            missing: (version?.components ?? []).filter { !has.contains($0) },
            appointment: filing.standing.isEnded ? nil : due(version?.total, now),
            attachments: try attachments(ofFiling: code))
    }

    /// `nil` without a limit, or beyond the calendar.
    private func due(_ term: Term?, _ now: LocalMinute) -> LocalMinute? {
        guard let term else { return nil }
        return try? Deadline.due(term, received: now, calendar: calendar())
    }
}

extension Filings.Row {
    init(_ row: SQLRow) throws {
        self.init(
            code: try row.text("code"), title: try row.text("title"),
            applicant: try row.text("applicant"),
            submittedAt: LocalMinute(rawValue: try row.int("submittedAt")),
            since: LocalMinute(rawValue: try row.int("since")),
            standing: Filings.Standing(rawValue: try row.text("standing")) ?? .waiting,
            dossier: try row.optionalText("dossier"))
    }
}

extension FieldValue {
    /// As text, for reading.
    var shown: String {
        switch self {
        case .text(let text): text
        case .number(let number):
            number == number.rounded() && abs(number) < 1e15
                ? String(Int(number)) : String(number)
        case .boolean(let value): value ? "✓" : "–"
        }
    }
}
