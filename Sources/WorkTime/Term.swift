// How much time a step or a procedure has, in the unit in which the law or the office gives it.

/// A term. Codable as its text (`"5 working_days"`).
public enum Term: Hashable, Sendable {
    /// Minutes inside office hours; counting starts at once (Civil Code 2015 Art. 147).
    case workingMinutes(Int)
    /// Working days; the day of receipt does not count (Civil Code 2015 Art. 147).
    case workingDays(Int)
    /// Halves of working days, morning and afternoon.
    case halfDays(Int)
    /// Days of the calendar, moved on to a working day where they end on a day off
    /// (Civil Code 2015 Art. 148).
    case calendarDays(Int)
    /// The day of receipt; after the cut-off the next working day.
    case sameDay

    /// The number in front of the unit; 0 for `sameDay`.
    public var amount: Int {
        switch self {
        case .workingMinutes(let amount), .workingDays(let amount), .halfDays(let amount),
            .calendarDays(let amount):
            amount
        case .sameDay: 0
        }
    }

    /// Day terms end with their day; the others end at a minute.
    public var endsWithDay: Bool {
        switch self {
        case .workingDays, .calendarDays, .sameDay: true
        case .workingMinutes, .halfDays: false
        }
    }

    /// The least amount that makes sense: no days is `sameDay`, no halves is the half of receipt.
    var isPossible: Bool {
        switch self {
        case .workingMinutes(let amount), .workingDays(let amount), .calendarDays(let amount):
            amount >= 1
        case .halfDays(let amount): amount >= 0
        case .sameDay: true
        }
    }
}
