// Dates, times left and numbers the way people of an office say and write them.

import WorkTime

extension Site.Frame {
    /// `Thứ Năm 18/07/2019` or `Thu 18/07/2019`.
    public func day(_ day: DayNumber) -> String {
        "\(text("word.weekday.\(day.weekday.rawValue)")) \(shortDay(day))/\(day.year)"
    }

    /// `18/07`.
    public func shortDay(_ day: DayNumber) -> String {
        "\(Self.two(day.day))/\(Self.two(day.month))"
    }

    /// `09:40, 18/07/2019`.
    public func moment(_ moment: LocalMinute) -> String {
        "\(clock(moment)), \(shortDay(moment.day))/\(moment.day.year)"
    }

    /// `09:40`.
    public func clock(_ moment: LocalMinute) -> String {
        "\(Self.two(moment.minuteOfDay / 60)):\(Self.two(moment.minuteOfDay % 60))"
    }

    /// Working minutes as days and hours of the office: `1 ngày 6 giờ`, `20 phút`.
    public func worked(workingMinutes: Int, minutesOfDay: Int = 480) -> String {
        let minutes = abs(workingMinutes)
        let days = minutes / minutesOfDay
        let hours = minutes % minutesOfDay / 60
        let rest = minutes % 60
        var parts: [String] = []
        if days > 0 { parts.append(text("word.days", String(days))) }
        if hours > 0 { parts.append(text("word.hours", String(hours))) }
        if rest > 0, days == 0 { parts.append(text("word.minutes", String(rest))) }
        return parts.isEmpty ? text("word.minutes", "0") : parts.joined(separator: " ")
    }

    /// `7.114` in Vietnamese, `7,114` in English.
    public func number(_ value: Int) -> String {
        let digits = String(value.magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 {
                grouped.append(language == .vi ? "." : ",")
            }
            grouped.append(digit)
        }
        return (value < 0 ? "-" : "") + grouped
    }

    /// A share in percent with two digits, `95,61 %`; a dash without a base.
    public func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let hundredths = (part * 20_000 + whole) / (2 * whole)
        let sign = language == .vi ? "," : "."
        return "\(hundredths / 100)\(sign)\(Self.two(hundredths % 100)) %"
    }

    private static func two(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
