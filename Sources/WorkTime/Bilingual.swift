// A text in the two languages of the product: Vietnamese first, English second.

/// The languages a page can be shown in.
public enum Language: String, CaseIterable, Hashable, Sendable, Codable {
    case vi
    case en
}

/// One text said twice. Neither side is a translation key: both are whole sentences or names.
public struct Bilingual: Hashable, Sendable, Codable {
    public var vi: String
    public var en: String

    public init(vi: String, en: String) {
        self.vi = vi
        self.en = en
    }

    public subscript(language: Language) -> String {
        switch language {
        case .vi: vi
        case .en: en
        }
    }

    public static func + (left: Bilingual, right: Bilingual) -> Bilingual {
        Bilingual(vi: left.vi + right.vi, en: left.en + right.en)
    }
}

extension Sequence where Element == Bilingual {
    /// The texts in their order with a separator between them.
    public func joined(separator: String) -> Bilingual {
        Bilingual(
            vi: map(\.vi).joined(separator: separator), en: map(\.en).joined(separator: separator))
    }
}
