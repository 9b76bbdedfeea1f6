// The written forms of a term: one for files, one for people.

extension Term: CustomStringConvertible {
    /// The unit as files write it.
    public var unit: String {
        switch self {
        case .workingMinutes: "working_minutes"
        case .workingDays: "working_days"
        case .halfDays: "half_days"
        case .calendarDays: "calendar_days"
        case .sameDay: "same_day"
        }
    }

    /// `5 working_days`, `480 working_minutes`, `1 half_days`, `30 calendar_days`, `same_day`.
    public var text: String { self == .sameDay ? unit : "\(amount) \(unit)" }

    public var description: String { text }

    /// Reads what `text` writes. The singular of a unit and `working_hours` are read too.
    public init?(_ text: some StringProtocol) {
        if text == "same_day" {
            self = .sameDay
            return
        }
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let amount = Int(parts[0]), !parts[0].hasPrefix("+")
        else { return nil }
        self.init(amount: amount, unit: parts[1])
    }

    /// A number and a unit that stand in two fields of a file; nil for a unit not known.
    public init?(amount: Int, unit: some StringProtocol) {
        switch unit {
        case "working_minutes", "working_minute": self = .workingMinutes(amount)
        case "working_hours", "working_hour":
            let (minutes, overflow) = amount.multipliedReportingOverflow(by: 60)
            if overflow { return nil }
            self = .workingMinutes(minutes)
        case "working_days", "working_day": self = .workingDays(amount)
        case "half_days", "half_day": self = .halfDays(amount)
        case "calendar_days", "calendar_day": self = .calendarDays(amount)
        case "same_day" where amount == 0: self = .sameDay
        default: return nil
        }
    }

    /// `5 ngày làm việc`, `5 working days`.
    public var phrase: Bilingual {
        switch self {
        case .workingMinutes(let amount): Self.hours(amount)
        case .workingDays(let amount):
            Bilingual(vi: "\(amount) ngày làm việc", en: Self.count(amount, "working day"))
        case .halfDays(let amount):
            Bilingual(vi: "\(amount) buổi làm việc", en: Self.count(amount, "half working day"))
        case .calendarDays(let amount):
            Bilingual(vi: "\(amount) ngày", en: Self.count(amount, "calendar day"))
        case .sameDay: Bilingual(vi: "trong ngày", en: "the same day")
        }
    }

    private static func count(_ amount: Int, _ noun: String) -> String {
        amount == 1 ? "1 \(noun)" : "\(amount) \(noun)s"
    }

    private static func hours(_ minutes: Int) -> Bilingual {
        let whole = minutes / 60
        if minutes % 60 == 0, minutes != 0 {
            return Bilingual(vi: "\(whole) giờ làm việc", en: count(whole, "working hour"))
        }
        return Bilingual(vi: "\(minutes) phút làm việc", en: count(minutes, "working minute"))
    }
}

extension Term: Codable {
    public init(from decoder: any Decoder) throws {
        self = try ISOReader.value(from: decoder, shape: "5 working_days") { Term($0) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
