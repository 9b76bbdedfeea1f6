// What was done with a petition, and its days.

import HTML
import WorkTime

extension PetitionView {
    var history: HTML {
        Piece.part(frame.text("petition.history"), id: "history") {
            ul(.class("plain")) {
                for step in record.steps {
                    li {
                        p {
                            strong { frame.text("petition.step.\(step.kind.rawValue)", who(step)) }
                            " "
                            small { frame.moment(step.at) }
                        }
                        if let words = step.words { p { HTML.paragraph(words) } }
                    }
                }
            }
        }
    }

    /// Who did it, and to whom.
    private func who(_ step: Petitions.StepShown) -> String {
        let sender = frame.text("petition.sender")
        let by = step.by.isEmpty ? sender : step.by
        switch step.kind {
        case .asked: return "\(by) → \(step.to.isEmpty ? sender : step.to)"
        case .taken where step.to != step.by: return "\(by) → \(step.to)"
        default: return by
        }
    }

    var terms: HTML {
        Piece.part(frame.text("petition.days"), id: "days") {
            Piece.pairs(
                [
                    ("refuseBy", record.refuseBy), ("askBy", record.askBy),
                    ("answerBy", record.due), ("publishBy", record.publishBy),
                ].compactMap { name, moment in
                    moment.map { Piece.Fact(frame.text("petition.\(name)"), frame.moment($0)) }
                })
            PetitionTermsView(terms: record.terms, frame: frame).html
        }
    }
}
