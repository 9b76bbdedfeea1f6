// What is wrong with the answers to a form, each with the way to its input.

import HTML
import ProcessModel
import WorkTime

extension Site.Frame {
    /// - Parameter id: Of the first input of a field.
    func lines(
        of mistakes: [FormMistake], id: (FormField) -> String
    ) -> [Piece.Mistake] {
        mistakes.map { Piece.Mistake(say($0.sentence), fieldID: id($0.field)) }
    }

    func error(of field: FormField, in mistakes: [FormMistake]) -> String? {
        mistakes.first { $0.field.key == field.key }.map { say($0.sentence) }
    }
}
