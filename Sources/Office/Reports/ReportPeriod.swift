// Periods of reports as addresses write them: `2017`, `2017-H1`, `2017-Q2`, `2017-06`.

import WorkTime

extension Reports {
    /// A year, a half, a quarter or a month.
    public struct Period: Hashable, Sendable {
        /// As addresses write it.
        public let text: String
        public let span: DaySpan
        public let name: Bilingual

        /// `nil` for a text that names no period.
        public init?(_ text: String) {
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            guard (1...2).contains(parts.count), parts.last != "", parts[0].count == 4,
                parts[0].allSatisfy({ ("0"..."9").contains($0) }), let year = Int(parts[0])
            else { return nil }
            let part = parts.count == 2 ? String(parts[1]) : ""
            guard let (first, count, name) = Self.months(part, year: year),
                let from = DayNumber(year: year, month: first, day: 1),
                let next = DayNumber(
                    year: first + count > 12 ? year + 1 : year,
                    month: first + count > 12 ? 1 : first + count, day: 1)
            else { return nil }
            self.text = text
            span = DaySpan(from, next - 1)
            self.name = name
        }

        private static func months(
            _ part: String, year: Int
        ) -> (first: Int, count: Int, name: Bilingual)? {
            switch part {
            case "": return (1, 12, Bilingual(vi: "Năm \(year)", en: "Year \(year)"))
            case "H1":
                return (
                    1, 6,
                    Bilingual(vi: "6 tháng đầu năm \(year)", en: "First half of \(year)")
                )
            case "H2":
                return (
                    7, 6,
                    Bilingual(vi: "6 tháng cuối năm \(year)", en: "Second half of \(year)")
                )
            case "Q1", "Q2", "Q3", "Q4":
                let number = Int(part.dropFirst()) ?? 1
                return (
                    number * 3 - 2, 3,
                    Bilingual(vi: "Quý \(number) năm \(year)", en: "Quarter \(number) of \(year)")
                )
            default:
                guard part.count == 2, part.allSatisfy({ ("0"..."9").contains($0) }),
                    let month = Int(part), (1...12).contains(month)
                else { return nil }
                return (
                    month, 1,
                    Bilingual(vi: "Tháng \(month) năm \(year)", en: "Month \(month) of \(year)")
                )
            }
        }

        /// What can be chosen on a day: the year, its halves, quarters and months, and last year.
        public static func choices(on day: DayNumber) -> [Period] {
            let months = (1...12).map { $0 < 10 ? "0\($0)" : "\($0)" }
            let texts =
                ["", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4"].map { "\(day.year)\($0)" }
                + months.map { "\(day.year)-\($0)" } + ["\(day.year - 1)"]
            return texts.compactMap { Period($0) }.filter { $0.span.first <= day }
        }
    }

    /// Why figures were not added up.
    public enum Rejection: Refusal, Hashable {
        case periodUnknown(String)
        case channelUnknown(String)
        case officeUnknown(String)
        case mayNotCompare
        case tooManyRows

        public var code: String { "reports.\(String(describing: self).prefix { $0 != "(" })" }

        public var isNotFound: Bool {
            switch self {
            case .officeUnknown, .mayNotCompare: true
            case .periodUnknown, .channelUnknown, .tooManyRows: false
            }
        }

        public var sentence: Bilingual {
            switch self {
            case .periodUnknown(let text):
                Bilingual(
                    vi: "Không hiểu kỳ “\(text)”. Hãy ghi như 2017, 2017-H1, 2017-Q2 hoặc 2017-06.",
                    en: "The period “\(text)” is not known. Write 2017, 2017-H1, 2017-Q2, 2017-06.")
            case .channelUnknown(let text):
                Bilingual(
                    vi: "Không có kênh nộp “\(text)”. Hãy chọn counter, online hoặc post.",
                    en: "There is no channel “\(text)”. Choose counter, online or post.")
            case .officeUnknown(let text):
                Bilingual(
                    vi: "Không có cơ quan “\(text)”, hoặc bạn không được xem số liệu của họ.",
                    en: "There is no office “\(text)”, or you may not see its figures.")
            case .mayNotCompare:
                Bilingual(
                    vi: "Bảng theo cán bộ dành cho lãnh đạo, trưởng đơn vị và người theo dõi số "
                        + "liệu.",
                    en: "Figures by officer are for leaders, heads and those who read figures.")
            case .tooManyRows:
                Bilingual(
                    vi: "Có hơn \(Reports.sheetMaximum) dòng. Hãy chọn một cơ quan.",
                    en: "There are more than \(Reports.sheetMaximum) rows. Choose one office.")
            }
        }
    }
}
