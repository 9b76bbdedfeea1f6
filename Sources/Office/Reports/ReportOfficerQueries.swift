// The same sums as those of the offices, by focal point, from the register.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    /// - Throws: `Reports.Rejection.mayNotCompare`, or `officeUnknown` for an office that the
    ///   viewer does not see.
    func officers(
        _ filter: Reports.Filter, for viewer: Viewer, at now: LocalMinute
    ) throws -> Reports.Officers {
        let units = Reports.comparedUnits(of: viewer)
        if units.isEmpty { throw Reports.Rejection.mayNotCompare }
        let organisation = try organisation()
        let limit = Reports.Limit(of: units, in: organisation)
        let figures = try Reports.figures(self, filter, limit: limit, now: now)
        if let office = filter.office,
            !figures.offices.contains(where: { $0.id == office.rawValue })
        {
            throw Reports.Rejection.officeUnknown(office.rawValue)
        }
        let dossiers = try Reports.byFocalPoint(self, filter, limit: limit, now: now)
        let people = Reports.people(of: units, in: organisation, on: now.day)
        let steps = try Reports.steps(self, filter, limit: limit, people.map(\.id), now)
        var others = Reports.Sums()
        for (person, sums) in dossiers where !people.contains(where: { $0.id == person }) {
            others = others + sums
        }
        let rows = people.compactMap { person -> Reports.Officer? in
            let own = dossiers[person.id] ?? Reports.Sums()
            let done = steps[person.id] ?? Reports.StepSums()
            if own == Reports.Sums(), done == Reports.StepSums() { return nil }
            return Reports.Officer(
                id: person.id, name: person.name, unit: person.unit, dossiers: own, steps: done)
        }
        return Reports.Officers(
            figures,
            officers: rows.sorted {
                ($1.dossiers.taken, $1.steps.done, $0.id.rawValue)
                    < ($0.dossiers.taken, $0.steps.done, $1.id.rawValue)
            }, others: others)
    }
}

extension Reports {
    /// Who ever held a position in one of the units, with the unit of today or the last.
    static func people(
        of compared: [UnitID], in organisation: People.Organisation, on day: DayNumber
    ) -> [(id: PersonID, name: String, unit: String)] {
        let visible = Set(compared)
        var units: [PersonID: UnitID] = [:]
        let seen = organisation.holdings.filter { holding in
            organisation.positions[holding.position].map { visible.contains($0.unit) } ?? false
        }
        for holding in seen.sorted(by: { !$0.covers(day) && $1.covers(day) }) {
            units[holding.person] = organisation.positions[holding.position]?.unit
        }
        return units.map { person, unit in
            (
                id: person, name: organisation.people[person]?.name ?? person.rawValue,
                unit: organisation.units[unit]?.name ?? unit.rawValue
            )
        }.sorted { $0.id.rawValue < $1.id.rawValue }
    }

    /// What a period took over is reckoned backwards, as for the offices.
    static func byFocalPoint(
        _ reading: DeskReading, _ filter: Filter, limit: Limit, now: LocalMinute
    ) throws -> [PersonID: Sums] {
        let (condition, arguments) = Source.condition(limit, filter)
        let (first, last) = (filter.period.first, filter.period.last)
        let inPeriod = "CASE WHEN day <= ? THEN 1 ELSE 0 END"
        let classes = "class = 'early'|class = 'onTime'|class = 'late'|class IS NULL"
            .split(separator: "|").map { "CASE WHEN \($0) THEN 1 ELSE 0 END" }
            .joined(separator: ", ")
        let rows = try reading.rows(
            """
            SELECT focalPoint, channel,
                SUM(isOpen - received + early + onTime + late + unclassed) AS carriedOver,
                SUM(\(inPeriod) * received) AS received, SUM(\(inPeriod) * early) AS early,
                SUM(\(inPeriod) * onTime) AS onTime, SUM(\(inPeriod) * late) AS late,
                SUM(\(inPeriod) * unclassed) AS unclassed
            FROM (SELECT focalPoint, channel, receivedDay AS day, 1 AS received, 0 AS early,
                    0 AS onTime, 0 AS late, 0 AS unclassed, 0 AS isOpen
                FROM dossier WHERE receivedAt >= ? AND \(condition)
                UNION ALL
                SELECT focalPoint, channel, endedDay, 0, \(classes), 0
                FROM dossier WHERE endedDay >= ? AND \(condition)
                UNION ALL
                SELECT focalPoint, channel, 0, 0, 0, 0, 0, 0, 1
                FROM dossier WHERE endedDay IS NULL AND \(condition)) AS d
            GROUP BY focalPoint, channel ORDER BY focalPoint, channel
            """,
            Array(repeating: SQLValue(last.number), count: 5)
                + [SQLValue(LocalMinute(startOf: first).rawValue)] + arguments
                + [SQLValue(first.number)] + arguments + arguments)
        var sums: [PersonID: Sums] = [:]
        for row in rows {
            var part = Sums()
            part.carriedOver = try row.int("carriedOver")
            part.early = try row.int("early")
            part.onTime = try row.int("onTime")
            part.late = try row.int("late")
            part.unclassed = try row.int("unclassed")
            try part.setReceived(row.int("received"), channel: row.text("channel"))
            let person = PersonID(try row.text("focalPoint"))
            sums[person] = (sums[person] ?? Sums()) + part
        }
        for row in try overdue(reading, filter, limit: limit, now: now, by: "focalPoint") {
            let person = PersonID(try row.text("focalPoint"))
            sums[person, default: Sums()].overdue += try row.int("overdue")
        }
        return sums
    }

    /// Steps that ended in the period and those that are held now, of these people alone.
    static func steps(
        _ reading: DeskReading, _ filter: Filter, limit: Limit, _ people: [PersonID],
        _ now: LocalMinute
    ) throws -> [PersonID: StepSums] {
        if people.isEmpty { return [:] }
        let (condition, arguments) = Source.condition(limit, filter)
        let marks = Dossiers.Condition.marks(people.count)
        let persons = people.map { SQLValue.text($0.rawValue) }
        func sum(_ condition: String) -> String { "SUM(CASE WHEN \(condition) THEN 1 ELSE 0 END)" }
        var sums: [PersonID: StepSums] = [:]
        let ended = try reading.rows(
            """
            SELECT w.person, \(sum("w.result = 'early'")) AS early,
                \(sum("w.result = 'onTime'")) AS onTime, \(sum("w.result = 'late'")) AS late,
                \(sum("w.result IS NULL")) AS unclassed
            FROM workDone AS w JOIN dossier ON dossier.code = w.dossier
            WHERE w.person IN (\(marks)) AND w.endedAt >= ? AND w.endedAt < ? AND \(condition)
            GROUP BY w.person
            """,
            persons + [
                SQLValue(LocalMinute(startOf: filter.period.first).rawValue),
                SQLValue(LocalMinute(startOf: filter.period.last + 1).rawValue),
            ] + arguments)
        for row in ended {
            let person = PersonID(try row.text("person"))
            sums[person, default: StepSums()].early = try row.int("early")
            sums[person, default: StepSums()].onTime = try row.int("onTime")
            sums[person, default: StepSums()].late = try row.int("late")
            sums[person, default: StepSums()].unclassed = try row.int("unclassed")
        }
        let open = Work.firstOpenDue(at: now, calendar: try reading.calendar())
        let held = try reading.rows(
            """
            SELECT w.person, count(*) AS held,
                \(sum("w.list = 'open' AND w.sortDue < ?")) AS heldLate
            FROM workItem AS w JOIN dossier ON dossier.code = w.dossier
            WHERE w.person IN (\(marks)) AND \(condition) GROUP BY w.person
            """, [SQLValue(open.rawValue)] + persons + arguments)
        for row in held {
            let person = PersonID(try row.text("person"))
            sums[person, default: StepSums()].held = try row.int("held")
            sums[person, default: StepSums()].heldLate = try row.int("heldLate")
        }
        return sums
    }
}
