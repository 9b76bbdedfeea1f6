// The box on the first page of the wizard, and the mark at an answer that was filled in.

import HTML
import WorkTime

struct PrefillOfferView {
    let offer: Prefills.Offer
    let frame: Site.Frame

    /// Never ticked beforehand: consent is an act.
    var html: HTML {
        Piece.checkBox(
            .init(
                "prefill",
                frame.text(
                    offer.isGiven ? "prefill.fill" : "prefill.agreeAndFill", offer.code,
                    frame.plainDay(offer.day)),
                optional: frame.text("word.optional"), hint: frame.text("prefill.what")),
            isChecked: false)
    }
}

extension Site.Frame {
    /// `03/07/2017`, within a sentence.
    func plainDay(_ day: DayNumber) -> String { "\(shortDay(day))/\(day.year)" }

    func prefilled(_ filled: Prefills.Filled) -> String {
        text("prefill.mark", filled.code, plainDay(filled.day))
    }
}
