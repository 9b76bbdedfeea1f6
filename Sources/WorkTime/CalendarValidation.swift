// Checks that calendar data can be compiled: everything said once, in order, inside the span.

enum CalendarValidation {
    /// A table of this many days still counts its minutes in 32 bits.
    static let daysMaximum = 73_050

    /// The span of the whole chain, which runs from the topmost unit to the unit itself.
    static func span(of versions: [CalendarVersion]) throws(CalendarDataError) -> DaySpan {
        guard var span = versions.first?.data.span else { throw .spanMissing }
        for version in versions {
            let own = version.data.span ?? span
            if own.count == 0 || own.count > daysMaximum { throw .spanImpossible(own) }
            if !span.contains(own) { throw .spanBeyondParent(unit: version.unit, own) }
            span = own
        }
        return span
    }

    static func check(
        _ versions: [CalendarVersion]
    ) throws(CalendarDataError) -> DaySpan {
        let span = try span(of: versions)
        var inherited = span
        for version in versions {
            inherited = version.data.span ?? inherited
            try checkHours(of: version)
            try checkDays(of: version, in: inherited)
        }
        try checkCoverage(of: versions, in: span)
        return span
    }

    private static func checkHours(of version: CalendarVersion) throws(CalendarDataError) {
        for rule in version.data.hours
        where !Weekday.allCases.allSatisfy({ rule.week[$0].isOrdered }) {
            throw .hoursDisordered(unit: version.unit, from: rule.from)
        }
        for rule in version.data.days where rule.hours?.isOrdered == false {
            throw .hoursDisordered(unit: version.unit, from: rule.day)
        }
    }

    private static func checkDays(
        of version: CalendarVersion, in span: DaySpan
    ) throws(CalendarDataError) {
        var seen: Set<DayNumber> = []
        for rule in version.data.days {
            if !span.contains(rule.day) { throw .dayOutsideSpan(unit: version.unit, rule.day) }
            if !seen.insert(rule.day).inserted {
                throw .dayRuledTwice(unit: version.unit, rule.day)
            }
        }
    }

    private static func checkCoverage(
        of versions: [CalendarVersion], in span: DaySpan
    ) throws(CalendarDataError) {
        let rules = versions.flatMap(\.data.hours)
        for raw in span.first.rawValue...span.last.rawValue {
            let day = DayNumber(rawValue: raw)
            if !rules.contains(where: { $0.holds(on: day) }) { throw .hoursMissing(day) }
        }
    }
}
