// The part of /track: the result at home, where it is, the code for the door, and asking for it.

import HTML
import WorkTime

struct DeliveryTrackingView {
    let offer: Deliveries.Offer
    let code: String
    let frame: Site.Frame
    /// Something was asked a moment ago.
    var isAsked = false
    var refusal: Deliveries.Rejection?
    var entered: Site.Form?

    var html: HTML {
        Piece.part(frame.text("delivery.home"), id: "delivery", look: .panel) {
            if isAsked { Piece.notice(.done, frame.text("delivery.asked")) }
            if let standing = offer.standing { now(standing) }
            if let code = offer.code { door(code) }
            if let fee = offer.fee { owed(fee) }
            if !offer.carriers.isEmpty { asking }
            if offer.mayCancel { cancelling }
        }
    }

    private func now(_ standing: Deliveries.Standing) -> HTML {
        HTML {
            p { frame.deliveryState(standing) }
            p {
                switch standing {
                case .scheduled, .out:
                    if let slot = offer.slot {
                        frame.text("delivery.comes", frame.slot(slot))
                    } else {
                        frame.text("delivery.byPost")
                    }
                case .failed:
                    frame.text(
                        "delivery.missed",
                        frame.text("delivery.outcome.\(offer.outcome?.rawValue ?? "absent")"))
                case .delivered:
                    frame.text("delivery.handed", offer.changedAt.map(frame.moment) ?? "")
                    for kind in offer.shown {
                        " "
                        frame.text("delivery.tracked.\(kind.rawValue)")
                    }
                case .requested: frame.text("delivery.waits")
                case .counter: frame.text("delivery.fetch")
                }
            }
        }
    }

    private func owed(_ fee: Deliveries.FeeOffer) -> HTML {
        HTML {
            DeliveryCostView(fees: [fee], frame: frame).html
            if offer.due > 0 {
                p { frame.text("delivery.payAtDoor", frame.deliveryFee(offer.due)) }
            }
        }
    }

    private func door(_ code: String) -> HTML {
        HTML {
            p(.class("hint")) { frame.text("delivery.code") }
            p(.class("appoint")) { Piece.code(Deliveries.spoken(code)) }
            p { frame.text("delivery.codeHint") }
        }
    }

    @HTMLBuilder private var asking: HTML {
        let isNew = offer.standing == nil || offer.standing == .counter
        if isNew {
            p { frame.text("delivery.lead") }
            DeliveryCostView(fees: offer.fees, frame: frame).html
        }
        Piece.unfolding(
            frame.text(isNew ? "delivery.ask" : "delivery.change"), isOpen: refusal != nil
        ) {
            frame.commandForm(to: "/track/delivery") {
                hidden
                if !isNew { DeliveryCostView(fees: offer.fees, frame: frame).html }
                DeliveryFieldView(
                    carriers: offer.carriers, hasGift: offer.hasGift, slots: offer.slots,
                    frame: frame, refusal: refusal, entered: entered
                ).html
                Piece.acts { Piece.submit(frame.text("delivery.send"), .main) }
            }
        }
    }

    private var cancelling: HTML {
        frame.commandForm(to: "/track/delivery") {
            hidden
            Piece.hiddenField("act", "back")
            Piece.acts { Piece.submit(frame.text("delivery.fetchInstead")) }
        }
    }

    private var hidden: HTML {
        HTML {
            Piece.hiddenField("code", code)
            Piece.hiddenField("proof", offer.proof)
        }
    }
}
