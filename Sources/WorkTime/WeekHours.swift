// Office hours: of a day, of a week, and since when they hold.

/// A part of a day in which the office is open; the opening minute is in, the closing one is out.
public struct OfficeInterval: Hashable, Sendable, Codable {
    public var open: MinuteOfDay
    public var close: MinuteOfDay

    public init(open: MinuteOfDay, close: MinuteOfDay) {
        self.open = open
        self.close = close
    }

    public var minutes: Int { max(0, close.minutes - open.minutes) }
}

/// The intervals of one day in their order, mostly morning and afternoon; empty on a day off.
public struct DayHours: Hashable, Sendable, Codable {
    public var intervals: [OfficeInterval]

    public init(_ intervals: [OfficeInterval]) { self.intervals = intervals }

    public static let closed = DayHours([])

    /// 08:00-12:00 and 13:30-17:30: eight hours, for units that have not set their own.
    public static let standard = DayHours([
        OfficeInterval(open: MinuteOfDay(trusted: 480), close: MinuteOfDay(trusted: 720)),
        OfficeInterval(open: MinuteOfDay(trusted: 810), close: MinuteOfDay(trusted: 1_050)),
    ])

    public var minutes: Int { intervals.reduce(0) { $0 + $1.minutes } }
    public var isClosed: Bool { intervals.isEmpty }

    /// In order, none empty, none touching the one before.
    var isOrdered: Bool {
        var previous: MinuteOfDay?
        for interval in intervals {
            if interval.close <= interval.open { return false }
            if let previous, interval.open <= previous { return false }
            previous = interval.close
        }
        return true
    }
}

/// The hours of the seven weekdays.
public struct WeekHours: Hashable, Sendable, Codable {
    public var monday: DayHours
    public var tuesday: DayHours
    public var wednesday: DayHours
    public var thursday: DayHours
    public var friday: DayHours
    public var saturday: DayHours
    public var sunday: DayHours

    public init(weekdays: DayHours, saturday: DayHours = .closed, sunday: DayHours = .closed) {
        monday = weekdays
        tuesday = weekdays
        wednesday = weekdays
        thursday = weekdays
        friday = weekdays
        self.saturday = saturday
        self.sunday = sunday
    }

    public subscript(weekday: Weekday) -> DayHours {
        get { self[keyPath: Self.path(weekday)] }
        set { self[keyPath: Self.path(weekday)] = newValue }
    }

    private static func path(_ weekday: Weekday) -> WritableKeyPath<WeekHours, DayHours> {
        switch weekday {
        case .monday: \.monday
        case .tuesday: \.tuesday
        case .wednesday: \.wednesday
        case .thursday: \.thursday
        case .friday: \.friday
        case .saturday: \.saturday
        case .sunday: \.sunday
        }
    }
}

/// Hours of the week with the days between which they hold.
public struct HoursRule: Hashable, Sendable, Codable {
    public var from: DayNumber
    /// The last day; nil for until further notice.
    public var through: DayNumber?
    public var week: WeekHours
    public var source: String

    public init(from: DayNumber, through: DayNumber? = nil, week: WeekHours, source: String) {
        self.from = from
        self.through = through
        self.week = week
        self.source = source
    }

    func holds(on day: DayNumber) -> Bool {
        from <= day && through.map { day <= $0 } ?? true
    }
}
