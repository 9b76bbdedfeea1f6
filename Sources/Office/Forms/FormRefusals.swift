// A refusal about the form of a process, told with the fields and what is wrong with each answer.

import Engine
import ProcessModel
import WorkTime

extension FormMistake {
    var sentence: Bilingual { flaw.sentence(of: field.label, field.type) }
}

/// What the engine refused, with everything else that is wrong with the same answers.
struct FormRefusal: Refusal {
    let code: String
    let first: FormMistake
    let mistakes: [FormMistake]

    var field: String? { first.field.input }
    var sentence: Bilingual { first.sentence }
}

extension Refusal {
    /// The engine names the first field alone; other refusals, and those of fields that are not at
    /// hand, stay as they are.
    func told(with mistakes: () -> [FormMistake]) -> any Refusal {
        switch self as? Dossiers.Rejection {
        case .work(.fieldMissing), .work(.fieldOfWrongType):
            let mistakes = mistakes()
            guard let first = mistakes.first else { return self }
            return FormRefusal(code: code, first: first, mistakes: mistakes)
        default: return self
        }
    }

    var mistakes: [FormMistake] { (self as? FormRefusal)?.mistakes ?? [] }
}
