// From the statements of a chain of units to the hours of each day.

enum CalendarInheritance {
    /// `versions` runs from the topmost unit to the unit itself and has been checked.
    static func tables(_ versions: [CalendarVersion], span: DaySpan) -> CalendarTables {
        let rules = rules(of: versions, in: span)
        var ruleOfDay: [DayNumber: DayRule] = [:]
        for rule in rules { ruleOfDay[rule.day] = rule }
        let hours = (0..<span.count).map { offset in
            let day = span.first + offset
            return self.hours(of: day, rule: ruleOfDay[day], versions: versions)
        }
        return CalendarTables(span: span, hours: hours, rules: rules)
    }

    /// One rule a day at most: the one of the lowest unit that says something about it.
    private static func rules(of versions: [CalendarVersion], in span: DaySpan) -> [DayRule] {
        var inForce: [DayNumber: DayRule] = [:]
        for rule in versions.flatMap(\.data.days) where span.contains(rule.day) {
            inForce[rule.day] = rule
        }
        return inForce.values.sorted { $0.day < $1.day }
    }

    private static func hours(
        of day: DayNumber, rule: DayRule?, versions: [CalendarVersion]
    ) -> DayHours {
        guard let rule else { return week(on: day, versions)[day.weekday] }
        if !rule.kind.works { return .closed }
        if let hours = rule.hours { return hours }
        let ofWeekday = week(on: day, versions)[day.weekday]
        if rule.kind == .ordinary || !ofWeekday.isClosed { return ofWeekday }
        // A Saturday worked in exchange keeps the hours of the day it stands for.
        if let pair = rule.pair {
            let ofPair = week(on: pair, versions)[pair.weekday]
            if !ofPair.isClosed { return ofPair }
        }
        return week(on: day, versions).monday
    }

    /// The week of the lowest unit that has one for the day; of its rules the latest to begin.
    private static func week(on day: DayNumber, _ versions: [CalendarVersion]) -> WeekHours {
        for version in versions.reversed() {
            let holding = version.data.hours.filter { $0.holds(on: day) }
            if let latest = holding.max(by: { $0.from < $1.from }) { return latest.week }
        }
        return WeekHours(weekdays: .closed)
    }
}
