// `roviec deadline`: a rule, a moment of receipt and a limit become a date.

import Foundation
import WorkTime

/// The rules by which a limit is counted, as files name them.
public enum DeadlineRule: String, CaseIterable, Hashable, Sendable, Codable {
    case workingDay = "working_day"
    /// Days of the calendar; the end moves on to a working day (Civil Code 2015 Art. 148).
    case calendarDayRolled = "calendar_day_rolled"
    /// The day of receipt; after 15:00 the next working day. Has no limit.
    case sameDay = "same_day_15h"
    case workingMinutes = "working_minutes"

    public func term(limit: Int) -> Term {
        switch self {
        case .workingDay: .workingDays(limit)
        case .calendarDayRolled: .calendarDays(limit)
        case .sameDay: .sameDay
        case .workingMinutes: .workingMinutes(limit)
        }
    }
}

/// One question: when is it due?
public struct DeadlineQuestion: Decodable, Sendable {
    public var rule: DeadlineRule
    public var received: LocalMinute
    public var limit: Int
    /// The line carries a date already; it is replaced.
    var hasDue = false

    public init(rule: DeadlineRule, received: LocalMinute, limit: Int) {
        self.rule = rule
        self.received = received
        self.limit = limit
    }

    private enum CodingKeys: String, CodingKey {
        case rule, received, limit, due
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let name = try fields.decode(String.self, forKey: .rule)
        guard let rule = DeadlineRule(rawValue: name) else {
            let known = DeadlineRule.allCases.map(\.rawValue).joined(separator: ", ")
            throw DecodingError.dataCorruptedError(
                forKey: .rule, in: fields, debugDescription: "\(name.prefix(40)): \(known)")
        }
        self.rule = rule
        received = try fields.decode(LocalMinute.self, forKey: .received)
        limit = rule == .sameDay ? 0 : try fields.whole(forKey: .limit)
        hasDue = fields.contains(.due)
    }

    /// A date for rules that count days, date and time for working minutes.
    public func due(calendar: WorkCalendar) throws(DeadlineError) -> String {
        let term = rule.term(limit: limit)
        let due = try Deadline.due(term, received: received, calendar: calendar)
        return term.endsWithDay ? due.day.text : due.text
    }

    public func explanation(
        calendar: WorkCalendar
    ) throws(DeadlineError) -> DeadlineExplanation {
        try Deadline.explain(rule.term(limit: limit), received: received, calendar: calendar)
    }
}

/// Answers each line with the same object and `due` added behind its last value.
public enum DeadlineBatch {
    public static func batch(calendar: WorkCalendar = .vietnam) -> LineBatch {
        LineBatch { (line) throws(LineFlaw) in try answer(line, calendar: calendar) }
    }

    static func answer(
        _ line: ArraySlice<UInt8>, calendar: WorkCalendar
    ) throws(LineFlaw) -> String {
        let question = try LineReading.value(DeadlineQuestion.self, from: line)
        let due: String
        do {
            due = try question.due(calendar: calendar)
        } catch {
            throw LineFlaw(error.sentence)
        }
        if question.hasDue { return try replacing(due, in: line) }
        // The reader has taken it for an object, so its last byte but white space is the brace.
        guard let brace = line.lastIndex(of: UInt8(ascii: "}")) else { throw notAnObject }
        return String(decoding: line[..<brace], as: UTF8.self) + ", \"due\": \"\(due)\"}"
    }

    private static func replacing(
        _ due: String, in line: ArraySlice<UInt8>
    ) throws(LineFlaw) -> String {
        do {
            let object = try JSONSerialization.jsonObject(with: Data(line))
            guard var fields = object as? [String: Any] else { throw notAnObject }
            fields["due"] = due
            let bytes = try JSONSerialization.data(
                withJSONObject: fields, options: [.sortedKeys, .withoutEscapingSlashes])
            return String(decoding: bytes, as: UTF8.self)
        } catch {
            throw notAnObject
        }
    }

    private static let notAnObject = LineFlaw(
        vi: "không phải một đối tượng JSON.", en: "not a JSON object.")
}
