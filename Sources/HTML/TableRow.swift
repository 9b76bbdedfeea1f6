// A row of a stacked table and how it is written with the roles spelled out.

/// A row of cells, or a heading that stands above the rows that follow.
public struct TableRow: Sendable {
    let id: String?
    let rowClass: String?
    let cells: [TableCell]
    let groupHeading: HTML?

    public init(_ cells: [TableCell], id: String? = nil, class rowClass: String? = nil) {
        self.id = id
        self.rowClass = rowClass
        self.cells = cells
        self.groupHeading = nil
    }

    private init(groupHeading: HTML, id: String?) {
        self.id = id
        self.rowClass = "group"
        self.cells = []
        self.groupHeading = groupHeading
    }

    /// A heading across the whole table, such as "Quá hạn (1)".
    public static func group(
        id: String? = nil, @HTMLBuilder _ heading: () -> HTML
    ) -> TableRow {
        TableRow(groupHeading: heading(), id: id)
    }

    /// Roles are explicit because a cell that CSS shows as a block loses its own in older browsers.
    func written(in columns: [TableColumn]) -> HTML {
        tr(.id(id), .class(rowClass), .role("row")) {
            if let groupHeading {
                th(.scope(.rowGroup), .colspan(columns.count), .role("rowheader")) { groupHeading }
            }
            writtenCells(in: columns)
        }
    }

    private func writtenCells(in columns: [TableColumn]) -> HTML {
        var result = HTML()
        var place = 0
        for (index, cell) in cells.enumerated() {
            let column = place < columns.count ? columns[place] : nil
            result.append(cell.written(in: column, isFirst: index == 0))
            place += cell.colspan ?? 1
        }
        return result
    }
}

extension TableCell {
    fileprivate func written(in column: TableColumn?, isFirst: Bool) -> HTML {
        switch kind {
        case .header(let scope): return writtenHeader(scope, column)
        case .usual where isFirst: return writtenHeader(.row, column)
        case .usual:
            let classes = Attribute.classes(column?.cellClass, cellClass)
            return td(
                classes, .colspan(colspan), .rowspan(rowspan), .role("cell"),
                .data("label", label ?? column?.label)
            ) { content }
        case .empty: return td(.class("none"), .role("cell")) { content }
        }
    }

    private func writtenHeader(_ scope: HeaderScope, _ column: TableColumn?) -> HTML {
        th(
            .classes(column?.cellClass, cellClass), .colspan(colspan), .rowspan(rowspan),
            .scope(scope), .role("rowheader"),
            .data("label", column?.labelsHeader == true ? column?.label : nil)
        ) { content }
    }
}
