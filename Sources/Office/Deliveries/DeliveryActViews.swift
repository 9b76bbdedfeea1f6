// What the viewer does with a delivery: ask, schedule, leave with it, hand over, bring back.

import Engine
import HTML
import WorkTime

struct DeliveryActView {
    let sheet: Deliveries.Sheet
    let frame: Site.Frame
    let entered: Site.Form?
    let refusal: Deliveries.Rejection?

    private var address: Link { Deliveries.address(of: sheet.dossier) }
    private var act: String { entered?["act"] ?? "" }

    @HTMLBuilder var html: HTML {
        if sheet.maySend { sending }
        if sheet.mayHand {
            DeliveryHandView(sheet: sheet, frame: frame, entered: entered, refusal: refusal).html
        }
        DeliveryMoneyView(sheet: sheet, frame: frame, entered: entered, refusal: refusal).html
        if sheet.maySchedule { scheduling }
        if sheet.mayAsk {
            Piece.unfolding(
                frame.text(sheet.standing == .counter ? "delivery.ask" : "delivery.change"),
                isOpen: act == "request"
            ) { asking }
        }
        if sheet.mayBringBack { bringingBack }
    }

    var asking: HTML {
        frame.commandForm(to: address) {
            DeliveryCostView(fees: sheet.fees, frame: frame).html
            DeliveryFieldView(
                carriers: sheet.terms.carriers, hasGift: sheet.terms.hasGift, slots: sheet.slots,
                frame: frame, proposal: sheet.recipient ?? sheet.proposal,
                refusal: act == "request" ? refusal : nil,
                entered: act == "request" ? entered : nil
            ).html
            // Where the table has a row for every way, it says who pays.
            if sheet.fees.count < sheet.terms.carriers.count {
                Piece.radioField(
                    Piece.Field(
                        "payer", frame.text("delivery.field.payer"), id: "delivery-payer"),
                    Deliveries.Payer.allCases.map {
                        .init($0.rawValue, frame.text("delivery.payer.\($0.rawValue)"))
                    }, chosen: entered?["payer"] ?? Deliveries.Payer.recipient.rawValue)
            }
            Piece.acts { Piece.submit(frame.text("delivery.send"), .main) }
        }
    }

    private var scheduling: HTML {
        Piece.part(frame.text("delivery.schedule"), id: "schedule", look: .panel) {
            if sheet.status != .resultReady {
                p(.class("note")) { frame.text("delivery.notReady") }
            }
            frame.commandForm(to: address) {
                Piece.hiddenField("act", "schedule")
                Piece.selectField(
                    field("slot", "delivery.column.slot"), frame.slotChoices(sheet.slots),
                    chosen: value("slot", (sheet.slot ?? sheet.wish)?.start.text))
                Piece.selectField(
                    field("officer", "delivery.column.officer", isOptional: true),
                    sheet.officers.map { .init($0.id.rawValue, $0.name) },
                    chosen: value("officer", sheet.officer?.id.rawValue),
                    none: frame.text("delivery.onDuty"))
                Piece.acts { Piece.submit(frame.text("delivery.scheduleGo"), .main) }
            }
        }
    }

    private var sending: HTML {
        Piece.part(frame.text("delivery.sendTitle"), id: "send", look: .panel) {
            p { frame.text("delivery.sendLead") }
            frame.commandForm(to: address) {
                Piece.hiddenField("act", "send")
                let key = sheet.carrier == .post ? "delivery.toPost" : "delivery.leaveWith"
                Piece.acts { Piece.submit(frame.text(key), .main) }
            }
        }
    }

    private var bringingBack: HTML {
        Piece.unfolding(frame.text("delivery.back")) {
            p { frame.text("delivery.backLead") }
            frame.commandForm(to: address) {
                Piece.hiddenField("act", "back")
                Piece.acts { Piece.submit(frame.text("delivery.back"), .stop) }
            }
        }
    }

    private func field(
        _ name: String, _ label: String, isOptional: Bool = false
    ) -> Piece.Field {
        let isWrong = act == "schedule" && refusal?.field == name
        return Piece.Field(
            name, frame.text(label), optional: isOptional ? frame.text("word.optional") : nil,
            error: isWrong ? refusal.map { frame.say($0.sentence) } : nil,
            id: "schedule-\(name)")
    }

    private func value(_ name: String, _ usual: String?) -> String? {
        act == "schedule" ? entered?[name] : usual
    }
}
