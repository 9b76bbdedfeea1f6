// The catalogue: each process once, by the issue that counts on the viewer's day.

import Ledger
import ProcessModel
import WorkTime

extension DeskReading {
    /// Rows of one page of the catalogue.
    static let cataloguePage = 50

    /// Picks of each process the issue in force; before the first day the newest issue.
    private static let counted = """
        p.issue = COALESCE(
            (SELECT MAX(q.issue) FROM processIssue q
             WHERE q.code = p.code AND q.status <> 'draft' AND q.effective <= ?),
            (SELECT MAX(q.issue) FROM processIssue q WHERE q.code = p.code))
        """

    private static let hasDraft = """
        EXISTS (SELECT 1 FROM processIssue d WHERE d.code = p.code AND d.status = 'draft')
        """
    /// Takes the day twice.
    private static let isInForce = """
        p.status <> 'draft' AND p.effective <= ? AND (p.through IS NULL OR p.through >= ?)
        """

    private static let columns = """
        p.code, p.issue, p.status, p.effective, p.through, p.title, p.kind, p.field, p.ownerUnit,
        p.term, p.steps, p.gaps
        """

    /// One page of the catalogue in the order of the codes.
    func catalogue(
        _ filter: Processes.CatalogueFilter, of viewer: Viewer, in language: Language
    ) throws -> Processes.Catalogue {
        let naming = try naming(for: viewer, in: language)
        var (conditions, arguments) = (Self.counted, [SQLValue(viewer.today.number)])
        for word in Folding.fold(filter.words).split(separator: " ") {
            conditions += " AND p.folded LIKE ? ESCAPE '!'"
            arguments.append(.text("%\(Self.escaped(word))%"))
        }
        for (column, value) in [
            ("kind", filter.kind), ("field", filter.field), ("ownerUnit", filter.unit),
        ] where !value.isEmpty {
            conditions += " AND p.\(column) = ?"
            arguments.append(.text(value))
        }
        switch Processes.Standing(rawValue: filter.standing) {
        case .draft: conditions += " AND \(Self.hasDraft)"
        case .inForce:
            conditions += " AND \(Self.isInForce)"
            arguments += [SQLValue(viewer.today.number), SQLValue(viewer.today.number)]
        case .coming, .past, nil: break
        }
        let matching = try reader.row(
            "SELECT COUNT(*) AS number FROM processIssue p WHERE \(conditions)", arguments)
        let found = try reader.rows(
            """
            SELECT \(Self.columns) FROM processIssue p WHERE \(conditions) AND p.code > ?
            ORDER BY p.code LIMIT ?
            """, arguments + [.text(filter.after), SQLValue(Self.cataloguePage + 1)])
        let rows = try found.prefix(Self.cataloguePage).map {
            try Processes.IssueRow($0, on: viewer.today, naming)
        }
        return Processes.Catalogue(
            filter: filter, rows: rows,
            next: found.count > rows.count ? rows.last?.code.rawValue : nil,
            matching: try matching?.int("number") ?? 0, counts: try counts(on: viewer.today),
            fields: try values(of: "field", on: viewer.today),
            units: try values(of: "ownerUnit", on: viewer.today).map {
                .init(code: $0, name: naming.name(ofUnitCode: $0))
            })
    }

    /// All issues of a process, the newest first. Refuses a code that is not there.
    func issues(of code: ProcessCode, _ naming: ProcessNaming, on day: DayNumber) throws
        -> [Processes.IssueRow]
    {
        let rows = try reader.rows(
            "SELECT \(Self.columns) FROM processIssue p WHERE p.code = ? ORDER BY p.issue DESC",
            [.text(code.rawValue)])
        if rows.isEmpty { throw Processes.Rejection.unknown(code) }
        return try rows.map { try Processes.IssueRow($0, on: day, naming) }
    }

    /// The processes in force on a day, whole, by code.
    func versionsInForce(on day: DayNumber) throws -> [ProcessVersion] {
        let rows = try reader.rows(
            """
            SELECT p.code, p.issue FROM processIssue p
            WHERE \(Self.counted) AND p.status <> 'draft' AND p.effective <= ?
                AND (p.through IS NULL OR p.through >= ?)
            ORDER BY p.code
            """, [SQLValue(day.number), SQLValue(day.number), SQLValue(day.number)])
        return try rows.map {
            try version(ProcessCode(try $0.text("code")), issue: try $0.int("issue"))
        }
    }

    /// How the viewer says performers and units.
    func naming(for viewer: Viewer, in language: Language) throws -> ProcessNaming {
        ProcessNaming(
            language: language, organisation: try organisation(), office: viewer.office,
            day: viewer.today)
    }

    private func counts(on day: DayNumber) throws -> Processes.Catalogue.Counts {
        let row = try reader.row(
            """
            SELECT COUNT(*) AS number,
                COUNT(CASE WHEN p.status <> 'draft' AND p.effective <= ?
                    AND (p.through IS NULL OR p.through >= ?) THEN 1 END) AS inForce,
                COALESCE(SUM(p.gaps), 0) AS gaps
            FROM processIssue p WHERE \(Self.counted)
            """, [SQLValue(day.number), SQLValue(day.number), SQLValue(day.number)])
        let drafts = try reader.row(
            "SELECT COUNT(*) AS number FROM processIssue WHERE status = 'draft'")
        return Processes.Catalogue.Counts(
            processes: try row?.int("number") ?? 0, inForce: try row?.int("inForce") ?? 0,
            drafts: try drafts?.int("number") ?? 0, gaps: try row?.int("gaps") ?? 0)
    }

    /// Values by which the catalogue can be narrowed down. `column` is a name of this file.
    private func values(of column: StaticString, on day: DayNumber) throws -> [String] {
        try reader.rows(
            """
            SELECT DISTINCT p.\(column) AS value FROM processIssue p
            WHERE \(Self.counted) AND p.\(column) <> '' ORDER BY value LIMIT 500
            """, [SQLValue(day.number)]
        ).map { try $0.text("value") }
    }

    /// The waivers of the issues that count, the soonest date to mend first.
    func gaps(
        rule: String, after: String, of viewer: Viewer
    ) throws -> Processes.Gaps {
        let day = viewer.today
        let joined = "processGap g JOIN processIssue p ON p.code = g.code AND p.issue = g.issue"
        let groups = try reader.rows(
            """
            SELECT g.rule AS rule, COUNT(*) AS number,
                COUNT(CASE WHEN g.mendBy < ? THEN 1 END) AS expired
            FROM \(joined) WHERE \(Self.counted) GROUP BY g.rule ORDER BY number DESC, g.rule
            """, [SQLValue(day.number), SQLValue(day.number)])
        var (conditions, arguments) = (Self.counted, [SQLValue(day.number)])
        if !rule.isEmpty {
            conditions += " AND g.rule = ?"
            arguments.append(.text(rule))
        }
        if let key = Processes.GapKey(after) {
            conditions += """
                 AND (g.mendBy > ? OR (g.mendBy = ? AND
                    (g.code > ? OR (g.code = ? AND g.number > ?))))
                """
            arguments += [
                SQLValue(key.mendBy), SQLValue(key.mendBy), .text(key.code), .text(key.code),
                SQLValue(key.number),
            ]
        }
        let found = try reader.rows(
            """
            SELECT g.code, g.issue, g.number, g.rule, g.node, g.reason, g.answerer, g.mendBy,
                p.title
            FROM \(joined) WHERE \(conditions)
            ORDER BY g.mendBy, g.code, g.number LIMIT ?
            """, arguments + [SQLValue(Self.cataloguePage + 1)])
        let rows = try gapRows(found.prefix(Self.cataloguePage), on: day)
        return Processes.Gaps(
            rule: rule, rows: rows,
            next: found.count > rows.count ? rows.last.map { Processes.GapKey($0).text } : nil,
            total: try groups.reduce(0) { $0 + (try $1.int("number")) },
            expired: try groups.reduce(0) { $0 + (try $1.int("expired")) },
            rules: try groups.map {
                .init(rule: try $0.text("rule"), count: try $0.int("number"))
            })
    }

    /// The rows with what the gate says today; each process is checked once a page.
    private func gapRows(
        _ found: some Sequence<SQLRow>, on day: DayNumber
    ) throws -> [Processes.GapRow] {
        var checked: [ProcessCode: (ProcessVersion, [Diagnostic])] = [:]
        let gate = ClarityGate(today: day)
        return try found.map { row in
            let code = ProcessCode(try row.text("code"))
            if checked[code] == nil {
                let version = try version(code, issue: try row.int("issue"))
                checked[code] = (version, gate.check(version))
            }
            return try Processes.GapRow(row, checked[code], on: day)
        }
    }

    /// A word for LIKE, its own signs taken as letters.
    private static func escaped(_ word: Substring) -> String {
        String(word.flatMap { "%_!".contains($0) ? ["!", $0] : [$0] })
    }
}

extension Processes {
    /// Where a list of gaps goes on: `17500:3:YB-DT01`.
    struct GapKey {
        var mendBy: Int
        var number: Int
        var code: String

        init(_ row: GapRow) {
            (mendBy, number, code) = (row.mendBy.number, row.number, row.code.rawValue)
        }

        init?(_ text: String) {
            let parts = text.split(separator: ":", maxSplits: 2)
            guard parts.count == 3, let mendBy = Int(parts[0]), let number = Int(parts[1])
            else { return nil }
            (self.mendBy, self.number, code) = (mendBy, number, String(parts[2]))
        }

        var text: String { "\(mendBy):\(number):\(code)" }
    }
}
