// The statement of a bank as its website exports it, or as it is pasted from a spreadsheet: lines
// before the table, columns by their names in Vietnamese or English, amounts written as banks do.

import Foundation
import ProcessFormats
import WorkTime

extension Payments {
    /// A line of a statement by which money came.
    public struct StatementLine: Hashable, Sendable, Encodable {
        /// Counted from 1 in what was sent.
        public let line: Int
        /// `nil` where it could not be read.
        public let day: DayNumber?
        public let amount: Int?
        public let description: String
        public let reference: String
    }

    /// What was read of a statement.
    public struct Statement: Hashable, Sendable, Encodable {
        public let lines: [StatementLine]
        /// Lines by which no money came: they went out, or hold no amount.
        public let passedOver: Int
    }

    /// Why nothing was read.
    public enum StatementFlaw: Error, Hashable, Sendable {
        case empty
        case tooLong
        /// Names of columns that were not found.
        case columnsMissing([Column])
        case notATable(line: Int, Bilingual)
    }

    public enum Column: String, Hashable, Sendable, CaseIterable {
        case date, amount, description, reference
    }

    static let statementLinesMaximum = 2_000
    static let statementBytesMaximum = 400_000

    /// Reads what was sent. A line that cannot be understood is kept, so that nobody misses it.
    static func statement(of text: String) throws(StatementFlaw) -> Statement {
        if text.utf8.count > statementBytesMaximum { throw .tooLong }
        // A mark of byte order is white space to no one.
        let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        if text.allSatisfy(\.isWhitespace) { throw .empty }
        let rows = try rows(of: text)
        var best: [Column: Int] = [:]
        for (index, row) in rows.prefix(headSearchMaximum).enumerated() {
            let columns = columns(of: row.fields)
            if needed.allSatisfy({ columns[$0] != nil }) {
                return try read(rows[(index + 1)...], columns)
            }
            if columns.count > best.count { best = columns }
        }
        throw .columnsMissing(needed.filter { best[$0] == nil })
    }

    private static let needed: [Column] = [.date, .amount, .description]
    /// Banks write their name, the account and the period before the table.
    private static let headSearchMaximum = 40

    /// The rows by the separator that finds most columns.
    private static func rows(of text: String) throws(StatementFlaw) -> [CSVRows.Line] {
        var best: (count: Int, rows: [CSVRows.Line])?
        var flaw: CSVRows.Break?
        for separator in [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")] {
            do throws(CSVRows.Break) {
                let rows = try CSVRows.lines(of: text, separator: separator)
                let counts = rows.prefix(headSearchMaximum).map { columns(of: $0.fields).count }
                let count = counts.max() ?? 0
                if count > best?.count ?? -1 { best = (count, rows) }
            } catch {
                flaw = flaw ?? error
            }
        }
        if let best { return best.rows }
        throw .notATable(line: flaw?.line ?? 1, flaw?.message ?? Bilingual(vi: "", en: ""))
    }

    private static func read(
        _ rows: ArraySlice<CSVRows.Line>, _ columns: [Column: Int]
    ) throws(StatementFlaw) -> Statement {
        var lines: [StatementLine] = []
        var passedOver = 0
        for row in rows {
            func field(_ column: Column) -> String {
                guard let place = columns[column], place < row.fields.count else { return "" }
                return row.fields[place].trimmed
            }
            if row.fields.allSatisfy(\.trimmed.isEmpty) { continue }
            let amount = amount(of: field(.amount))
            if field(.amount).isEmpty || amount.map({ $0 <= 0 }) ?? false {
                passedOver += 1
                continue
            }
            if lines.count == statementLinesMaximum { throw .tooLong }
            lines.append(
                StatementLine(
                    line: row.line, day: day(of: field(.date)), amount: amount,
                    description: field(.description), reference: field(.reference)))
        }
        return Statement(lines: lines, passedOver: passedOver)
    }

    // MARK: Columns

    /// Names without diacritics and in small letters.
    private static let names: [(Column, [String])] = [
        (
            .date,
            [
                "ngay", "ngay giao dich", "ngay gd", "ngay hieu luc", "ngay hach toan",
                "thoi gian", "thoi gian giao dich", "date", "transaction date", "trans date",
                "posting date", "value date", "effective date",
            ]
        ),
        (
            .amount,
            [
                "ghi co", "so tien ghi co", "phat sinh co", "so tien co", "co", "so tien",
                "so tien giao dich", "so tien vnd", "credit", "credit amount", "amount",
                "transaction amount", "deposit",
            ]
        ),
        (
            .description,
            [
                "dien giai", "noi dung", "noi dung giao dich", "noi dung chuyen khoan", "mo ta",
                "mo ta giao dich", "chi tiet giao dich", "description", "details",
                "transaction detail", "transaction details", "transaction description",
                "remark", "remarks", "narrative", "content",
            ]
        ),
        (
            .reference,
            [
                "so but toan", "ma giao dich", "so giao dich", "so tham chieu", "ma tham chieu",
                "so chung tu", "so ct", "reference", "reference no", "reference number", "ref",
                "ref no", "transaction id", "transaction no", "document no",
            ]
        ),
    ]

    /// Where each column stands. The more exact name counts: `Ghi có` before `Số tiền`. A line in
    /// which one field would be two columns is no head; only the reference may stand beneath the
    /// day, as one bank writes it, and then is not read.
    private static func columns(of fields: [String]) -> [Column: Int] {
        var found: [Column: Int] = [:]
        for (column, names) in names {
            let ranks = fields.enumerated().compactMap { place, field -> (rank: Int, place: Int)? in
                let rank = parts(of: field).compactMap { names.firstIndex(of: $0) }.min()
                return rank.map { ($0, place) }
            }
            if let best = ranks.min(by: { ($0.rank, $0.place) < ($1.rank, $1.place) }) {
                if !found.values.contains(best.place) {
                    found[column] = best.place
                } else if column != .reference {
                    return [:]
                }
            }
        }
        return found
    }

    /// `Ngày giao dịch / Transaction date (1)` is either of its names.
    private static func parts(of head: String) -> [String] {
        head.split { "/()|\n\r".contains($0) }.map { part in
            Folding.words(String(part)).joined(separator: " ")
        }.filter { !$0.isEmpty }
    }
}

extension String {
    /// Without white space and marks that cannot be seen around it.
    fileprivate var trimmed: String {
        trimmingCharacters(in: .whitespacesAndNewlines.union(.controlCharacters))
    }
}
