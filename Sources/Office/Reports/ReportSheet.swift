// The table of a report as a file: said once, written as comma-separated values or as a workbook.

import WorkTime

extension Reports {
    /// A table with its words, ready to be written.
    struct Sheet: Hashable, Sendable {
        /// What a cell holds. A text stays a text, whatever it begins with.
        enum Value: Hashable, Sendable {
            case empty
            case text(String)
            case number(Int)
            /// Part of a whole; empty without a whole.
            case share(Int, of: Int)
            case day(DayNumber)
            case moment(LocalMinute)
        }

        struct Column: Hashable, Sendable {
            let head: String
            /// In letters of the usual size.
            let width: Int

            init(_ head: String, width: Int = 12) {
                self.head = head
                self.width = width
            }
        }

        /// On the tab of the workbook.
        let name: String
        let title: String
        /// Period, office, when it was reckoned.
        let lead: String
        let columns: [Column]
        var rows: [[Value]]
        /// Rows that add up the others.
        var totals: [[Value]] = []
    }

    /// Kinds of files that a report can be fetched as.
    enum FileKind: String, Hashable, Sendable, CaseIterable { case csv, xlsx }

    /// No file has more rows: whoever needs more asks for a shorter period or one office.
    static let sheetMaximum = 20_000
}
