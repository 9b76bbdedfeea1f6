// The inputs a field can hold.

import HTML

extension Piece {
    /// A line of text, a number, a date, a password: whatever `type` says.
    static func textField(
        _ field: Field, value: String = "", type: InputType = .text, _ more: Attribute...
    ) -> HTML {
        frame(field) {
            input(
                field.wiring, .type(type), .if(!value.isEmpty, .value(value)), .all(more))
        }
    }

    /// A day, `value` as `2019-07-18`.
    static func dateField(
        _ field: Field, value: String = "", min: String? = nil, max: String? = nil
    ) -> HTML {
        textField(field, value: value, type: .date, .min(min), .max(max))
    }

    /// A line of text with words to choose from while typing.
    static func suggestingField(
        _ field: Field, value: String = "", suggestions: [String], _ more: Attribute...
    ) -> HTML {
        frame(field) {
            input(
                field.wiring, .list("\(field.id)-list"), .if(!value.isEmpty, .value(value)),
                .all(more))
            datalist(.id("\(field.id)-list")) {
                for suggestion in suggestions { option(.value(suggestion)) }
            }
        }
    }

    /// Several lines of text.
    static func textArea(
        _ field: Field, value: String = "", rows: Int = 3, _ more: Attribute...
    ) -> HTML {
        frame(field) { textarea(field.wiring, .rows(rows), .all(more), text: value) }
    }

    /// What can be chosen.
    struct Choice: Sendable {
        let value: String
        let words: String
        let hint: String?

        init(_ value: String, _ words: String, hint: String? = nil) {
            self.value = value
            self.words = words
            self.hint = hint
        }
    }

    /// One of a list that is too long to show.
    /// - Parameter none: Words of the empty choice at the top, if there is one.
    static func selectField(
        _ field: Field, _ choices: [Choice], chosen: String? = nil, none: String? = nil,
        _ more: Attribute...
    ) -> HTML {
        frame(field) {
            select(field.wiring, .all(more)) {
                if let none { option(.value("")) { none } }
                for choice in choices {
                    option(.value(choice.value), .if(choice.value == chosen, .selected)) {
                        choice.words
                    }
                }
            }
        }
    }
}
