// The book of looks; found means allowed: readers of units that the viewer sees.

import Engine
import Ledger
import WorkTime

extension Reads {
    public enum Rejection: Refusal, Hashable {
        case mayNotSee
        case unitUnknown(String)
        case dayUnknown(String)

        public var code: String { "reads.\(String(describing: self).prefix { $0 != "(" })" }

        public var isNotFound: Bool { if case .dayUnknown = self { false } else { true } }

        public var sentence: Bilingual {
            switch self {
            case .mayNotSee:
                Bilingual(
                    vi: "Trang này dành cho người phụ trách đơn vị, lãnh đạo và quản trị.",
                    en: "This page is for heads, leaders and administrators.")
            case .unitUnknown(let unit):
                Bilingual(
                    vi: "Không có đơn vị “\(unit)”, hoặc bạn không được xem.",
                    en: "There is no unit “\(unit)”, or you may not see it.")
            case .dayUnknown(let text):
                Bilingual(
                    vi: "Không hiểu ngày “\(text)”. Hãy ghi như 2017-07-03.",
                    en: "The day “\(text)” is not known. Write it as 2017-07-03.")
            }
        }
    }
}

extension DeskReading {
    /// - Throws: `Reads.Rejection`.
    func readBook(_ query: Reads.Query, for viewer: Viewer) throws -> Reads.Book {
        let units = try readUnits(query.unit, viewer)
        let (marks, values) = (Reports.Source.marks(units), Reports.Source.values(units))
        var condition = "unit IN (\(marks)) AND day >= ? AND day <= ?"
        var arguments =
            values + [SQLValue(query.span.first.number), SQLValue(query.span.last.number)]
        if let person = query.person {
            condition += " AND person = ?"
            arguments.append(.text(person.rawValue))
        }
        let sums = try unitSums(condition, arguments)
        if query.onlyUnusual {
            condition += " AND outside >= ?"
            arguments.append(SQLValue(Reads.unusualSubjects))
        }
        let parts = query.after.split(separator: "/", maxSplits: 2).map(String.init)
        if parts.count == 3, let day = Int(parts[0]) {
            condition += """
                 AND (day < ? OR (day = ? AND (person > ? OR (person = ? AND unit > ?))))
                """
            arguments += [
                SQLValue(day), SQLValue(day), .text(parts[1]), .text(parts[1]), .text(parts[2]),
            ]
        }
        let organisation = try organisation()
        let found = try rows(
            """
            SELECT unit, day, person, subjects, outside FROM readDay WHERE \(condition)
            ORDER BY day DESC, person, unit LIMIT ?
            """, arguments + [SQLValue(Reads.bookPage + 1)]
        ).map { try Reads.Day($0, organisation) }
        let days = Array(found.prefix(Reads.bookPage))
        return Reads.Book(
            from: query.span.first, through: query.span.last,
            unusualFrom: Reads.unusualSubjects, onlyUnusual: query.onlyUnusual, units: sums,
            days: days, next: found.count > days.count ? days.last?.key : nil)
    }

    /// What one reader looked at on one day, the latest first.
    func readDay(
        of person: PersonID, on day: DayNumber, after: String, for viewer: Viewer
    ) throws -> Reads.DayLog {
        let units = try readUnits(nil, viewer)
        var condition = "person = ? AND day = ? AND unit IN (\(Reports.Source.marks(units)))"
        var arguments =
            [.text(person.rawValue), SQLValue(day.number)] + Reports.Source.values(units)
        let parts = after.split(separator: "/", maxSplits: 2).map(String.init)
        if parts.count == 3, let last = Int(parts[0]) {
            condition += """
                 AND (last < ? OR (last = ? AND (subject > ? OR (subject = ? AND paper > ?))))
                """
            arguments += [
                SQLValue(last), SQLValue(last), .text(parts[1]), .text(parts[1]), .text(parts[2]),
            ]
        }
        let found = try rows(
            """
            SELECT subject, kind, paper, first, last, times, outside, unit FROM personalRead
            WHERE \(condition) ORDER BY last DESC, subject, paper LIMIT ?
            """, arguments + [SQLValue(Reads.bookPage + 1)])
        let looks = try found.prefix(Reads.bookPage).map { try Reads.Shown($0) }
        let organisation = try organisation()
        let unit = try found.first.map { UnitID(try $0.text("unit")) }
        return Reads.DayLog(
            day: day, person: person,
            name: found.isEmpty ? "" : organisation.people[person]?.name ?? person.rawValue,
            unitName: unit.flatMap { organisation.units[$0]?.name } ?? "", looks: looks,
            next: found.count > looks.count ? looks.last?.key : nil)
    }

    /// Units whose readers the viewer answers for.
    private func readUnits(_ asked: UnitID?, _ viewer: Viewer) throws -> [UnitID] {
        let units = Reads.units(of: viewer)
        if units.isEmpty { throw Reads.Rejection.mayNotSee }
        guard let asked else { return units }
        guard units.contains(asked) else {
            throw Reads.Rejection.unitUnknown(asked.rawValue)
        }
        return [asked]
    }

    private func unitSums(
        _ condition: String, _ arguments: [SQLValue]
    ) throws -> [Reads.UnitSum] {
        let organisation = try organisation()
        return try rows(
            """
            SELECT unit, count(DISTINCT person) AS readers, SUM(subjects) AS subjects,
                SUM(outside) AS outside
            FROM readDay WHERE \(condition) GROUP BY unit
            ORDER BY SUM(outside) DESC, unit LIMIT ?
            """, arguments + [SQLValue(Reads.unitMaximum)]
        ).map { row in
            let unit = UnitID(try row.text("unit"))
            return Reads.UnitSum(
                unit: unit, name: organisation.units[unit]?.name ?? unit.rawValue,
                readers: try row.int("readers"), subjects: try row.int("subjects"),
                outside: try row.int("outside"))
        }
    }
}

extension Reads.Day {
    init(_ row: SQLRow, _ organisation: People.Organisation) throws {
        day = DayNumber(rawValue: Int32(clamping: try row.int("day")))
        person = PersonID(try row.text("person"))
        name = organisation.people[person]?.name ?? person.rawValue
        unit = UnitID(try row.text("unit"))
        unitName = organisation.units[unit]?.name ?? ""
        subjects = try row.int("subjects")
        outside = try row.int("outside")
        isUnusual = outside >= Reads.unusualSubjects
        key = "\(day.number)/\(person)/\(unit)"
    }
}

extension Reads.Shown {
    init(_ row: SQLRow) throws {
        subject = try row.text("subject")
        kind = Reads.SubjectKind(rawValue: try row.text("kind")) ?? .dossier
        paper = Reads.Paper(rawValue: try row.text("paper")) ?? .page
        first = LocalMinute(rawValue: try row.int("first"))
        last = LocalMinute(rawValue: try row.int("last"))
        times = try row.int("times")
        isOutside = try row.int("outside") == 1
        key = "\(last.rawValue)/\(subject)/\(paper.rawValue)"
    }
}
