// The sum of a term in sentences: start, what is counted, what is left out, the end.

extension TermScale {
    /// When the term begins to run and by which rule.
    func startLine(_ start: LocalMinute) throws(CalendarError) -> ExplanationLine {
        let moment = start.phrase
        switch term {
        case .workingDays, .calendarDays:
            return ExplanationLine(
                .startsNextDay, from: start,
                vi: "Tiếp nhận lúc \(moment.vi); thời hạn tính từ ngày kế tiếp.",
                en: "Received at \(moment.en); the term is counted from the next day.")
        case .workingMinutes:
            return ExplanationLine(
                .startsAtOnce, from: start,
                vi: "Bắt đầu lúc \(moment.vi); thời hạn theo giờ tính ngay từ lúc đó.",
                en: "Begun at \(moment.en); a term in hours runs from that moment.")
        case .halfDays:
            return ExplanationLine(
                .halfDays, from: start,
                vi: "Tiếp nhận lúc \(moment.vi); thời hạn tính theo buổi làm việc.",
                en: "Received at \(moment.en); the term is counted in halves of working days.")
        case .sameDay:
            let inTime = try isInTime(start)
            return ExplanationLine(
                .sameDay, from: start,
                vi: "Tiếp nhận lúc \(moment.vi), "
                    + (inTime
                        ? "không sau \(cutoff): trả kết quả trong ngày."
                        : "sau \(cutoff) hoặc vào ngày nghỉ: trả vào ngày làm việc tiếp theo."),
                en: "Received at \(moment.en), "
                    + (inTime
                        ? "not after \(cutoff): handed back the same day."
                        : "after \(cutoff) or on a day off: handed back on the next working day."))
        }
    }

    /// What is counted and left out between the start and the end, then the end itself.
    func countLines(
        from start: LocalMinute, to appointment: Appointment, amount: Term
    ) throws(CalendarError) -> [ExplanationLine] {
        let due = appointment.due
        var lines: [ExplanationLine] = []
        if amount.amount > 0 {
            let phrase = amount.phrase
            lines.append(
                ExplanationLine(
                    startRule, from: start, to: due, amount: amount,
                    vi: "Cộng \(phrase.vi).", en: "Add \(phrase.en)."))
        }
        lines += movedLine(appointment)
        lines += try skippedLines(from: start.day, to: appointment)
        lines.append(endLine(due))
        return lines
    }

    private var startRule: TimeRule {
        switch term {
        case .workingDays, .calendarDays: .startsNextDay
        case .workingMinutes: .startsAtOnce
        case .halfDays: .halfDays
        case .sameDay: .sameDay
        }
    }

    private func movedLine(_ appointment: Appointment) -> [ExplanationLine] {
        guard case .calendarDays = term else { return [] }
        let end = DayNumber(rawValue: Int32(clamping: appointment.target))
        if end == appointment.due.day { return [] }
        return [
            ExplanationLine(
                .movesToWorkingDay, from: LocalMinute(startOf: end), to: appointment.due,
                vi: "Ngày cuối là \(end.phrase.vi), ngày nghỉ: "
                    + "chuyển sang ngày làm việc tiếp theo.",
                en: "The last day is \(end.phrase.en), a day off: "
                    + "moved on to the next working day.")
        ]
    }

    private func endLine(_ due: LocalMinute) -> ExplanationLine {
        let phrase = due.phrase
        if !term.endsWithDay {
            return ExplanationLine(
                term.amount == 0 ? startRule : .endsWithLastDay, to: due,
                vi: "Hạn: \(phrase.vi).", en: "Due at \(phrase.en).")
        }
        return ExplanationLine(
            .endsWithLastDay, to: due,
            vi: "Hẹn trả kết quả: \(phrase.vi), lúc hết giờ làm việc; "
                + "thời hạn kết thúc vào 24:00 ngày đó.",
            en: "Appointment: \(phrase.en), the close of office; "
                + "the term ends with that day at 24:00.")
    }
}
