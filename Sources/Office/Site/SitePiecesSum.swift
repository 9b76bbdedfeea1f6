// The table that explains a date: every line a step of the sum, with its reason and its article.

import HTML

extension Piece {
    /// A line of the sum.
    struct SumLine: Sendable {
        let step: String
        let date: String
        let reason: String
        let basis: HTML
        let isTotal: Bool

        /// - Parameter basis: The article, as a link if its text is at hand.
        init(
            _ step: String, date: String, reason: String, isTotal: Bool = false,
            @HTMLBuilder basis: () -> HTML = HTML.empty
        ) {
            self.step = step
            self.date = date
            self.reason = reason
            self.basis = basis()
            self.isTotal = isTotal
        }
    }

    /// The heads of the four columns.
    struct SumHeads: Sendable {
        let step: String
        let date: String
        let reason: String
        let basis: String
    }

    /// The sum, folded under its question so that those who trust the date need not read it.
    /// - Parameters:
    ///   - id: Of what unfolds, for the link "why this date?": browsers open it on the way there.
    ///   - isOpen: Whether it stands open from the start.
    static func sum(
        _ title: String, note: String?, id: String, isOpen: Bool = true, heads: SumHeads,
        lines: [SumLine]
    ) -> HTML {
        let caption =
            note.map { note in TableCaption { span(.class("note")) { note } } }
            ?? TableCaption(title, isHidden: true)
        return section(.class("section"), .aria("labelledby", "\(id)-title")) {
            details(.class("panel"), .if(isOpen, .open)) {
                summary { h2(.id("\(id)-title")) { title } }
                div(.id(id)) {
                    stackedTable(
                        caption, class: "sum",
                        columns: [heads.step, heads.date, heads.reason, heads.basis].map {
                            TableColumn($0)
                        },
                        rows: lines.map(row))
                }
            }
        }
    }

    private static func row(_ line: SumLine) -> TableRow {
        TableRow(
            [
                TableCell(line.step), TableCell(line.date), TableCell(line.reason),
                line.basis.isEmpty ? .empty : TableCell { line.basis },
            ],
            class: line.isTotal ? "total" : nil)
    }
}
