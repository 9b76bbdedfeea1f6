// Start here: the working calendar of a unit and what it answers about days.

/// A working calendar made from the statements of a chain of units, topmost first.
///
/// Every question about a day outside `span` throws `CalendarError.outside`.
public struct WorkCalendar: Sendable {
    /// The chain it was made from, topmost unit first.
    public let versions: [CalendarVersion]
    @usableFromInline let tables: CalendarTables

    /// Compiles the chain; throws where it says something twice, out of order or not at all.
    public init(_ versions: [CalendarVersion]) throws(CalendarDataError) {
        let span = try CalendarValidation.check(versions)
        self.init(trusted: versions, span: span)
    }

    /// For data of this module whose soundness its tests prove.
    init(trusted versions: [CalendarVersion], span: DaySpan) {
        self.versions = versions
        tables = CalendarInheritance.tables(versions, span: span)
    }

    /// The calendar of a child unit: everything holds that the child does not decide otherwise.
    public func inherited(by child: CalendarVersion) throws(CalendarDataError) -> WorkCalendar {
        try WorkCalendar(versions + [child])
    }

    @inlinable
    public var span: DaySpan { tables.span }

    /// The issues in force, `VN/1 Q3/2`: kept beside a printed date.
    public var label: String { versions.map(\.label).joined(separator: " ") }

    /// Position of a day in the tables.
    @inlinable
    func index(of day: DayNumber) throws(CalendarError) -> Int {
        let index = Int(day.rawValue) - tables.first
        if index < 0 || index >= tables.count { throw .outside(day, of: tables.span) }
        return index
    }

    /// True where the day has office hours.
    @inlinable
    public func isWorkingDay(_ day: DayNumber) throws(CalendarError) -> Bool {
        let index = try index(of: day)
        return tables.workdaysBefore[index] != tables.workdaysBefore[index + 1]
    }

    /// The n-th working day after the day, which itself does not count. For n = 0 the day itself
    /// or, on a day off, the next working day; for n < 0 the n-th working day before it.
    @inlinable
    public func day(
        _ n: Int, workingDaysAfter day: DayNumber
    ) throws(CalendarError) -> DayNumber {
        let index = try index(of: day)
        if n > 0 {
            let before = Int(tables.workdaysBefore[index + 1])
            if n <= tables.workdays.count - before { return tables.workdays[before + n - 1] }
            throw .outside(tables.span.last + 1, of: tables.span)
        }
        let before = Int(tables.workdaysBefore[index])
        if n < -before { throw .outside(tables.span.first - 1, of: tables.span) }
        if before + n < tables.workdays.count { return tables.workdays[before + n] }
        throw .outside(tables.span.last + 1, of: tables.span)
    }

    /// The same for many days at once; throws at the first that cannot be answered.
    @inlinable
    public func days(
        _ n: Int, workingDaysAfter days: [DayNumber]
    ) throws(CalendarError) -> [DayNumber] {
        try days.map { (start) throws(CalendarError) in try day(n, workingDaysAfter: start) }
    }

    /// The first working day after the day.
    @inlinable
    public func nextWorkingDay(after day: DayNumber) throws(CalendarError) -> DayNumber {
        try self.day(1, workingDaysAfter: day)
    }

    /// The day itself or, on a day off, the next working day.
    @inlinable
    public func workingDay(onOrAfter day: DayNumber) throws(CalendarError) -> DayNumber {
        try self.day(0, workingDaysAfter: day)
    }

    /// Working days d with `start < d <= end`; negative where the two stand the other way round.
    @inlinable
    public func workingDays(
        after start: DayNumber, through end: DayNumber
    ) throws(CalendarError) -> Int {
        let from = try index(of: start) + 1
        let to = try index(of: end) + 1
        return Int(tables.workdaysBefore[to]) - Int(tables.workdaysBefore[from])
    }
}

extension WorkCalendar: Hashable {
    public static func == (left: WorkCalendar, right: WorkCalendar) -> Bool {
        left.tables === right.tables || left.versions == right.versions
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(versions) }
}
