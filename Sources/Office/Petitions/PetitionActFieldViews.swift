// Fields and forms of the acts. Each has its own name, so that a mistake is told at its place.

import Engine
import HTML
import WorkTime

extension PetitionActsView {
    // MARK: Fields

    func people(
        _ act: Petitions.ActName, none: String?, first: [Piece.Choice] = []
    ) -> HTML {
        Piece.selectField(
            .init(
                "person", frame.text("petition.person"), error: mistake(act, "person"),
                id: "\(act.rawValue)-person"),
            first
                + record.people.map {
                    .init($0.person.rawValue, "\($0.name) – \($0.unit)")
                }, chosen: value(act, "person"), none: none)
    }

    func words(_ act: Petitions.ActName, _ key: String, rows: Int = 4) -> HTML {
        Piece.textArea(
            .init(
                "words", frame.text(key), error: mistake(act, "words"),
                id: "\(act.rawValue)-words"),
            value: value(act, "words"), rows: rows, .maxlength(Petitions.wordsMaximum))
    }

    func line(
        _ act: Petitions.ActName, _ name: String, optional: Bool = false, _ more: Attribute...
    ) -> HTML {
        Piece.textField(
            .init(
                name, frame.text("petition.field.\(name)"),
                optional: optional ? frame.text("petition.ifPublished") : nil,
                error: mistake(act, name), id: "\(act.rawValue)-\(name)"),
            value: value(act, name), .all(more))
    }

    /// Beside an answer it may stay empty; alone it is all there is.
    @HTMLBuilder func publication(_ act: Petitions.ActName) -> HTML {
        p(.class("note")) { frame.text("petition.publishNote") }
        line(act, "title", optional: act == .answer, .maxlength(Petitions.subjectMaximum))
        for name in ["question", "publicAnswer"] {
            Piece.textArea(
                .init(
                    name, frame.text("petition.field.\(name)"),
                    optional: act == .answer ? frame.text("petition.ifPublished") : nil,
                    id: "\(act.rawValue)-\(name)"),
                value: value(act, name), rows: 4, .maxlength(Petitions.wordsMaximum))
        }
    }

    // MARK: Forms

    func fold(
        _ act: Petitions.ActName, _ key: String, isOpen: Bool = false,
        @HTMLBuilder fields: () -> HTML
    ) -> HTML {
        Piece.unfolding(frame.text(key), isOpen: isOpen || entered?["act"] == act.rawValue) {
            form(act, key, content: fields)
        }
    }

    func form(
        _ act: Petitions.ActName, _ key: String, _ weight: Piece.Weight = .usual,
        @HTMLBuilder content: () -> HTML
    ) -> HTML {
        frame.commandForm(to: "/petitions/\(record.code)/acts") {
            Piece.hiddenField("act", act.rawValue)
            content()
            Piece.acts { Piece.submit(frame.text(key), weight) }
        }
    }

    func value(_ act: Petitions.ActName, _ name: String) -> String {
        guard let entered, entered["act"] == act.rawValue else { return "" }
        return entered[name]
    }

    func isEntered(_ act: Petitions.ActName, _ name: String) -> Bool {
        !value(act, name).isEmpty
    }

    func mistake(_ act: Petitions.ActName, _ field: String) -> String? {
        guard let refusal, refusal.field == field, entered?["act"] == act.rawValue else {
            return nil
        }
        return frame.say(refusal.sentence)
    }
}
