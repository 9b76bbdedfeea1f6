// What the two clocks of a dossier show.

/// How a dossier ended against its appointment (Circular 01/2018 Art. 13).
public enum Timeliness: String, CaseIterable, Hashable, Sendable, Codable {
    case early
    case onTime
    case late

    public var name: Bilingual {
        switch self {
        case .early: Bilingual(vi: "trước hạn", en: "early")
        case .onTime: Bilingual(vi: "đúng hạn", en: "on time")
        case .late: Bilingual(vi: "quá hạn", en: "late")
        }
    }
}

/// A time in which both clocks stood still: from the first open cause until no cause was open.
public struct ClockStop: Hashable, Sendable, Codable {
    public let begin: LocalMinute
    /// nil while the stop is open, and where the dossier ended inside it.
    public internal(set) var end: LocalMinute?
    /// Every cause that was open in it, in the order of opening.
    public internal(set) var causes: [String]
    public internal(set) var hasSupplement: Bool
}

public struct ClockReading: Hashable, Sendable, Codable {
    public let received: LocalMinute
    /// The moment printed on the receipt; nil while paused.
    public internal(set) var dueAt: LocalMinute?
    /// While paused, or where it ended inside a stop: the appointment from before the stop.
    public internal(set) var dueBeforeStop: LocalMinute?
    /// nil before the end.
    public internal(set) var timeliness: Timeliness?
    /// Working minutes without stops from receipt to end; nil before the end.
    public internal(set) var indexMinutes: Int?
    public internal(set) var isPaused = false
    public internal(set) var pausedSince: LocalMinute?
    /// The causes open now.
    public internal(set) var pausedBy: [String] = []
    public internal(set) var supplementCount = 0
    /// What ended both clocks.
    public internal(set) var end: ClockEvent?
    public internal(set) var stops: [ClockStop] = []
    /// It was late already when a stop began, so its date has stood still ever since.
    public internal(set) var isLateForGood = false
    /// The term runs to the end of the due day, not only to the minute printed.
    public let dueEndsWithDay: Bool

    /// The appointment date; nil while paused.
    public var due: DayNumber? { dueAt?.day }

    /// More than one supplement was asked for: the index counts the dossier as late.
    public var isLateByIndex: Bool { supplementCount > 1 }

    /// Late at the moment. A dossier that waits for the citizen is judged when the wait began, one
    /// that has ended when it ended.
    public func isLate(at now: LocalMinute) -> Bool {
        if let timeliness { return timeliness == .late }
        if isPaused || isLateForGood { return isLateForGood }
        guard let dueAt else { return false }
        return dueEndsWithDay ? now.day > dueAt.day : now > dueAt
    }

    /// Working minutes left until the printed moment, negative when it is over; nil while paused
    /// and after the end.
    public func remaining(
        at now: LocalMinute, in calendar: WorkCalendar
    ) throws(CalendarError) -> Int? {
        guard end == nil, let dueAt else { return nil }
        return try calendar.remaining(at: now, until: dueAt)
    }

    /// Working minutes on the index clock up to the moment, or up to the end if that came first.
    public func indexMinutes(
        through now: LocalMinute, in calendar: WorkCalendar
    ) throws(CalendarError) -> Int {
        let last = max(received, min(now, end?.at ?? now))
        var minutes = try calendar.workingMinutes(from: received, to: last)
        for stop in stops where stop.begin < last {
            let stopEnd = min(stop.end ?? last, last)
            minutes -= try calendar.workingMinutes(from: stop.begin, to: stopEnd)
        }
        return minutes
    }
}
