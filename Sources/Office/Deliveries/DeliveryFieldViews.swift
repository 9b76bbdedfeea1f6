// The fields of asking for a delivery, for a citizen on /track and for the counter.

import HTML
import WorkTime

struct DeliveryFieldView {
    let carriers: [Deliveries.Carrier]
    let hasGift: Bool
    let slots: [Deliveries.Slot]
    let frame: Site.Frame
    /// What stands in the fields at first.
    var proposal: Deliveries.Recipient?
    var refusal: Deliveries.Rejection?
    var entered: Site.Form?

    @HTMLBuilder var html: HTML {
        Piece.hiddenField("act", "request")
        Piece.textField(
            field("name"), value: value("name", proposal?.name),
            .maxlength(Deliveries.nameMaximum), .autocomplete("name"))
        Piece.textField(
            field("phone"), value: value("phone", proposal?.phone), type: .tel,
            .autocomplete("tel"))
        Piece.textField(
            field("address", hint: "delivery.addressHint"),
            value: value("address", proposal?.address), .maxlength(Deliveries.addressMaximum),
            .autocomplete("street-address"))
        if carriers.count > 1 {
            Piece.radioField(
                field("carrier"),
                carriers.map { .init($0.rawValue, frame.text("delivery.carrier.\($0.rawValue)")) },
                chosen: value("carrier", carriers.first?.rawValue))
        } else {
            Piece.hiddenField("carrier", carriers.first?.rawValue ?? "")
        }
        if carriers.contains(.officer) {
            Piece.selectField(
                field("slot", hint: "delivery.slotHint", isOptional: true),
                frame.slotChoices(slots), chosen: value("slot", nil),
                none: frame.text("delivery.anySlot"))
            if hasGift {
                Piece.checkBox(
                    field("gift", hint: "delivery.giftHint", isOptional: true),
                    isChecked: entered.map { Deliveries.isTicked($0, "gift") } ?? true)
            }
        }
    }

    private func field(
        _ name: String, hint: String? = nil, isOptional: Bool = false
    ) -> Piece.Field {
        Piece.Field(
            name, frame.text("delivery.field.\(name)"),
            optional: isOptional ? frame.text("word.optional") : nil,
            hint: hint.map { frame.text($0) },
            error: refusal?.field == name ? refusal.map { frame.say($0.sentence) } : nil,
            id: "delivery-\(name)")
    }

    private func value(_ name: String, _ usual: String?) -> String {
        entered.map { $0[name] } ?? usual ?? ""
    }
}
