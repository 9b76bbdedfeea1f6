// One dated exception from the week: a holiday, a day exchanged, a unit's own closure.

/// Why a day differs from the others of its weekday.
public enum DayKind: String, CaseIterable, Hashable, Sendable, Codable {
    /// The holiday itself (Labour Code 2019 Art. 112).
    case statutory
    /// A weekday off in place of a holiday on a weekend, or a Tết day set by the Prime Minister.
    case compensatoryOff = "compensatory_off"
    /// A weekday off, worked for on another day.
    case swapOff = "swap_off"
    /// The day, mostly a Saturday, worked in exchange.
    case swapWork = "swap_work"
    /// A day on which the unit is closed by its own decision.
    case closure
    /// A day off on which the unit works by its own decision, or a day with other hours.
    case opening
    /// Takes back what the parent unit says about the day: the hours of the week hold again.
    case ordinary

    /// False where nobody works on the day.
    public var works: Bool {
        switch self {
        case .statutory, .compensatoryOff, .swapOff, .closure: false
        case .swapWork, .opening, .ordinary: true
        }
    }

    public var name: Bilingual {
        switch self {
        case .statutory: Bilingual(vi: "nghỉ lễ", en: "public holiday")
        case .compensatoryOff: Bilingual(vi: "nghỉ bù", en: "day off in lieu")
        case .swapOff: Bilingual(vi: "nghỉ hoán đổi", en: "day off by exchange")
        case .swapWork: Bilingual(vi: "làm bù", en: "worked in exchange")
        case .closure: Bilingual(vi: "đơn vị nghỉ", en: "closed by the unit")
        case .opening: Bilingual(vi: "đơn vị làm việc", en: "opened by the unit")
        case .ordinary: Bilingual(vi: "như ngày thường", en: "as any other day")
        }
    }
}

/// How sure a dated fact is. Shown wherever a sum rests on it.
public enum DayConfidence: String, CaseIterable, Hashable, Sendable, Codable {
    /// Stands in a published decision.
    case confirmed
    /// Reported, the decision has not been seen.
    case unconfirmed
    /// Derived from the general rules before any decision.
    case projection

    public var name: Bilingual {
        switch self {
        case .confirmed: Bilingual(vi: "đã xác nhận", en: "confirmed")
        case .unconfirmed: Bilingual(vi: "chưa xác nhận", en: "unconfirmed")
        case .projection: Bilingual(vi: "dự kiến", en: "projected")
        }
    }
}

/// What a calendar says about one date.
public struct DayRule: Hashable, Sendable, Codable {
    public var day: DayNumber
    public var kind: DayKind
    public var name: Bilingual
    /// Hours of a working day that differ from those of the week; ignored on a day off.
    public var hours: DayHours?
    /// The other day of an exchange.
    public var pair: DayNumber?
    /// Where the fact stands: number of the decision, or a reference.
    public var source: String
    public var confidence: DayConfidence

    public init(
        day: DayNumber, kind: DayKind, name: Bilingual, hours: DayHours? = nil,
        pair: DayNumber? = nil, source: String, confidence: DayConfidence = .confirmed
    ) {
        self.day = day
        self.kind = kind
        self.name = name
        self.hours = hours
        self.pair = pair
        self.source = source
        self.confidence = confidence
    }

    /// `04/09/2017 Quốc khánh (nghỉ bù)`, with the mark of confidence where it is not confirmed.
    public var phrase: Bilingual {
        let dated = Bilingual(
            vi: "\(day.civil.officeText) \(name.vi)", en: "\(day.text) \(name.en)")
        if confidence == .confirmed { return dated }
        let mark = confidence.name
        return dated + Bilingual(vi: " (\(mark.vi))", en: " (\(mark.en))")
    }
}
