// At the door: the checks of the counter, the code or a paper; or that nobody received.

import HTML
import WorkTime

struct DeliveryHandView {
    let sheet: Deliveries.Sheet
    let frame: Site.Frame
    let entered: Site.Form?
    let refusal: Deliveries.Rejection?

    private var address: Link { Deliveries.address(of: sheet.dossier) }

    @HTMLBuilder var html: HTML {
        Piece.part(frame.text("delivery.hand"), id: "hand", look: .panel) {
            p { frame.text("delivery.handLead") }
            frame.filesForm(to: address) {
                Piece.hiddenField("act", "handOver")
                tick("identity")
                tick("receipt")
                if sheet.hasGift { tick("gift", isRequired: false) }
                if sheet.triesLeft > 0 {
                    Piece.textField(
                        field("code", hint: "delivery.handCodeHint"), value: "",
                        .inputmode("numeric"), .autocomplete("off"),
                        .maxlength(Deliveries.codeDigits + 2))
                } else {
                    Piece.notice(.wait, frame.say(Deliveries.Rejection.codeLocked.sentence))
                }
                Piece.unfolding(frame.text("delivery.noCode"), isOpen: opensPaper) {
                    Piece.textField(
                        field("receiver"), value: value("receiver"),
                        .maxlength(Deliveries.nameMaximum))
                    Piece.textField(
                        field("paper", hint: "delivery.paperHint"), value: value("paper"),
                        .autocomplete("off"), .maxlength(Deliveries.paperDigits))
                }
                DeliveryPictureFieldView(frame: frame, refusal: refusal).html
                Piece.acts { Piece.submit(frame.text("delivery.handGo"), .main) }
            }
        }
        Piece.unfolding(frame.text("delivery.fail"), isOpen: entered?["act"] == "fail") {
            frame.commandForm(to: address) {
                Piece.hiddenField("act", "fail")
                Piece.radioField(
                    Piece.Field(
                        "outcome", frame.text("delivery.field.outcome"), id: "delivery-outcome"),
                    Deliveries.Outcome.failures.map {
                        .init($0.rawValue, frame.text("delivery.outcome.\($0.rawValue)"))
                    })
                Piece.acts { Piece.submit(frame.text("delivery.failGo"), .stop) }
            }
        }
    }

    private var opensPaper: Bool {
        sheet.triesLeft <= 0 || !value("receiver").isEmpty || !value("paper").isEmpty
    }

    private func tick(_ name: String, isRequired: Bool = true) -> HTML {
        Piece.checkBox(
            field(name, isOptional: false, label: "delivery.check.\(name)"),
            isChecked: entered.map { Deliveries.isTicked($0, name) } ?? false,
            isRequired: isRequired)
    }

    private func field(
        _ name: String, hint: String? = nil, isOptional: Bool = true, label: String? = nil
    ) -> Piece.Field {
        Piece.Field(
            name, frame.text(label ?? "delivery.field.\(name)"),
            optional: isOptional ? frame.text("delivery.either") : nil,
            hint: hint.map { frame.text($0) },
            error: refusal?.field == name ? refusal.map { frame.say($0.sentence) } : nil,
            id: "delivery-\(name)")
    }

    private func value(_ name: String) -> String { entered?[name] ?? "" }
}
