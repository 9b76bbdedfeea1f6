// The part of the intake that begins with what an earlier dossier tells of the same person.

import HTML

struct CounterCopyView {
    let process: String
    /// A code that came along, or was typed.
    let copy: String
    let copied: Counter.Copy?
    let refusal: Counter.Rejection?
    let ticket: Int?
    let frame: Site.Frame

    @HTMLBuilder var html: HTML {
        if let copied {
            Piece.notice(.hand, frame.text("counter.copied", copied.source)) {
                frame.text("counter.copiedAsk")
            }
        } else {
            Piece.unfolding(
                frame.text("counter.copy"), isOpen: refusal != nil || !copy.isEmpty
            ) { form }
        }
    }

    private var form: HTML {
        frame.commandForm(to: "/counter/\(process)/copy") {
            if let ticket { Piece.hiddenField("ticket", String(ticket)) }
            Piece.textField(
                .init(
                    "copy", frame.text("counter.copySource"), width: .three,
                    hint: frame.text("counter.copyHint"), error: error("copy")),
                value: copy, .autocomplete("off"), .maxlength(60))
            Piece.checkBox(
                .init("consent", frame.text("counter.copyConsent"), error: error("consent")),
                isChecked: false)
            Piece.acts { Piece.submit(frame.text("counter.copyGo")) }
        }
    }

    private func error(_ field: String) -> String? {
        refusal.flatMap { $0.field == field ? frame.say($0.sentence) : nil }
    }
}

extension Counter.Copy {
    /// The intake as if these had been typed; what is not told keeps its usual value.
    func value(_ name: String) -> String? {
        switch name {
        case "name": self.name
        case "identity": identity
        case "phone": phone
        case "address": address
        case "email": email
        default: nil
        }
    }
}
