// The form that enters a value or takes it back, and what was entered before.

import Engine
import HTML
import WorkTime

struct MetricFormView {
    let page: Metrics.Page
    let frame: Site.Frame
    let refusal: (any Refusal)?
    let entered: Site.Form?

    private var action: Link { "/metrics/\(String(page.line.metric.number))" }

    var html: HTML {
        HTML {
            if page.scope.mayEnter {
                Piece.part(frame.text("metrics.enter"), id: "enter", look: .panel) {
                    if let refusal, refusal.field == nil || refusal.field == "period" {
                        Piece.errors(
                            frame.text("site.refused"), [.init(frame.say(refusal.sentence))])
                    }
                    form
                }
                if page.line.entry != nil { withdrawal }
            }
            if !page.history.isEmpty { history }
        }
    }

    private var form: HTML {
        frame.commandForm(to: action) {
            Piece.hiddenField("period", page.scope.period)
            Piece.hiddenField("office", page.scope.office.rawValue)
            Piece.textField(
                .init(
                    "part", frame.text("metrics.part"), width: .three,
                    hint: frame.text("metrics.partHint"), error: mistake("part")),
                value: value("part", page.line.entry.map { String($0.part) }),
                .inputmode("numeric"))
            Piece.textField(
                .init("whole", frame.text("metrics.whole"), width: .three, error: mistake("whole")),
                value: value("whole", page.line.entry.map { String($0.whole) }),
                .inputmode("numeric"))
            Piece.textField(
                .init(
                    "source", frame.text("metrics.source"),
                    hint: frame.text("metrics.sourceHint"), error: mistake("source")),
                value: value("source", page.line.entry?.source),
                .maxlength(Metrics.sourceMaximum))
            div(.class("acts")) {
                Piece.submit(frame.text("metrics.go"), .main, name: "act", value: "enter")
            }
        }
    }

    private var withdrawal: HTML {
        Piece.unfolding(
            frame.text("metrics.withdraw"), isOpen: refusal?.field == "reason"
        ) {
            frame.commandForm(to: action) {
                Piece.hiddenField("period", page.scope.period)
                Piece.hiddenField("office", page.scope.office.rawValue)
                Piece.textField(
                    .init("reason", frame.text("metrics.reason"), error: mistake("reason")),
                    value: entered?["reason"] ?? "", .maxlength(Metrics.reasonMaximum))
                div(.class("acts")) {
                    Piece.submit(
                        frame.text("metrics.withdrawGo"), .stop, name: "act", value: "withdraw")
                }
            }
        }
    }

    private var history: HTML {
        Piece.part(frame.text("metrics.history"), id: "history") {
            stackedTable(
                TableCaption(frame.text("metrics.history"), isHidden: true),
                columns: [
                    TableColumn(frame.text("metrics.value")),
                    TableColumn(frame.text("metrics.source")),
                    TableColumn(frame.text("metrics.by")),
                    TableColumn(frame.text("metrics.withdrawn")),
                ],
                rows: page.history.map { entry in
                    TableRow([
                        TableCell {
                            Piece.twoVoices(
                                frame.percent(entry.part, of: entry.whole),
                                "\(frame.number(entry.part))/\(frame.number(entry.whole))")
                        },
                        TableCell(entry.source),
                        TableCell { Piece.twoVoices(entry.by, frame.moment(entry.at)) },
                        withdrawn(entry),
                    ])
                })
        }
    }

    private func withdrawn(_ entry: Metrics.ShownEntry) -> TableCell {
        guard let by = entry.withdrawnBy, let at = entry.withdrawnAt else { return .empty }
        return TableCell { Piece.twoVoices(entry.reason ?? "", "\(by), \(frame.moment(at))") }
    }

    private func value(_ name: String, _ known: String?) -> String {
        entered.map { $0[name] } ?? known ?? ""
    }

    private func mistake(_ field: String) -> String? {
        guard let refusal, refusal.field == field else { return nil }
        return frame.say(refusal.sentence)
    }
}
