// Terms and times of steps in YAML: `15 working_days`, `11.5 working_days`, `same_day`, or the
// units as offices say them, `15 ngày làm việc`.

import ProcessModel
import WorkTime

enum TermYAML {
    static let withinTotal = "within_total"

    static func term(_ text: String) -> Term? {
        // No days is no half day: the step is done in the half day it is reached in.
        if let term = Term(text), (0...ExactDecimal.wholeMaximum).contains(term.amount) {
            return term == .workingDays(0) ? .halfDays(0) : term
        }
        if text == TermColumns.sameDay { return .sameDay }
        guard let mark = text.firstIndex(of: " "),
            let number = ExactDecimal(String(text[..<mark]))
        else { return nil }
        let unit = String(text[text.index(after: mark)...]).trimmed
        return TermColumns.term(number, unit: names[unit] ?? unit)
    }

    private static let names = [
        "working_days": TermColumns.workingDay, "working_day": TermColumns.workingDay,
        "working_hours": TermColumns.hour, "working_hour": TermColumns.hour,
        "calendar_days": TermColumns.calendarDay, "calendar_day": TermColumns.calendarDay,
        "half_days": TermColumns.halfDay, "half_day": TermColumns.halfDay,
        "working_minutes": TermColumns.minute, "working_minute": TermColumns.minute,
    ]

    /// Reads back as the same term.
    static func text(of term: Term) -> String {
        switch term {
        case .halfDays(0): "0 working_days"
        case .halfDays(let halves) where halves > 0 && halves % 2 == 1:
            "\(halves / 2).5 working_days"
        default: term.text
        }
    }

    static func time(_ text: String) -> StepTime? {
        text == withinTotal || text == "trong tổng thời hạn"
            ? .withinTotal : term(text).map(StepTime.term)
    }

    static func text(of time: StepTime) -> String {
        switch time {
        case .withinTotal: withinTotal
        case .term(let term): text(of: term)
        }
    }
}

extension YAMLFields {
    func term(_ key: String, into report: inout FileReport) -> Term? {
        guard let tree = self[key], let text = report.text(of: tree) else { return nil }
        if let term = TermYAML.term(text) { return term }
        report.term(text, line: tree.line)
        return nil
    }

    func time(_ key: String, into report: inout FileReport) -> StepTime? {
        guard let tree = self[key], let text = report.text(of: tree) else { return nil }
        if let time = TermYAML.time(text) { return time }
        report.term(text, line: tree.line)
        return nil
    }

    func day(_ key: String, into report: inout FileReport) -> DayNumber? {
        guard let tree = self[key], let text = report.text(of: tree) else { return nil }
        if let day = DayNumber(text) { return day }
        report.add(
            .yamlValue, line: tree.line,
            Bilingual(
                vi: "“\(text)” không phải là một ngày", en: "“\(text)” is no date"),
            mend: Bilingual(
                vi: "ghi năm-tháng-ngày, ví dụ 2017-08-01",
                en: "write year-month-day, for example 2017-08-01"))
        return nil
    }
}

extension FileReport {
    fileprivate mutating func term(_ text: String, line: Int) {
        add(
            .yamlValue, line: line,
            Bilingual(
                vi: "không hiểu thời gian “\(text)”", en: "the time “\(text)” is not understood"),
            mend: Bilingual(
                vi: "ghi “5 working_days”, “0.5 working_days”, “4 working_hours”, "
                    + "“30 calendar_days”, “same_day”; ở bước còn có “within_total”",
                en: "write “5 working_days”, “0.5 working_days”, “4 working_hours”, "
                    + "“30 calendar_days”, “same_day”; for a step also “within_total”"))
    }
}
