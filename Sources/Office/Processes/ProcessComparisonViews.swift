// Two issues side by side: what came, what went, what was changed.

import HTML
import ProcessModel
import WorkTime

struct ProcessComparisonView {
    let comparison: Processes.Comparison
    let frame: Site.Frame

    private var code: String { comparison.code.rawValue }

    var html: HTML {
        let isAlone = comparison.issues.count < 2
        let title =
            isAlone
            ? frame.text("processes.compare")
            : frame.text(
                "processes.compare.title", String(comparison.from), String(comparison.to))
        return frame.page(title: "\(title), \(code)", section: .processes) {
            frame.processCrumbs(frame.text("processes.compare"), over: code)
            Piece.head(title) { comparison.title }
            if isAlone {
                Piece.emptyState(
                    frame.text("processes.compare.one"), frame.text("processes.compare.oneWords")
                ) {
                    Piece.act(frame.text("processes.back"), "/processes/\(code)")
                }
            } else {
                choice
                if comparison.isEmpty {
                    Piece.emptyState(
                        frame.text("processes.compare.same"),
                        frame.text("processes.compare.sameWords"))
                } else {
                    changes
                }
            }
        }
    }

    private var choice: HTML {
        form(.class("filter"), .action("/processes/\(code)/compare")) {
            issue("from", chosen: comparison.from)
            issue("to", chosen: comparison.to)
            Piece.submit(frame.text("processes.compare.go"), .small)
        }
    }

    private func issue(_ name: String, chosen: Int) -> HTML {
        label {
            frame.text("processes.compare.\(name)")
            " "
            select(.name(name)) {
                for issue in comparison.issues {
                    option(.value(String(issue)), .if(issue == chosen, .selected)) {
                        frame.text("processes.issue", String(issue))
                    }
                }
            }
        }
    }

    private var changes: HTML {
        HTML {
            if !comparison.header.isEmpty {
                table(frame.text("processes.compare.header"), comparison.header)
            }
            list("processes.compare.added", comparison.added)
            list("processes.compare.removed", comparison.removed)
            for change in comparison.changed { table(change.title, change.changes) }
            if comparison.isReordered { p { frame.text("processes.compare.reordered") } }
            list("processes.compare.other", comparison.other.map(frame.say))
        }
    }

    private func list(_ key: String, _ items: [String]) -> HTML {
        if items.isEmpty { return HTML() }
        return section(.class("section")) {
            h2 { frame.texts.text(key, frame.language, [frame.number(items.count)]) }
            ul { for item in items { li { item } } }
        }
    }

    private func table(_ title: String, _ changes: [Processes.Comparison.Change]) -> HTML {
        div(.class("section")) {
            stackedTable(
                TableCaption(title),
                columns: [
                    TableColumn(frame.text("processes.compare.field")),
                    TableColumn(frame.text("processes.issue", String(comparison.from))),
                    TableColumn(frame.text("processes.issue", String(comparison.to))),
                ],
                rows: changes.map { change in
                    TableRow([
                        TableCell(change.label),
                        change.old.isEmpty ? .empty : TableCell { del { change.old } },
                        change.new.isEmpty ? .empty : TableCell { ins { change.new } },
                    ])
                })
        }
    }
}
