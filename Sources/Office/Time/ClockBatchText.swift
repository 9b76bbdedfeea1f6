// `roviec clock`: the events of a dossier become its appointment date, its class and its index
// minutes.

import WorkTime

/// One dossier: its term and what happened to it.
public struct ClockQuestion: Decodable, Sendable {
    public var term: Term
    public var events: [ClockEvent]

    private enum CodingKeys: String, CodingKey {
        case term, unit, events
    }

    public init(term: Term, events: [ClockEvent]) {
        self.term = term
        self.events = events
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let unit = try fields.decode(String.self, forKey: .unit)
        // A term of the same day has no number.
        let amount = unit == "same_day" ? 0 : try fields.whole(forKey: .term)
        guard let term = Term(amount: amount, unit: unit) else {
            throw DecodingError.dataCorruptedError(
                forKey: .unit, in: fields,
                debugDescription: "\(unit.prefix(40)): \(Self.units.joined(separator: ", "))")
        }
        self.term = term
        events = try fields.decode([ClockEvent].self, forKey: .events)
    }

    static let units = [
        "working_day", "calendar_day", "half_day", "working_hour", "working_minute", "same_day",
    ]
}

/// Answers each line with `due`, `class`, `indexMinutes` and `paused`, in this order.
public enum ClockBatch {
    public static func batch(calendar: WorkCalendar = .vietnam) -> LineBatch {
        LineBatch { (line) throws(LineFlaw) in try answer(line, calendar: calendar) }
    }

    static func answer(
        _ line: ArraySlice<UInt8>, calendar: WorkCalendar
    ) throws(LineFlaw) -> String {
        let question = try LineReading.value(ClockQuestion.self, from: line)
        do {
            let reading = try DossierClock.read(
                question.events, policy: ClockPolicy(term: question.term), calendar: calendar)
            return answer(reading)
        } catch {
            throw LineFlaw(error.sentence)
        }
    }

    /// What is not known yet is `null`: the date while paused, class and minutes before the end.
    public static func answer(_ reading: ClockReading) -> String {
        let due = reading.dueAt.map { reading.dueEndsWithDay ? $0.day.text : $0.text }
        let minutes = reading.indexMinutes.map(String.init) ?? "null"
        return "{\"due\": \(JSONLine.optional(due)), "
            + "\"class\": \(JSONLine.optional(reading.timeliness?.rawValue)), "
            + "\"indexMinutes\": \(minutes), \"paused\": \(reading.isPaused)}"
    }
}
