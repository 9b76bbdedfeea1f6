// The receipts of the article's half-year, by level of the office that received them.

import Engine
import Ledger
import WorkTime

extension Reports {
    /// 1 January to 30 June 2017, the period of the article.
    static let articlePeriod = DaySpan(
        DayNumber(year: 2017, month: 1, day: 1) ?? DayNumber(rawValue: 0),
        DayNumber(year: 2017, month: 6, day: 30) ?? DayNumber(rawValue: 0))

    /// Recomputes the article's figures from the counts of the records.
    public static func article(_ reading: DeskReading, limit: Limit) throws -> Article {
        let organisation = try reading.organisation()
        let source = Source(limit, Filter(period: articlePeriod))
        let rows = try reading.rows(
            """
            SELECT office, channel, SUM(received) AS received FROM (\(source.sql)) AS c
            WHERE day >= ? AND day <= ? GROUP BY office, channel
            """,
            source.arguments + [
                SQLValue(articlePeriod.first.number), SQLValue(articlePeriod.last.number),
            ])
        var (district, wards) = (Sums(), Sums())
        for row in rows {
            var part = Sums()
            try part.setReceived(row.int("received"), channel: row.text("channel"))
            let level = organisation.units[UnitID(try row.text("office"))]?.level
            if level == .ward { wards = wards + part } else { district = district + part }
        }
        return Article(period: articlePeriod, district: district, wards: wards)
    }
}
