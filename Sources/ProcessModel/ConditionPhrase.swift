// A condition as people read it: labels in place of keys.

import WorkTime

extension Condition {
    /// `“Loại” là “A” và “Số tầng” lớn hơn 3`.
    public func phrase(labels: [String: String]) -> Bilingual {
        func label(_ key: String) -> String { "“\(labels[key] ?? key)”" }
        switch self {
        case .compare(let key, let comparison, let value):
            let words = comparison.phrase
            let said = value.phrase
            return Bilingual(
                vi: "\(label(key)) \(words.vi) \(said.vi)",
                en: "\(label(key)) \(words.en) \(said.en)")
        case .isOneOf(let key, let values):
            let said = values.map(\.phrase)
            return Bilingual(
                vi: "\(label(key)) là " + said.map(\.vi).joined(separator: ", "),
                en: "\(label(key)) is " + said.map(\.en).joined(separator: ", "))
        case .isSet(let key):
            return Bilingual(vi: "\(label(key)) đã điền", en: "\(label(key)) is filled in")
        case .not(let inner):
            let words = inner.phrase(labels: labels)
            return Bilingual(vi: "không phải (\(words.vi))", en: "not (\(words.en))")
        case .all(let parts): return Self.joined(parts, labels, vi: " và ", en: " and ")
        case .any(let parts): return Self.joined(parts, labels, vi: " hoặc ", en: " or ")
        }
    }

    private static func joined(
        _ parts: [Condition], _ labels: [String: String], vi: String, en: String
    ) -> Bilingual {
        let words = parts.map { part -> Bilingual in
            let words = part.phrase(labels: labels)
            switch part {
            case .all, .any: return Bilingual(vi: "(\(words.vi))", en: "(\(words.en))")
            default: return words
            }
        }
        return Bilingual(
            vi: words.map(\.vi).joined(separator: vi), en: words.map(\.en).joined(separator: en))
    }
}

extension Condition.Comparison {
    fileprivate var phrase: Bilingual {
        switch self {
        case .equal: Bilingual(vi: "là", en: "is")
        case .notEqual: Bilingual(vi: "không là", en: "is not")
        case .less: Bilingual(vi: "nhỏ hơn", en: "is less than")
        case .lessOrEqual: Bilingual(vi: "không quá", en: "is at most")
        case .greater: Bilingual(vi: "lớn hơn", en: "is more than")
        case .greaterOrEqual: Bilingual(vi: "từ", en: "is at least")
        }
    }
}

extension FieldValue {
    fileprivate var phrase: Bilingual {
        switch self {
        case .text(let text): Bilingual(vi: "“\(text)”", en: "“\(text)”")
        case .number: Bilingual(vi: text, en: text)
        case .boolean(let flag): Bilingual(vi: flag ? "có" : "không", en: flag ? "yes" : "no")
        }
    }
}
