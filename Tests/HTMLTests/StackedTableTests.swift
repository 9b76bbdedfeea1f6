// Tables that turn into cards: roles, labels, groups, totals.

import HTML
import Testing

private let columns = [
    TableColumn("Việc", sortLink: "/work?sort=name"),
    TableColumn("Trang", cellClass: "r"),
    TableColumn("Còn lại", sortLink: "/work", order: .ascending),
]

private func rendered(_ rows: [TableRow], totals: [TableRow] = []) -> String {
    stackedTable(
        TableCaption("Danh sách"), class: "work", columns: columns, rows: rows, totals: totals
    ).string
}

private func body(_ rows: [TableRow]) -> String {
    let text = rendered(rows)
    let start = text.range(of: "<tbody role=\"rowgroup\">")
    let end = text.range(of: "</tbody>")
    guard let start, let end else { return text }
    return String(text[start.upperBound..<end.lowerBound])
}

extension String {
    /// The first place of a text, without Foundation.
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) {
                return start..<index(start, offsetBy: text.count)
            }
            start = index(after: start)
        }
        return nil
    }
}

@Suite struct `Stacked tables` {
    @Test func `the head spells out its roles and the order of the rows`() {
        #expect(
            rendered([]) == """
                <table class="work stack" role="table"><caption>Danh sách</caption>\
                <thead role="rowgroup"><tr role="row">\
                <th scope="col" role="columnheader"><a href="/work?sort=name">Việc</a></th>\
                <th class="r" scope="col" role="columnheader">Trang</th>\
                <th scope="col" role="columnheader" aria-sort="ascending">\
                <a href="/work">Còn lại</a></th></tr></thead>\
                <tbody role="rowgroup"></tbody></table>
                """)
    }

    @Test func `the first cell heads its row, the others name their column`() {
        let row = TableRow([
            TableCell { a(.href("/1")) { "Cấp <phép>" } }, TableCell("4"), TableCell("1 ngày"),
        ])
        #expect(
            body([row]) == """
                <tr role="row"><th scope="row" role="rowheader">\
                <a href="/1">Cấp &lt;phép&gt;</a></th>\
                <td class="r" role="cell" data-label="Trang">4</td>\
                <td role="cell" data-label="Còn lại">1 ngày</td></tr>
                """)
    }

    @Test func `a group heads the rows that follow`() {
        #expect(
            body([.group { "Quá hạn (1)" }]) == """
                <tr class="group" role="row">\
                <th scope="rowgroup" colspan="3" role="rowheader">Quá hạn (1)</th></tr>
                """)
    }

    @Test func `an empty cell says so by its class, and may say why to those who listen`() {
        let row = TableRow([
            TableCell("a"), .empty, .empty { span(.class("vh")) { "không có" } },
        ])
        #expect(
            body([row]) == """
                <tr role="row"><th scope="row" role="rowheader">a</th>\
                <td class="none" role="cell"></td>\
                <td class="none" role="cell"><span class="vh">không có</span></td></tr>
                """)
    }

    @Test func `rows and cells carry identity, class and spans`() {
        let row = TableRow(
            [
                .header(.rowGroup, rowspan: 2) { "Thứ Hai" }, .header(.row) { "Sáng" },
                TableCell(class: "clash", label: "Chủ tịch", colspan: 2) { "Giao ban" },
            ], id: "t2", class: "total")
        #expect(
            body([row]) == """
                <tr id="t2" class="total" role="row">\
                <th rowspan="2" scope="rowgroup" role="rowheader">Thứ Hai</th>\
                <th class="r" scope="row" role="rowheader">Sáng</th>\
                <td class="clash" colspan="2" role="cell" data-label="Chủ tịch">Giao ban</td></tr>
                """)
    }

    @Test func `labels follow the columns past a wide cell`() {
        let row = TableRow([TableCell(colspan: 2) { "a" }, TableCell("b")])
        #expect(body([row]).hasSuffix("<td role=\"cell\" data-label=\"Còn lại\">b</td></tr>"))
    }

    @Test func `a row with more cells than columns still comes out`() {
        let row = TableRow((0..<5).map { TableCell("\($0)") })
        #expect(body([row]).hasSuffix("<td role=\"cell\">3</td><td role=\"cell\">4</td></tr>"))
    }

    @Test func `a column of numbers may label its row header`() {
        let table = stackedTable(
            TableCaption("a"), columns: [TableColumn("Bước", labelsHeader: true)],
            rows: [TableRow([TableCell("3")])])
        #expect(
            table.string.contains(
                "<th scope=\"row\" role=\"rowheader\" data-label=\"Bước\">3</th>"))
    }

    @Test func `totals stand in the foot`() {
        let text = rendered([], totals: [TableRow([TableCell("Cộng"), TableCell("935")])])
        #expect(
            text.hasSuffix(
                """
                <tfoot role="rowgroup"><tr role="row"><th scope="row" role="rowheader">Cộng</th>\
                <td class="r" role="cell" data-label="Trang">935</td></tr></tfoot></table>
                """))
    }

    @Test func `several bodies`() {
        let row = TableRow([TableCell("a")])
        let table = stackedTable(
            TableCaption(id: "c", isHidden: true) { "Lịch" }, columns: [TableColumn("Ngày")],
            bodies: [[row], [row], []])
        #expect(table.string.contains("<caption id=\"c\" class=\"vh\">Lịch</caption>"))
        #expect(MarkupReader(bytes: table.bytes).tagNames.filter { $0 == "tbody" }.count == 3)
    }

    @Test(arguments: hostileTexts)
    func `labels and captions are text`(_ text: String) {
        let table = stackedTable(
            TableCaption(text), columns: [TableColumn("a"), TableColumn(text)],
            rows: [TableRow([TableCell("b"), TableCell(text)])])
        let names = MarkupReader(bytes: table.bytes).tagNames.filter { !$0.hasPrefix("/") }
        #expect(
            names == ["table", "caption", "thead", "tr", "th", "th", "tbody", "tr", "th", "td"])
    }

    @Test func `every part of every table has its role`() {
        let rows = (0..<50).map { TableRow([TableCell("\($0)"), .empty, TableCell("x")]) }
        let table = stackedTable(
            TableCaption("a"), columns: columns, rows: [.group { "g" }] + rows,
            totals: [TableRow([TableCell("t")])])
        let pieces = table.string.split(separator: "<").filter { $0.hasPrefix("t") }
        #expect(pieces.count > 200)
        #expect(pieces.allSatisfy { $0.contains("role=\"") })
    }
}
