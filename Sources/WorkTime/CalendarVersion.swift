// What a unit has decided about its working time, as dated data that a child unit inherits.

/// The statements of one unit. What it leaves open, its parent unit decides.
public struct CalendarData: Hashable, Sendable, Codable {
    /// The days the calendar answers for; nil takes over the parent's.
    public var span: DaySpan?
    /// Of several rules that hold on a day, the one that began last counts.
    public var hours: [HoursRule]
    /// At most one rule a day; it replaces the parent's rule for that day.
    public var days: [DayRule]

    public init(span: DaySpan? = nil, hours: [HoursRule] = [], days: [DayRule] = []) {
        self.span = span
        self.hours = hours
        self.days = days
    }
}

/// One issue of a unit's calendar. A change makes a new issue; an issue is never altered, so that
/// a printed date can always be traced to the calendar it was reckoned with.
public struct CalendarVersion: Hashable, Sendable, Codable {
    /// The unit's identifier.
    public var unit: String
    /// 1 for the first issue.
    public var issue: Int
    public var name: Bilingual
    /// The day on which it was decided.
    public var decided: DayNumber
    /// The decision it rests on.
    public var basis: String
    public var data: CalendarData

    public init(
        unit: String, issue: Int, name: Bilingual, decided: DayNumber, basis: String,
        data: CalendarData
    ) {
        self.unit = unit
        self.issue = issue
        self.name = name
        self.decided = decided
        self.basis = basis
        self.data = data
    }

    /// `VN/1`: what a record of a sum keeps.
    public var label: String { "\(unit)/\(issue)" }
}
