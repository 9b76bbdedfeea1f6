// The acts on one claim.

import Engine
import HTML
import WorkTime

struct PrivacyActsView {
    let record: Privacy.Record
    let frame: Site.Frame
    let refusal: (any Refusal)?
    let entered: Site.Form?

    @HTMLBuilder var html: HTML {
        if record.may.contains(.assign) {
            fold(.assign, isOpen: record.claim.standing == .received) {
                Piece.selectField(
                    field(.assign, "person", "claim.person"),
                    record.people.map { .init($0.person.rawValue, "\($0.name), \($0.unit)") },
                    chosen: sent(.assign, "person"), none: frame.text("claim.choosePerson"))
            }
        }
        if record.may.contains(.erase) {
            fold(.erase, isOpen: record.claim.erased.isEmpty) {
                p(.class("note")) { frame.text("claim.eraseNote") }
                Piece.textArea(
                    field(.erase, "subjects", "claim.eraseSubjects"),
                    value: sent(.erase, "subjects") ?? record.claimant?.subjects ?? "")
            }
        }
        if record.may.contains(.finish) { fold(.finish) { words(.finish) } }
        if record.may.contains(.refuse) {
            fold(.refuse) {
                Piece.selectField(
                    field(.refuse, "ground", "claim.groundLabel"),
                    Privacy.Ground.allCases.map {
                        .init($0.rawValue, frame.text("claim.ground.\($0.rawValue)"))
                    }, chosen: sent(.refuse, "ground"), none: frame.text("claim.chooseGround"))
                words(.refuse)
            }
        }
        if record.may.contains(.extend) {
            fold(.extend) {
                Piece.textField(
                    field(.extend, "days", "claim.days"), value: sent(.extend, "days") ?? "",
                    type: .number, .min("1"), .max(String(record.terms.extend)))
                words(.extend)
            }
        }
    }

    private func isSent(_ act: Privacy.ActName) -> Bool { entered?["act"] == act.rawValue }

    private func sent(_ act: Privacy.ActName, _ name: String) -> String? {
        isSent(act) ? entered?[name] : nil
    }

    private func field(
        _ act: Privacy.ActName, _ name: String, _ key: String
    ) -> Piece.Field {
        let error =
            isSent(act) && refusal?.field == name ? refusal.map { frame.say($0.sentence) } : nil
        return Piece.Field(
            name, frame.text(key), error: error, id: "\(act.rawValue)-\(name)")
    }

    private func words(_ act: Privacy.ActName) -> HTML {
        Piece.textArea(
            field(act, "words", "claim.actWords.\(act.rawValue)"),
            value: sent(act, "words") ?? "", rows: 5, .maxlength(Petitions.wordsMaximum))
    }

    private func fold(
        _ act: Privacy.ActName, isOpen: Bool = false, @HTMLBuilder content: () -> HTML
    ) -> HTML {
        Piece.unfolding(
            frame.text("claim.act.\(act.rawValue)"), isOpen: isOpen || isSent(act)
        ) {
            frame.commandForm(to: "/privacy/claims/\(record.claim.registration.code)/acts") {
                Piece.hiddenField("act", act.rawValue)
                content()
                Piece.acts {
                    Piece.submit(
                        frame.text("claim.go.\(act.rawValue)"),
                        act == .erase || act == .refuse ? .stop : .main)
                }
            }
        }
    }
}
