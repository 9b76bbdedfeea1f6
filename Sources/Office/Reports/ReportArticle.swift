// The figures that a newspaper printed about the first half of 2017, beside those the records give.

import WorkTime

extension Reports {
    /// One printed figure and the same figure out of the records.
    public struct ArticleFigure: Hashable, Sendable, Encodable {
        /// Key of its name in the texts: `received`, `districtOnline`, …
        public var key: String
        public var name: Bilingual
        /// As printed.
        public var published: String
        /// Counted from the records; a share in percent with two decimals.
        public var recomputed: String
        /// Numerator and denominator of a share: `894/935`.
        public var base: String?
        public var agrees: Bool { published == recomputed }

        enum CodingKeys: String, CodingKey {
            case key, name, published, recomputed, base, agrees
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(key, forKey: .key)
            try fields.encode(name, forKey: .name)
            try fields.encode(published, forKey: .published)
            try fields.encode(recomputed, forKey: .recomputed)
            try fields.encode(base, forKey: .base)
            try fields.encode(agrees, forKey: .agrees)
        }
    }

    public struct Article: Hashable, Sendable, Encodable {
        public var from: DayNumber
        public var through: DayNumber
        public var figures: [ArticleFigure]
        public var agrees: Bool

        init(period: DaySpan, district: Sums, wards: Sums) {
            from = period.first
            through = period.last
            let all = (district + wards).received
            figures = [
                ArticleFigure(
                    key: "received",
                    name: Bilingual(vi: "Hồ sơ đã tiếp nhận", en: "Dossiers received"),
                    published: "7114", recomputed: "\(all)"),
                ArticleFigure(
                    key: "district", name: Bilingual(vi: "Cấp quận", en: "District"),
                    published: "935", recomputed: "\(district.received)"),
                Self.online(
                    "districtOnline", Bilingual(vi: "Trực tuyến, quận", en: "Online, district"),
                    published: "894", district),
                Self.share(
                    "districtShare",
                    Bilingual(vi: "Tỷ lệ trực tuyến, quận (%)", en: "Share online, district (%)"),
                    published: "95.61", district),
                ArticleFigure(
                    key: "wards", name: Bilingual(vi: "Cấp phường", en: "Wards"),
                    published: "6179", recomputed: "\(wards.received)"),
                Self.online(
                    "wardsOnline", Bilingual(vi: "Trực tuyến, phường", en: "Online, wards"),
                    published: "6167", wards),
                Self.share(
                    "wardsShare",
                    Bilingual(vi: "Tỷ lệ trực tuyến, phường (%)", en: "Share online, wards (%)"),
                    published: "99.81", wards),
            ]
            agrees = figures.allSatisfy(\.agrees)
        }

        private static func online(
            _ key: String, _ name: Bilingual, published: String, _ sums: Sums
        ) -> ArticleFigure {
            ArticleFigure(
                key: key, name: name, published: published, recomputed: "\(sums.online)")
        }

        private static func share(
            _ key: String, _ name: Bilingual, published: String, _ sums: Sums
        ) -> ArticleFigure {
            ArticleFigure(
                key: key, name: name, published: published,
                recomputed: percent(sums.online, of: sums.received),
                base: "\(sums.online)/\(sums.received)")
        }
    }

    /// Percent with two decimals, halves rounded up; `–` without a base.
    static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let hundredths = (part * 20_000 + whole) / (2 * whole)
        let decimals = hundredths % 100
        return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
    }
}

extension Reports.Article {
    /// Lines for a terminal, both languages.
    public var text: String {
        var lines = ["\(from) – \(through)"]
        for figure in figures {
            let mark = figure.agrees ? "=" : "≠"
            let base = figure.base.map { " (\($0))" } ?? ""
            lines.append(
                "\(mark) \(figure.name.vi) / \(figure.name.en): \(figure.recomputed)\(base); "
                    + "báo đăng / printed: \(figure.published)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
