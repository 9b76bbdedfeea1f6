// Tables that are read as tables on a wide screen and as cards on a telephone, by eye and by ear.

/// The caption of a table; every table has one, seen or only heard.
public struct TableCaption: Sendable {
    let id: String?
    let isHidden: Bool
    let content: HTML

    /// - Parameters:
    ///   - id: For a section or scrolling region that is labelled by the caption.
    ///   - isHidden: Whether it is only read aloud.
    public init(id: String? = nil, isHidden: Bool = false, @HTMLBuilder _ content: () -> HTML) {
        self.id = id
        self.isHidden = isHidden
        self.content = content()
    }

    public init(_ text: String, id: String? = nil, isHidden: Bool = false) {
        self.init(id: id, isHidden: isHidden) { text }
    }
}

/// A table of class `stack`: the style sheet lays its cells out as cards on narrow screens, where
/// each cell shows the name of its column. All roles are spelled out (WAI-ARIA 1.2, table). A table
/// of class `figures` keeps its columns at any width, since its numbers are compared downwards; put
/// it into a strip that scrolls.
/// - Parameters:
///   - tableClass: Further classes: `work`, `sticky`, `sum`, `week`.
///   - rows: Rows of one body.
///   - totals: Rows of the foot.
public func stackedTable(
    _ caption: TableCaption, class tableClass: String? = nil, columns: [TableColumn],
    rows: [TableRow], totals: [TableRow] = []
) -> HTML {
    stackedTable(caption, class: tableClass, columns: columns, bodies: [rows], totals: totals)
}

/// The same with several bodies, such as one for each day of a week.
public func stackedTable(
    _ caption: TableCaption, class tableClass: String? = nil, columns: [TableColumn],
    bodies: [[TableRow]], totals: [TableRow] = []
) -> HTML {
    let stacks = tableClass?.split(separator: " ").contains("figures") != true
    return table(.classes(tableClass, stacks ? "stack" : nil), .role("table")) {
        HTML(
            element: "caption", [.id(caption.id), .class(caption.isHidden ? "vh" : nil)],
            caption.content)
        thead(.role("rowgroup")) {
            tr(.role("row")) { columns.map(\.head) }
        }
        for rows in bodies {
            tbody(.role("rowgroup")) { rows.map { $0.written(in: columns) } }
        }
        if !totals.isEmpty {
            tfoot(.role("rowgroup")) { totals.map { $0.written(in: columns) } }
        }
    }
}
