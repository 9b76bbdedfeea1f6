// The date of a mail: `Mon, 3 Jul 2017 09:00:00 +0700` (RFC 5322, 3.3).

import WorkTime

enum MailDate {
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func text(_ instant: Instant, in zone: ZoneOffset) -> String {
        let local = instant.local(in: zone)
        let day = local.day
        let seconds = instant.milliseconds / 1000 % 60
        let time = [local.minuteOfDay / 60, local.minuteOfDay % 60, Int((seconds + 60) % 60)]
        let offset = abs(zone.minutes)
        return "\(weekdays[day.weekday.rawValue - 1]), \(day.day) \(months[day.month - 1]) "
            + "\(day.year) \(time.map(two).joined(separator: ":")) "
            + "\(zone.minutes < 0 ? "-" : "+")\(two(offset / 60))\(two(offset % 60))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
