// The days a sum leaves out or counts against the week, by name.

extension TermScale {
    /// Lines for weekends, holidays and exchanged days up to the end. Calendar days count them all,
    /// so for those only what lies between the last day and the working day after it is told.
    func skippedLines(
        from start: DayNumber, to appointment: Appointment
    ) throws(CalendarError) -> [ExplanationLine] {
        let end = appointment.due.day
        let lastDay = DayNumber(rawValue: Int32(clamping: appointment.target))
        let before = countsEveryDay ? lastDay - 1 : start
        let counted = DaySpan(before + 1, end)
        if counted.count == 0 { return [] }
        let working = try calendar.workingDays(after: before, through: end)
        let special = calendar.specialDays(in: counted)
        // What falls on a weekend takes no working day away, so it is told with the weekend.
        let off = special.filter {
            !$0.kind.works && (countsEveryDay || !$0.day.weekday.isWeekend)
        }
        let worked = special.filter { $0.kind.works && $0.day.weekday.isWeekend }
        let weekend = counted.count - working - off.count
        return weekendLine(weekend, counted) + holidayLines(off, counted)
            + workedLine(countsEveryDay ? [] : worked, counted)
    }

    private var countsEveryDay: Bool {
        if case .calendarDays = term { true } else { false }
    }

    private func weekendLine(_ count: Int, _ span: DaySpan) -> [ExplanationLine] {
        if count <= 0 { return [] }
        return [
            ExplanationLine(
                .weeklyRest, from: LocalMinute(startOf: span.first),
                to: LocalMinute(startOf: span.last), amount: .calendarDays(count),
                vi: "Không tính \(count) ngày nghỉ hằng tuần.",
                en: count == 1
                    ? "1 day of weekly rest is not counted."
                    : "\(count) days of weekly rest are not counted.")
        ]
    }

    private func holidayLines(_ days: [DayRule], _ span: DaySpan) -> [ExplanationLine] {
        let exchanged = days.filter { $0.kind == .swapOff }
        let holidays = days.filter { $0.kind != .swapOff }
        return offLine(.holidays, holidays, span) + offLine(.exchangedDays, exchanged, span)
    }

    private func offLine(
        _ rule: TimeRule, _ days: [DayRule], _ span: DaySpan
    ) -> [ExplanationLine] {
        if days.isEmpty { return [] }
        let names = days.map(\.phrase).joined(separator: ", ")
        return [
            ExplanationLine(
                rule, from: LocalMinute(startOf: span.first), to: LocalMinute(startOf: span.last),
                amount: .calendarDays(days.count), days: days,
                vi: "Không tính ngày nghỉ: \(names.vi).", en: "Days off not counted: \(names.en).")
        ]
    }

    private func workedLine(_ days: [DayRule], _ span: DaySpan) -> [ExplanationLine] {
        if days.isEmpty { return [] }
        let names = days.map(\.phrase).joined(separator: ", ")
        return [
            ExplanationLine(
                .exchangedDays, from: LocalMinute(startOf: span.first),
                to: LocalMinute(startOf: span.last), amount: .workingDays(days.count), days: days,
                vi: "Có tính ngày làm bù: \(names.vi).",
                en: "Days worked in exchange are counted: \(names.en).")
        ]
    }
}
