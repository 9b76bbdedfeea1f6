// The acts on one petition: the answer in view, the rest folded.

import Engine
import HTML
import WorkTime

struct PetitionActsView {
    let record: Petitions.Record
    let frame: Site.Frame
    let refusal: (any Refusal)?
    let entered: Site.Form?

    @HTMLBuilder var html: HTML {
        if record.may.contains(.reply), let question = record.question { reply(question) }
        if record.standing == .received, record.may.contains(.assign) {
            form(.assign, "petition.takeIt", .main) {
                Piece.hiddenField("person", record.viewer.rawValue)
            }
        }
        if record.may.contains(.answer) {
            Piece.part(frame.text("petition.answerIt"), id: "answer-it", look: .panel) {
                form(.answer, "petition.answerGo", .main) {
                    words(.answer, "petition.answer", rows: 6)
                    Piece.unfolding(
                        frame.text("petition.publishToo"), isOpen: isEntered(.answer, "publish")
                    ) {
                        Piece.checkBox(
                            .init(
                                "publish", frame.text("petition.publishBox"),
                                id: "answer-publish"),
                            isChecked: isEntered(.answer, "publish"))
                        publication(.answer)
                    }
                }
            }
        }
        if record.may.contains(.publish) {
            fold(.publish, "petition.publish", isOpen: record.publication == nil) {
                publication(.publish)
            }
        }
        if record.may.contains(.assign) { assignment }
        if record.may.contains(.ask) { asking }
        if record.may.contains(.refuse) { refusing }
        if record.may.contains(.forward) {
            fold(.forward, "petition.forward") {
                line(.forward, "body", .maxlength(Petitions.subjectMaximum))
                words(.forward, "petition.toSender")
            }
        }
        if record.may.contains(.conceal) {
            fold(.conceal, "petition.conceal") { words(.conceal, "petition.concealWhy") }
        }
    }

    // MARK: Acts

    private func reply(_ question: Petitions.StepShown) -> HTML {
        Piece.part(frame.text("petition.askedOfYou"), id: "asked-of-you", look: .panel) {
            p { HTML.paragraph(question.words ?? "") }
            form(.reply, "petition.sendReply", .main) { words(.reply, "petition.yourReply") }
        }
    }

    private var assignment: HTML {
        fold(.assign, "petition.assign") {
            people(.assign, none: frame.text("petition.choosePerson"))
        }
    }

    private var asking: HTML {
        fold(.ask, "petition.ask") {
            people(
                .ask, none: nil,
                first: [.init(Petitions.askedSender, frame.text("petition.sender"))])
            words(.ask, "petition.askWords")
        }
    }

    private var refusing: HTML {
        fold(.refuse, "petition.refuse") {
            Piece.selectField(
                .init(
                    "ground", frame.text("petition.ground"),
                    hint: frame.text("petition.groundNote"),
                    error: mistake(.refuse, "ground"), id: "refuse-ground"),
                Petitions.Ground.allCases.map {
                    .init($0.rawValue, frame.text("petition.ground.\($0.rawValue)"))
                }, chosen: value(.refuse, "ground"), none: frame.text("petition.chooseGround"))
            words(.refuse, "petition.toSender")
        }
    }
}
