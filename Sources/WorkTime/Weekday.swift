// The seven days of the week with their names in both languages.

/// Monday is 1, Sunday is 7, as in ISO 8601.
public enum Weekday: Int, CaseIterable, Hashable, Sendable, Codable {
    case monday = 1
    case tuesday
    case wednesday
    case thursday
    case friday
    case saturday
    case sunday

    public var isWeekend: Bool { self == .saturday || self == .sunday }

    public var name: Bilingual {
        switch self {
        case .monday: Bilingual(vi: "thứ Hai", en: "Monday")
        case .tuesday: Bilingual(vi: "thứ Ba", en: "Tuesday")
        case .wednesday: Bilingual(vi: "thứ Tư", en: "Wednesday")
        case .thursday: Bilingual(vi: "thứ Năm", en: "Thursday")
        case .friday: Bilingual(vi: "thứ Sáu", en: "Friday")
        case .saturday: Bilingual(vi: "thứ Bảy", en: "Saturday")
        case .sunday: Bilingual(vi: "Chủ nhật", en: "Sunday")
        }
    }
}
