// One line of a sum that can be shown to anybody: what was counted, from when to when, and why.

/// A line of an explanation.
public struct ExplanationLine: Hashable, Sendable, Codable {
    public var rule: TimeRule
    public var from: LocalMinute?
    public var to: LocalMinute?
    /// What the line counts: days that were counted or left out, minutes that ran.
    public var amount: Term?
    /// The special days the line names.
    public var days: [DayRule]
    public var sentence: Bilingual

    public init(
        _ rule: TimeRule, from: LocalMinute? = nil, to: LocalMinute? = nil, amount: Term? = nil,
        days: [DayRule] = [], vi: String, en: String
    ) {
        self.rule = rule
        self.from = from
        self.to = to
        self.amount = amount
        self.days = days
        sentence = Bilingual(vi: vi, en: en)
    }

    public var article: Bilingual { rule.article }
    public var confidence: RuleConfidence { rule.confidence }

    /// The weakest confidence among the days named.
    public var dayConfidence: DayConfidence {
        if days.contains(where: { $0.confidence == .projection }) { return .projection }
        if days.contains(where: { $0.confidence == .unconfirmed }) { return .unconfirmed }
        return .confirmed
    }
}

extension DayNumber {
    /// `thứ Hai ngày 03/07/2017`, `Monday 2017-07-03`.
    public var phrase: Bilingual {
        let weekday = weekday.name
        return Bilingual(
            vi: "\(weekday.vi) ngày \(civil.officeText)", en: "\(weekday.en) \(text)")
    }
}

extension LocalMinute {
    /// `09:00 thứ Hai ngày 03/07/2017`, `09:00 on Monday 2017-07-03`.
    public var phrase: Bilingual {
        let day = day.phrase
        return Bilingual(vi: "\(time) \(day.vi)", en: "\(time) on \(day.en)")
    }
}
