// The quality of the warning as lines for a terminal.

import WorkTime

extension Apologies.Quality {
    /// Both languages.
    public var text: String {
        let lines = [
            "\(from.text) – \(through.text): \(dossiers) hồ sơ / dossiers",
            "“Sẽ không kịp” / “Will be late”: \(warning.text)",
            "Danh sách / the whole list: \(list.text)",
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Apologies.Score {
    fileprivate var text: String {
        let lead = medianLead.map { "\($0) phút làm việc / working minutes" } ?? "–"
        return "trễ / late \(late), báo trước / recall \(Self.share(hits, of: late)); "
            + "báo / warned \(warned), đúng / precision \(Self.share(hits, of: warned)); "
            + "trước một ngày / a day before \(dayBefore); trung vị / median \(lead)"
    }

    /// `894/935 = 95.61%`; a dash without a base.
    private static func share(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "\(part)/\(whole) = –" }
        let hundredths = (part * 20_000 + whole) / (2 * whole)
        let rest = hundredths % 100
        return "\(part)/\(whole) = \(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }
}
