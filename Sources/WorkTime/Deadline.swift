// The appointment date of a term that runs without a stop.

/// Thrown where a date cannot be reckoned.
public enum DeadlineError: Error, Hashable, Sendable {
    case calendar(CalendarError)
    /// A term of no or of negative length.
    case termTooSmall(Term)

    public var sentence: Bilingual {
        switch self {
        case .calendar(let error): return error.sentence
        case .termTooSmall(let term):
            let text = term.text
            return Bilingual(
                vi: "Thời hạn \"\(text)\" quá ngắn: phải từ 1 trở lên; "
                    + "nếu trả kết quả ngay trong ngày thì ghi \"same_day\".",
                en: "The term \"\(text)\" is too short: it must be at least 1; "
                    + "for a result on the day itself write \"same_day\".")
        }
    }
}

/// Sums of terms. The clock of a dossier with stops is `DossierClock`.
public enum Deadline {
    /// The moment printed on the receipt: the close of office of the last day for terms in days,
    /// the exact minute for working minutes, the close of the half day for half days.
    ///
    /// - Parameters:
    ///   - received: the moment of acceptance; for terms in days only its date counts.
    ///   - cutoff: for `sameDay`: what comes later is due on the next working day.
    public static func due(
        _ term: Term, received: LocalMinute, calendar: WorkCalendar,
        cutoff: MinuteOfDay = .sameDayCutoff
    ) throws(DeadlineError) -> LocalMinute {
        let scale = try TermScale(term, calendar: calendar, cutoff: cutoff)
        do {
            return try scale.appointment(from: received).due
        } catch {
            throw .calendar(error)
        }
    }

    /// The same date with every line of the sum.
    public static func explain(
        _ term: Term, received: LocalMinute, calendar: WorkCalendar,
        cutoff: MinuteOfDay = .sameDayCutoff
    ) throws(DeadlineError) -> DeadlineExplanation {
        let scale = try TermScale(term, calendar: calendar, cutoff: cutoff)
        do {
            let appointment = try scale.appointment(from: received)
            let lines =
                try [scale.startLine(received)]
                + scale.countLines(from: received, to: appointment, amount: term)
            return DeadlineExplanation(due: appointment.due, lines: lines)
        } catch {
            throw .calendar(error)
        }
    }
}

/// A date and how it came about.
public struct DeadlineExplanation: Hashable, Sendable, Codable {
    public let due: LocalMinute
    /// In the order of the sum, the result last.
    public let lines: [ExplanationLine]
}
