// The rules by which time is reckoned, each with its article and how far it is confirmed.

/// How firmly a rule stands.
public enum RuleConfidence: String, CaseIterable, Hashable, Sendable, Codable {
    /// An article of law, read.
    case law
    /// Seen in the practice of offices.
    case practice
    /// Known, the text has not been read.
    case common
    /// A choice of this system where the law says nothing.
    case design

    public var name: Bilingual {
        switch self {
        case .law: Bilingual(vi: "theo luật", en: "law")
        case .practice: Bilingual(vi: "theo thực tế", en: "practice")
        case .common: Bilingual(vi: "hiểu biết chung, chưa xác nhận", en: "common knowledge")
        case .design: Bilingual(vi: "quy ước của hệ thống", en: "convention of the system")
        }
    }
}

/// A key that every line of an explanation carries.
public enum TimeRule: String, CaseIterable, Hashable, Sendable, Codable {
    case startsNextDay = "starts-next-day"
    case startsAtOnce = "starts-at-once"
    case endsWithLastDay = "ends-with-last-day"
    case movesToWorkingDay = "moves-to-working-day"
    case sameDay = "same-day"
    case halfDays = "half-days"
    case weeklyRest = "weekly-rest"
    case holidays = "holidays"
    case exchangedDays = "exchanged-days"
    case restartsAfterSupplement = "restarts-after-supplement"
    case resumesAfterSupplement = "resumes-after-supplement"
    case pausesForDuty = "pauses-for-duty"
    case lateStaysLate = "late-stays-late"
    case endedInsideStop = "ended-inside-stop"
    case ends = "ends"
    case classes = "classes"
    case indexSubtractsStops = "index-subtracts-stops"
    case oneSupplement = "one-supplement"

    public var confidence: RuleConfidence {
        switch self {
        case .startsNextDay, .startsAtOnce, .endsWithLastDay, .movesToWorkingDay, .sameDay,
            .holidays, .restartsAfterSupplement, .classes, .oneSupplement:
            .law
        case .halfDays, .pausesForDuty, .ends, .indexSubtractsStops, .endedInsideStop: .practice
        case .weeklyRest, .exchangedDays: .common
        case .resumesAfterSupplement, .lateStaysLate: .design
        }
    }

    /// The article, or where the rule comes from.
    public var article: Bilingual {
        switch self {
        case .startsNextDay, .startsAtOnce: Self.civilCode(147)
        case .endsWithLastDay, .movesToWorkingDay: Self.civilCode(148)
        case .sameDay:
            Bilingual(
                vi: "Luật Hộ tịch 2014, khoản 3 Điều 5; Nghị định 23/2015/NĐ-CP, Điều 7",
                en: "Civil Status Law 2014, Art. 5(3); Decree 23/2015, Art. 7")
        case .halfDays:
            Bilingual(vi: "Thực tế một cửa cấp huyện", en: "Practice of district offices")
        case .weeklyRest:
            Bilingual(vi: "Quyết định 188/1999/QĐ-TTg", en: "Decision 188/1999/QĐ-TTg")
        case .holidays:
            Bilingual(vi: "Bộ luật Lao động 2019, Điều 112", en: "Labour Code 2019, Art. 112")
        case .exchangedDays:
            Bilingual(
                vi: "Thông báo hoán đổi ngày làm việc của năm",
                en: "Yearly notice on exchanged working days")
        case .restartsAfterSupplement: Self.decree61(vi: "khoản 4 Điều 19", en: "Art. 19(4)")
        case .resumesAfterSupplement, .lateStaysLate:
            Bilingual(vi: "Quy ước của hệ thống", en: "Convention of the system")
        case .pausesForDuty:
            Bilingual(vi: "Quy trình nội bộ về đất đai", en: "Internal procedures on land")
        case .ends, .indexSubtractsStops, .endedInsideStop:
            Bilingual(vi: "Bộ chỉ số 766", en: "Index set 766")
        case .classes:
            Bilingual(
                vi: "Thông tư 01/2018/TT-VPCP, Điều 13", en: "Circular 01/2018/TT-VPCP, Art. 13")
        case .oneSupplement: Self.decree61(vi: "khoản 3 Điều 15", en: "Art. 15(3)")
        }
    }

    private static func civilCode(_ article: Int) -> Bilingual {
        Bilingual(
            vi: "Bộ luật Dân sự 2015, Điều \(article)", en: "Civil Code 2015, Art. \(article)")
    }

    private static func decree61(vi: String, en: String) -> Bilingual {
        Bilingual(vi: "Nghị định 61/2018/NĐ-CP, \(vi)", en: "Decree 61/2018, \(en)")
    }
}
