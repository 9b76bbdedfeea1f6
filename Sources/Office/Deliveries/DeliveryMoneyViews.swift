// What a delivery costs and owes, as its pages show it.

import HTML
import WorkTime

/// What bringing costs today, where one asks for it.
struct DeliveryCostView {
    let fees: [Deliveries.FeeOffer]
    let frame: Site.Frame

    @HTMLBuilder var html: HTML {
        if !fees.isEmpty {
            ul(.class("plain")) {
                for fee in fees {
                    li {
                        frame.text(
                            "delivery.cost",
                            frame.text("delivery.carrier.\(fee.carrier.rawValue)"),
                            frame.deliveryFee(fee.amount))
                        if fee.amount > 0 {
                            ", "
                            frame.text("delivery.feePayer.\(fee.payer.rawValue)")
                        }
                        " "
                        span(.class("hint")) { fee.source }
                    }
                }
            }
        }
    }
}

/// What an order owes: taking it at the door, and who pays after a way that failed.
struct DeliveryMoneyView {
    let sheet: Deliveries.Sheet
    let frame: Site.Frame
    let entered: Site.Form?
    let refusal: Deliveries.Rejection?

    private var address: Link { Deliveries.address(of: sheet.dossier) }
    private var act: String { entered?["act"] ?? "" }

    @HTMLBuilder var html: HTML {
        if sheet.mayTake { taking }
        if let fee = sheet.repeatFee { again(fee) }
    }

    private var taking: HTML {
        Piece.part(frame.text("delivery.take"), id: "take", look: .panel) {
            p { frame.text("delivery.takeLead", frame.deliveryFee(sheet.due)) }
            frame.commandForm(to: address) {
                Piece.hiddenField("act", "take")
                Piece.textField(
                    Piece.Field(
                        "number", frame.text("delivery.field.number"),
                        error: act == "take" && refusal?.field == "number"
                            ? refusal.map { frame.say($0.sentence) } : nil,
                        id: "delivery-number"),
                    value: act == "take" ? entered?["number"] ?? "" : "",
                    .maxlength(Deliveries.receiptMaximum), .autocomplete("off"))
                Piece.acts { Piece.submit(frame.text("delivery.takeGo"), .main) }
            }
        }
    }

    private func again(_ fee: Deliveries.FeeOffer) -> HTML {
        Piece.part(frame.text("delivery.again"), id: "again", look: .panel) {
            p { frame.text("delivery.againLead", frame.deliveryFee(fee.amount)) }
            frame.commandForm(to: address) {
                Piece.hiddenField("act", "again")
                Piece.radioField(
                    Piece.Field(
                        "payer", frame.text("delivery.atFault"), id: "delivery-again"),
                    Deliveries.Payer.allCases.map {
                        .init($0.rawValue, frame.text("delivery.payer.\($0.rawValue)"))
                    }, chosen: chosen)
                Piece.acts { Piece.submit(frame.text("delivery.againGo")) }
            }
        }
    }

    private var chosen: String {
        let known = sheet.charges.first { $0.attempt == sheet.attempts.count + 1 }
        return (known?.payer ?? .recipient).rawValue
    }
}

extension Site.Frame {
    /// `20.000 đồng, người nhận trả, đã thu (biên lai 0012)`.
    func deliveryCharge(_ charge: Deliveries.Charge) -> String {
        var words = [deliveryFee(charge.amount)]
        if charge.amount > 0 {
            words.append(text("delivery.feePayer.\(charge.payer.rawValue)"))
        }
        if let taken = charge.taken {
            words.append(text("delivery.taken", taken.receipt))
        } else if charge.isDue {
            words.append(text("delivery.toTake"))
        }
        return words.joined(separator: ", ")
    }
}
