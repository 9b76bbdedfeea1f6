// The page of the settings: a form for who arranges the line, the same to read for who calls.

import HTML
import WorkTime

struct QueueSettingView {
    let page: Queues.SettingsPage
    let frame: Site.Frame
    var refusal: Queues.Rejection?
    var entered: Site.Form?

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.page(title: lead + frame.text("queue.settings"), section: .counter) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("menu.counter"), "/counter"),
                    Piece.Place(frame.text("queue.title"), "/queue"),
                    Piece.Place(frame.text("queue.settings")),
                ])
            Piece.head(frame.text("queue.settings")) { page.officeName }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [Piece.Mistake(frame.say(refusal.sentence), fieldID: refusal.field)])
            }
            p { changed }
            if !page.terms.isConfirmed { p(.class("note")) { frame.text("queue.unconfirmed") } }
            if page.maySet { form } else { reading }
        }
    }

    private var changed: String {
        guard let at = page.changedAt else { return frame.text("queue.settings.usual") }
        return frame.text("queue.settings.changed", page.changedBy ?? "", frame.moment(at))
    }

    private func value(_ name: String, _ kept: String) -> String {
        entered.map { $0.lines(name).joined(separator: "\n") } ?? kept
    }

    private func field(
        _ name: String, _ label: String, _ width: Piece.Field.Width, hint: String? = nil,
        isOptional: Bool = false
    ) -> Piece.Field {
        Piece.Field(
            name, label, width: width, optional: isOptional ? frame.text("word.optional") : nil,
            hint: hint,
            error: refusal?.field == name ? refusal.map { frame.say($0.sentence) } : nil)
    }

    private var form: HTML {
        frame.commandForm(to: "/queue/settings", class: "form") {
            for number in Queues.Number.allCases {
                Piece.textField(
                    field(
                        number.rawValue, frame.say(number.name), .three,
                        hint: frame.text("queue.number.\(number.rawValue)")),
                    value: value(number.rawValue, String(page.terms[number])), type: .number,
                    .min("\(number.range.lowerBound)"), .max("\(number.range.upperBound)"),
                    .required)
            }
            Piece.textArea(
                field(
                    "fields", frame.text("queue.fields"), .six,
                    hint: frame.text("queue.fieldsHint"), isOptional: true),
                value: value("fields", page.terms.fieldLines), rows: 5)
            Piece.textArea(
                field(
                    "priorities", frame.text("queue.priorities"), .six,
                    hint: frame.text("queue.prioritiesHint"), isOptional: true),
                value: value("priorities", page.terms.priorityLines), rows: 5)
            Piece.acts { Piece.submit(frame.text("queue.settings.save"), .main) }
        }
    }

    @HTMLBuilder private var reading: HTML {
        Piece.pairs(
            Queues.Number.allCases.map {
                Piece.Fact(frame.say($0.name), frame.number(page.terms[$0]))
            })
        Piece.part(frame.text("queue.fields"), id: "fields") {
            if page.terms.fields.isEmpty { p { frame.text("queue.fieldsUsual") } }
            ul {
                for field in page.terms.fields {
                    li { "\(field.name): " + frame.text("queue.window", field.windowText) }
                }
            }
        }
        Piece.part(frame.text("queue.priorities"), id: "priorities") {
            ul {
                for priority in page.terms.priorities {
                    li {
                        frame.priorityName(priority) + ": "
                        priority.source.isEmpty
                            ? frame.text("queue.sourceMissing") : priority.source
                    }
                }
            }
        }
    }
}

extension Site.Frame {
    func priorityName(_ priority: Queues.Priority) -> String {
        say(Bilingual(vi: priority.vi, en: priority.en))
    }
}
