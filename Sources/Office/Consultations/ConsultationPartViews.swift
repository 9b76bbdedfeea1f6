// The bodies of a consultation, one row each, and the form in which one answers.

import HTML
import WorkTime

struct ConsultationPartsView {
    let shown: Consultations.Shown
    let frame: Site.Frame

    var table: HTML {
        stackedTable(
            TableCaption(frame.text("consultation.bodies", String(shown.number)), isHidden: true),
            class: "work",
            columns: ["body", "term", "standing", "answer"].map {
                TableColumn(frame.text("consultation.column.\($0)"))
            }, rows: shown.parts.map(row))
    }

    private func row(_ part: Consultations.ShownPart) -> TableRow {
        TableRow([
            TableCell {
                Piece.twoVoices("\(part.place). \(part.name)", voice(part))
            },
            TableCell {
                frame.say(part.term.phrase)
                " "
                small {
                    frame.text(
                        "consultation.turn", frame.moment(part.from), frame.moment(part.due))
                }
                if part.isBeyond {
                    " "
                    Piece.state(.late, frame.text("consultation.beyond"))
                }
            },
            TableCell { frame.consultationStanding(part) },
            TableCell { answer(part) },
        ])
    }

    private func voice(_ part: Consultations.ShownPart) -> String? {
        if part.leads { return frame.text("consultation.leads") }
        return part.unit == nil ? frame.text("consultation.outside") : nil
    }

    @HTMLBuilder private func answer(_ part: Consultations.ShownPart) -> HTML {
        if let answer = part.answer {
            strong { frame.text("consultation.opinion.\(answer.opinion.rawValue)") }
            " "
            small {
                frame.moment(answer.at)
                ", \(answer.by)"
                if !answer.document.isEmpty {
                    " · "
                    frame.text("consultation.letter", answer.document)
                    if let day = answer.documentDay { ", \(frame.day(day))" }
                }
            }
            if let words = answer.words { HTML.paragraph(words) }
        } else if let at = part.reportedAt {
            frame.text(
                "consultation.reported",
                part.reportedTo.isEmpty
                    ? frame.text("consultation.vacant") : part.reportedTo, frame.moment(at))
        } else {
            "–"
        }
    }
}

extension Site.Frame {
    /// Where a body stands, with the time that tells it.
    @HTMLBuilder func consultationStanding(_ part: Consultations.ShownPart) -> HTML {
        switch part.standing {
        case .later: Piece.state(.paused, text("consultation.later", moment(part.from)))
        case .asked: timeLeft(part.left, due: part.due)
        case .silent: Piece.state(.late, text("consultation.silent", moment(part.silentFrom)))
        case .answered:
            Piece.state(
                part.silentFrom == nil ? .done : .wasLate,
                text(part.silentFrom == nil ? "consultation.inTime" : "consultation.lateAnswer"))
        case .closed: Piece.state(.paused, text("consultation.closed"))
        }
    }

    private func moment(_ moment: LocalMinute?) -> String {
        moment.map { self.moment($0) } ?? "–"
    }
}

struct ConsultationAnswerView {
    let part: Consultations.ShownPart
    let place: ConsultationView.Place
    let action: Link
    let frame: Site.Frame
    let refusal: Consultations.Rejection?
    let entered: Site.Form

    var html: HTML {
        Piece.unfolding(
            frame.text("consultation.answerFor", part.name),
            isOpen: part.unit != nil || refusal != nil
        ) {
            frame.commandForm(to: action) {
                Piece.hiddenField("place", String(part.place))
                Piece.radioField(
                    field("opinion"),
                    Consultations.Opinion.allCases.map {
                        .init($0.rawValue, frame.text("consultation.opinion.\($0.rawValue)"))
                    }, chosen: entered["opinion"])
                Piece.textArea(
                    field("words", optional: frame.text("consultation.wordsHint")),
                    value: entered["words"], rows: 4, .maxlength(Consultations.wordsMaximum))
                Piece.textField(
                    field("document", .three, optional: optional), value: entered["document"],
                    .maxlength(Consultations.documentMaximum))
                Piece.dateField(
                    field("documentDay", .three, optional: optional),
                    value: entered["documentDay"], max: frame.now.day.text)
                Piece.acts { Piece.submit(frame.text("consultation.answer"), .main) }
            }
        }
    }

    /// A body outside answers by a letter.
    private var optional: String? { part.unit == nil ? nil : frame.text("word.optional") }

    private func field(
        _ name: String, _ width: Piece.Field.Width = .six, optional: String? = nil
    ) -> Piece.Field {
        Piece.Field(
            name, frame.text("consultation.field.\(name)"), width: width, optional: optional,
            error: refusal?.field == name ? refusal.map { frame.say($0.sentence) } : nil,
            id: ConsultationView.id(name, place))
    }
}
