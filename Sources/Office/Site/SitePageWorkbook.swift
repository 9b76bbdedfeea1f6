// One sheet of a workbook, written row after row from the top.

import CXlsx
import WorkTime

extension Site.Workbook {
    struct Page {
        let page: UnsafeMutablePointer<lxw_worksheet>
        let look: Look

        /// Title, lead, an empty row, then heads that stay in view while one scrolls.
        private static let headRow: UInt32 = 3
        /// A cell takes no more letters.
        private static let textMaximum = 32_767

        func write(_ sheet: Reports.Sheet) -> lxw_error {
            arrange(sheet)
            var results = [
                text(sheet.title, 0, 0, look.title), text(sheet.lead, 1, 0, look.lead),
            ]
            results += sheet.columns.enumerated().map { index, column in
                text(column.head, Self.headRow, UInt16(index), look.head)
            }
            var row = Self.headRow
            for (values, isTotal) in sheet.rows.map({ ($0, false) })
                + sheet.totals.map({ ($0, true) })
            {
                row += 1
                for (index, value) in values.enumerated() {
                    results.append(
                        write(
                            value, row, UInt16(index), look.format(of: value, isTotal: isTotal)))
                }
            }
            return results.first { $0 != LXW_NO_ERROR } ?? LXW_NO_ERROR
        }

        /// On paper: across, all columns on one page, the heads again on each.
        private func arrange(_ sheet: Reports.Sheet) {
            for (index, column) in sheet.columns.enumerated() {
                worksheet_set_column(
                    page, UInt16(index), UInt16(index), Double(column.width), nil)
            }
            worksheet_freeze_panes(page, Self.headRow + 1, 1)
            worksheet_set_landscape(page)
            worksheet_set_paper(page, 9)
            worksheet_fit_to_pages(page, 1, 0)
            worksheet_repeat_rows(page, Self.headRow, Self.headRow)
        }

        private func write(
            _ value: Reports.Sheet.Value, _ row: UInt32, _ column: UInt16, _ format: Look.Format?
        ) -> lxw_error {
            switch value {
            case .empty: worksheet_write_blank(page, row, column, format)
            case .text(let words): text(words, row, column, format)
            case .number(let number):
                worksheet_write_number(page, row, column, Double(number), format)
            case .share(let part, let whole):
                whole > 0
                    ? worksheet_write_number(
                        page, row, column, Double(part) / Double(whole), format)
                    : worksheet_write_blank(page, row, column, format)
            case .day(let day):
                worksheet_write_number(page, row, column, Self.serial(day), format)
            case .moment(let moment):
                worksheet_write_number(
                    page, row, column,
                    Self.serial(moment.day) + Double(moment.minuteOfDay) / 1_440, format)
            }
        }

        /// Always as a text: what begins with `=` is no formula. Marks that XML does not know are
        /// left out, and what is longer than a cell ends there.
        private func text(
            _ words: String, _ row: UInt32, _ column: UInt16, _ format: Look.Format?
        ) -> lxw_error {
            var kept = ""
            var length = 0
            for scalar in words.unicodeScalars where Self.isWritten(scalar) {
                length += scalar.value > 0xFFFF ? 2 : 1
                if length > Self.textMaximum { break }
                kept.unicodeScalars.append(scalar)
            }
            return kept.isEmpty
                ? worksheet_write_blank(page, row, column, format)
                : worksheet_write_string(page, row, column, kept, format)
        }

        private static func isWritten(_ scalar: UnicodeScalar) -> Bool {
            switch scalar.value {
            case 0x9, 0xA: true
            case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF: false
            default: true
            }
        }

        /// Days as spreadsheets count them; right from March 1900 on.
        private static func serial(_ day: DayNumber) -> Double { Double(day.rawValue) + 25_569 }
    }
}
