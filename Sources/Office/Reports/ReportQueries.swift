// The sums of a report, cell by cell and month by month.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Reports {
    /// Sums of every office and process in the period, without those that had nothing.
    ///
    /// What a period took over is reckoned backwards: what is open now, without what came since
    /// the period began, with what ended since. So a report of this month reads this month and the
    /// open dossiers, however many years lie before.
    static func cells(
        _ reading: DeskReading, _ filter: Filter, limit: Limit, now: LocalMinute
    ) throws -> [Cell] {
        let source = Source(limit, filter)
        let open = Source(openIn: limit, filter)
        let (first, last) = (filter.period.first.number, filter.period.last.number)
        let inPeriod = "CASE WHEN day <= ? THEN 1 ELSE 0 END"
        let rows = try reading.rows(
            """
            SELECT office, process, channel,
                SUM(isOpen - received + early + onTime + late + unclassed) AS carriedOver,
                SUM(\(inPeriod) * received) AS received, SUM(\(inPeriod) * early) AS early,
                SUM(\(inPeriod) * onTime) AS onTime, SUM(\(inPeriod) * late) AS late,
                SUM(\(inPeriod) * unclassed) AS unclassed
            FROM (SELECT *, 0 AS isOpen FROM (\(source.sql)) AS c WHERE day >= ?
                UNION ALL \(open.sql)) AS c
            GROUP BY office, process, channel ORDER BY office, process, channel
            """,
            Array(repeating: SQLValue(last), count: 5) + source.arguments + [SQLValue(first)]
                + open.arguments)
        var sums: [Key: Sums] = [:]
        for row in rows { try add(row, to: &sums) }
        for row in try overdue(reading, filter, limit: limit, now: now, by: "office, process") {
            sums[try Key(row), default: Sums()].overdue += try row.int("overdue")
        }
        return sums.filter { $0.value != Sums() }
            .map { Cell(office: $0.key.office, process: $0.key.process, sums: $0.value) }
            .sorted { ($0.office, $0.process) < ($1.office, $1.process) }
    }

    private struct Key: Hashable {
        let office: UnitID
        let process: ProcessCode

        init(_ row: SQLRow) throws {
            office = UnitID(try row.text("office"))
            process = ProcessCode(try row.text("process"))
        }
    }

    private static func add(_ row: SQLRow, to sums: inout [Key: Sums]) throws {
        var part = Sums()
        part.carriedOver = try row.int("carriedOver")
        part.early = try row.int("early")
        part.onTime = try row.int("onTime")
        part.late = try row.int("late")
        part.unclassed = try row.int("unclassed")
        try part.setReceived(row.int("received"), channel: row.text("channel"))
        sums[try Key(row), default: Sums()] = sums[try Key(row), default: Sums()] + part
    }

    /// Dossiers in progress at the end of the period whose appointment was over by then. A dossier
    /// that waits for the citizen has no appointment. For a period that is over, the appointment
    /// counts as it stands now.
    /// - Parameter columns: What they are counted by.
    static func overdue(
        _ reading: DeskReading, _ filter: Filter, limit: Limit, now: LocalMinute,
        by columns: String
    ) throws -> [SQLRow] {
        let last = filter.period.last
        let (condition, arguments) = Source.condition(limit, filter)
        let late = "\(condition) AND receivedDay <= ? AND paused = 0 AND due < ?"
        let moment = LocalMinute(startOf: min(now.day, last))
        let values = arguments + [SQLValue(last.number), SQLValue(moment.rawValue)]
        // Two halves, as each has its index.
        return try reading.rows(
            """
            SELECT \(columns), SUM(overdue) AS overdue FROM (
                SELECT \(columns), 1 AS overdue FROM dossier
                WHERE endedDay IS NULL AND \(late)
                UNION ALL
                SELECT \(columns), 1 AS overdue FROM dossier
                WHERE endedDay > ? AND \(late)) AS d
            GROUP BY \(columns)
            """, values + [SQLValue(last.number)] + values)
    }

    /// Receipts and ends of each month of the period; nothing is carried over or in progress.
    static func months(
        _ reading: DeskReading, _ filter: Filter, limit: Limit
    ) throws -> [Row] {
        let source = Source(limit, filter)
        let rows = try reading.rows(
            """
            SELECT day, channel, SUM(received) AS received, SUM(early) AS early,
                SUM(onTime) AS onTime, SUM(late) AS late, SUM(unclassed) AS unclassed
            FROM (\(source.sql)) AS c WHERE day >= ? AND day <= ?
            GROUP BY day, channel ORDER BY day, channel
            """,
            source.arguments + [
                SQLValue(filter.period.first.number), SQLValue(filter.period.last.number),
            ])
        var months: [Row] = []
        for row in rows {
            let day = DayNumber(rawValue: Int32(clamping: try row.int("day")))
            let id = String(day.text.prefix(7))
            if months.last?.id != id {
                months.append(Row(id: id, name: "\(day.month)/\(day.year)", sums: Sums()))
            }
            var part = Sums()
            part.early = try row.int("early")
            part.onTime = try row.int("onTime")
            part.late = try row.int("late")
            part.unclassed = try row.int("unclassed")
            try part.setReceived(row.int("received"), channel: row.text("channel"))
            months[months.count - 1].sums = months[months.count - 1].sums + part
        }
        return months
    }

    /// Title and field of work of each process, by its newest issue; a draft names nothing yet.
    static func processNames(
        _ reading: DeskReading
    ) throws -> [ProcessCode: (title: String, field: String)] {
        let rows = try reading.rows(
            """
            SELECT code, title, field FROM processIssue WHERE status <> 'draft'
            ORDER BY code, issue
            """)
        var names: [ProcessCode: (title: String, field: String)] = [:]
        for row in rows {
            names[ProcessCode(try row.text("code"))] =
                (try row.text("title"), try row.text("field"))
        }
        return names
    }
}

extension Reports.Sums {
    mutating func setReceived(_ count: Int, channel: String) {
        switch Dossiers.Channel(rawValue: channel) {
        case .online: online = count
        case .post: post = count
        case .counter, nil: counter = count
        }
    }
}
