// The fields of a receipt on paper that is entered later, folded while nobody needs them.

import HTML
import WorkTime

struct CounterLateFields {
    let frame: Site.Frame
    let refusal: (any Refusal)?
    let entered: Site.Form?

    static let names = ["lateDay", "lateTime", "lateReason", "latePaper"]

    private var isOpen: Bool {
        refusal?.field?.hasPrefix("late") == true
            || Self.names.contains { entered?[$0].isEmpty == false }
    }

    var html: HTML {
        Piece.unfolding(frame.text("counter.late"), isOpen: isOpen) {
            p(.class("note")) {
                frame.text("counter.lateNote", String(Dossiers.lateWorkingDays))
                " "
                a(.href("/counter/offline-kit")) { frame.text("counter.kit") }
            }
            Piece.textField(field("lateDay"), value: value("lateDay"), type: .date)
            Piece.textField(field("lateTime"), value: value("lateTime"), type: .time)
            Piece.textField(
                field("lateReason"), value: value("lateReason"),
                .maxlength(Dossiers.lateTextMaximum))
            Piece.textField(
                field("latePaper"), value: value("latePaper"), .autocomplete("off"),
                .maxlength(Dossiers.lateTextMaximum))
        }
    }

    private func value(_ name: String) -> String { entered?[name] ?? "" }

    private func field(_ name: String) -> Piece.Field {
        let isWrong = refusal?.field == name
        return Piece.Field(
            name, frame.text("counter.\(name)"), optional: frame.text("word.optional"),
            error: isWrong ? refusal.map { frame.say($0.sentence) } : nil)
    }
}

extension Site.Frame {
    /// That a dossier was entered later, and why; nothing for most.
    func lateEntry(_ late: Dossiers.LateEntry?) -> String? {
        late.map { late in
            let told = text("dossier.late", moment(late.enteredAt), late.reason)
            return late.paper.isEmpty ? told : told + " " + text("dossier.latePaper", late.paper)
        }
    }
}
