// The columns, rows and cells of a table that turns into cards on a narrow screen.

/// One column: its head, and the name its cells carry when the table is stacked.
public struct TableColumn: Sendable {
    let label: String
    let sortLink: Link?
    let order: Order?
    let cellClass: String?
    let labelsHeader: Bool

    /// The order the rows stand in, if they are sorted by this column.
    public enum Order: String, Sendable {
        case ascending, descending
    }

    /// - Parameters:
    ///   - label: Head of the column and `data-label` of its cells.
    ///   - sortLink: Where the same rows are sorted by this column.
    ///   - order: Set on the one column the rows are sorted by.
    ///   - cellClass: Class of head and cells, such as `r` for numbers set flush right.
    ///   - labelsHeader: Whether row headers of this column show its label on cards, for columns
    ///     of bare numbers such as "Bước 3".
    public init(
        _ label: String, sortLink: Link? = nil, order: Order? = nil, cellClass: String? = nil,
        labelsHeader: Bool = false
    ) {
        self.label = label
        self.sortLink = sortLink
        self.order = order
        self.cellClass = cellClass
        self.labelsHeader = labelsHeader
    }

    var head: HTML {
        th(
            .class(cellClass), .scope(.column), .role("columnheader"),
            .aria("sort", order?.rawValue)
        ) {
            if let sortLink { a(.href(sortLink)) { label } } else { label }
        }
    }
}

/// One cell. A plain cell takes its label from the column it stands in.
public struct TableCell: Sendable {
    enum Kind: Sendable {
        case usual
        case header(HeaderScope)
        case empty
    }

    let kind: Kind
    let content: HTML
    let cellClass: String?
    let label: String?
    let colspan: Int?
    let rowspan: Int?

    private init(
        _ kind: Kind, _ content: HTML, cellClass: String?, label: String?, colspan: Int?,
        rowspan: Int?
    ) {
        self.kind = kind
        self.content = content
        self.cellClass = cellClass
        self.label = label
        self.colspan = colspan
        self.rowspan = rowspan
    }

    /// - Parameter label: In place of the column's, where spans shift the columns.
    public init(
        class cellClass: String? = nil, label: String? = nil, colspan: Int? = nil,
        rowspan: Int? = nil, @HTMLBuilder _ content: () -> HTML
    ) {
        self.init(
            .usual, content(), cellClass: cellClass, label: label, colspan: colspan,
            rowspan: rowspan)
    }

    /// A cell with nothing but text.
    public init(_ text: String, class cellClass: String? = nil) {
        self.init(class: cellClass) { text }
    }

    /// A header cell. The first cell of a row is one of its own accord, with the scope of its row.
    public static func header(
        _ scope: HeaderScope = .row, class cellClass: String? = nil, colspan: Int? = nil,
        rowspan: Int? = nil, @HTMLBuilder _ content: () -> HTML
    ) -> TableCell {
        TableCell(
            .header(scope), content(), cellClass: cellClass, label: nil, colspan: colspan,
            rowspan: rowspan)
    }

    /// Nothing to say: no line on a card. The reason may be given to those who listen, by a
    /// fragment of class `vh`.
    public static func empty(@HTMLBuilder _ spoken: () -> HTML = HTML.empty) -> TableCell {
        TableCell(.empty, spoken(), cellClass: nil, label: nil, colspan: nil, rowspan: nil)
    }

    public static let empty = TableCell.empty()
}
