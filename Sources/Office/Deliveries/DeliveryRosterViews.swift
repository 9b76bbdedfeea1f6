// The slots of an office and who carries in them.

import Engine
import HTML
import WorkTime

struct DeliveryRosterView {
    let roster: Deliveries.Roster
    let frame: Site.Frame
    /// What was sent when it was refused.
    var entered: Site.Form?
    var refusal: Deliveries.Rejection?

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.page(title: lead + frame.text("delivery.roster"), section: .dossiers) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("delivery.title"), "/deliveries"),
                    Piece.Place(frame.text("delivery.roster")),
                ])
            Piece.head(frame.text("delivery.roster")) { roster.officeName }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [
                        Piece.Mistake(
                            frame.say(refusal.sentence),
                            fieldID: refusal.field.map { $0.replacing(".", with: "-") })
                    ])
            }
            Piece.columns {
                duties
            } narrow: {
                if roster.mayRun, !roster.lines.isEmpty { assigning }
            }
            DeliverySlotView(
                roster: roster, frame: frame, entered: isRefused("slots") ? entered : nil,
                refusal: isRefused("slots") ? refusal : nil
            ).html
        }
    }

    private func isRefused(_ act: String) -> Bool { refusal != nil && entered?["act"] == act }

    private var duties: HTML {
        stackedTable(
            TableCaption(frame.text("delivery.nextSlots")),
            columns: ["slot", "officer"].map {
                TableColumn(frame.text("delivery.column.\($0)"))
            },
            rows: roster.lines.map { line in
                TableRow([
                    TableCell {
                        frame.slotTime(line.slot)
                        if line.isDayOff {
                            " "
                            small { frame.text("delivery.isDayOff") }
                        }
                    },
                    TableCell(line.officer?.name ?? frame.text("delivery.nobody")),
                ])
            })
    }

    private var assigning: HTML {
        Piece.part(frame.text("delivery.assign"), id: "assign", look: .panel) {
            frame.commandForm(to: "/deliveries/roster") {
                Piece.hiddenField("act", "roster")
                Piece.hiddenField("office", roster.office)
                Piece.selectField(
                    field("slot"), frame.slotChoices(roster.lines.map(\.slot)),
                    chosen: isRefused("roster") ? entered?["slot"] : nil)
                Piece.selectField(
                    field("officer", isOptional: true),
                    roster.officers.map { .init($0.id.rawValue, $0.name) },
                    chosen: isRefused("roster") ? entered?["officer"] : nil,
                    none: frame.text("delivery.nobody"))
                Piece.acts { Piece.submit(frame.text("delivery.assignGo"), .main) }
            }
        }
    }

    private func field(_ name: String, isOptional: Bool = false) -> Piece.Field {
        let isWrong = isRefused("roster") && refusal?.field == name
        return Piece.Field(
            name, frame.text("delivery.column.\(name)"),
            optional: isOptional ? frame.text("word.optional") : nil,
            error: isWrong ? refusal.map { frame.say($0.sentence) } : nil)
    }
}
