// When an office brings results: ranges of weekdays with their hours.

import HTML
import WorkTime

struct DeliverySlotView {
    let roster: Deliveries.Roster
    let frame: Site.Frame
    let entered: Site.Form?
    let refusal: Deliveries.Rejection?

    var html: HTML {
        Piece.part(frame.text("delivery.slots"), id: "slots") {
            p { frame.text("delivery.slotsLead") }
            if roster.isUsual { p(.class("note")) { frame.text("delivery.slotsUsual") } }
            if roster.maySet {
                form
            } else {
                ul { for rule in roster.rules { li { words(of: rule) } } }
            }
        }
    }

    private func words(of rule: Deliveries.SlotRule) -> String {
        frame.text(
            "delivery.rule", frame.text("word.weekday.\(rule.first.rawValue)"),
            frame.text("word.weekday.\(rule.last.rawValue)"), rule.from.text, rule.through.text)
            + (rule.onHolidays ? " " + frame.text("delivery.ruleHolidays") : "")
    }

    private var form: HTML {
        frame.commandForm(to: "/deliveries/roster") {
            Piece.hiddenField("act", "slots")
            Piece.hiddenField("office", roster.office)
            for row in 1...min(roster.rules.count + 1, Deliveries.rulesMaximum) {
                fields(row, roster.rules.count >= row ? roster.rules[row - 1] : nil)
            }
            Piece.acts { Piece.submit(frame.text("delivery.slotsGo")) }
        }
    }

    @HTMLBuilder private func fields(_ row: Int, _ rule: Deliveries.SlotRule?) -> HTML {
        h2 { frame.text("delivery.slotRow", String(row)) }
        weekday("first", row, rule?.first)
        weekday("last", row, rule?.last)
        hour("from", row, rule?.from)
        hour("through", row, rule?.through)
        Piece.checkBox(
            field("holidays", row),
            isChecked: entered.map { Deliveries.isTicked($0, "holidays.\(row)") }
                ?? rule?.onHolidays ?? false)
    }

    private func weekday(_ name: String, _ row: Int, _ day: Weekday?) -> HTML {
        Piece.selectField(
            field(name, row),
            Weekday.allCases.map {
                .init(String($0.rawValue), frame.text("word.weekday.\($0.rawValue)"))
            }, chosen: entered?["\(name).\(row)"] ?? String((day ?? .monday).rawValue))
    }

    private func hour(_ name: String, _ row: Int, _ hour: MinuteOfDay?) -> HTML {
        Piece.textField(
            field(name, row), value: entered?["\(name).\(row)"] ?? hour?.text ?? "",
            .maxlength(5), .placeholder("08:00"))
    }

    private func field(_ name: String, _ row: Int) -> Piece.Field {
        let isWrong = refusal?.field == "first.\(row)" && name == "first"
        // A row without hours is none.
        let isHour = name == "from" || name == "through"
        return Piece.Field(
            "\(name).\(row)", frame.text("delivery.rule.\(name)"),
            width: name == "holidays" ? .six : .three,
            optional: isHour ? frame.text("word.optional") : nil,
            error: isWrong ? refusal.map { frame.say($0.sentence) } : nil, id: "\(name)-\(row)")
    }
}
