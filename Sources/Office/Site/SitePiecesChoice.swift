// Fields where a choice is ticked: one of a few, several, or a single yes.

import HTML

extension Piece {
    /// One of a few, all in view.
    static func radioField(
        _ field: Field, _ choices: [Choice], chosen: String? = nil
    ) -> HTML {
        group(field, choices, type: .radio, isRequired: field.optional == nil) { $0 == chosen }
    }

    /// Any number of a few.
    static func checkField(
        _ field: Field, _ choices: [Choice], chosen: Set<String> = []
    ) -> HTML {
        group(field, choices, type: .checkbox, isRequired: false) { chosen.contains($0) }
    }

    /// A single box to tick. It may stay empty unless `isRequired`.
    static func checkBox(
        _ field: Field, value: String = "1", isChecked: Bool, isRequired: Bool = false
    ) -> HTML {
        div(field.frameClass) {
            mistake(of: field)
            div(.class("choice")) {
                label {
                    input(
                        .type(.checkbox), .id(field.id), .name(field.name), .value(value),
                        .if(isChecked, .checked), .if(isRequired, .required),
                        .if(field.error != nil, .aria("invalid", "true")), field.describing)
                    " "
                    span { labelText(field) }
                }
            }
            hint(of: field)
        }
    }

    /// A value the form carries along unseen.
    static func hiddenField(_ name: String, _ value: String) -> HTML {
        input(.type(.hidden), .name(name), .value(value))
    }

    /// The first box has the identity of the field, so that links to mistakes find it.
    private static func group(
        _ field: Field, _ choices: [Choice], type: InputType, isRequired: Bool,
        isChosen: (String) -> Bool
    ) -> HTML {
        fieldset(field.frameClass, field.describing) {
            legend { labelText(field) }
            mistake(of: field)
            div(.class("choice")) {
                for (index, choice) in choices.enumerated() {
                    label {
                        input(
                            .type(type), .if(index == 0, .id(field.id)), .name(field.name),
                            .value(choice.value), .if(isChosen(choice.value), .checked),
                            .if(isRequired, .required))
                        " "
                        span { twoVoices(choice.words, choice.hint) }
                    }
                }
            }
            hint(of: field)
        }
    }
}
