// A field of a form with its label, its hint and its mistake, wired for those who listen.

import HTML

extension Piece {
    /// What every field has. The `id` is the name unless given.
    struct Field: Sendable {
        let name: String
        let id: String
        let label: String
        let width: Width
        let optional: String?
        let hint: String?
        let error: String?

        /// How many of the six columns of the form it takes.
        enum Width: String, Sendable {
            case two = "w2"
            case three = "w3"
            case four = "w4"
            case six
        }

        /// - Parameters:
        ///   - optional: The word that says the field may stay empty, if it may; else it is
        ///     required.
        ///   - error: What is wrong with the value that was sent, and how to mend it.
        init(
            _ name: String, _ label: String, width: Width = .six, optional: String? = nil,
            hint: String? = nil, error: String? = nil, id: String? = nil
        ) {
            self.name = name
            self.id = id ?? name
            self.label = label
            self.width = width
            self.optional = optional
            self.hint = hint
            self.error = error
        }

        var frameClass: Attribute {
            .classes(
                "field", width == .six ? nil : width.rawValue, error == nil ? nil : "bad")
        }

        var errorID: String { "\(id)-error" }
        var hintID: String { "\(id)-hint" }

        /// Name, identity, and the links to mistake and hint.
        var wiring: Attribute {
            .all([
                .id(id), .name(name), .if(optional == nil, .required),
                .if(error != nil, .aria("invalid", "true")), describing,
            ])
        }

        /// The links to mistake and hint. A group has these alone: it cannot be invalid itself.
        var describing: Attribute {
            let parts = [error == nil ? nil : errorID, hint == nil ? nil : hintID]
            let described = parts.compactMap { $0 }.joined(separator: " ")
            return .aria("describedby", described.isEmpty ? nil : described)
        }
    }

    /// Label, mistake, input, hint, in this order.
    static func frame(_ field: Field, @HTMLBuilder input: () -> HTML) -> HTML {
        div(field.frameClass) {
            label(.for(field.id)) { labelText(field) }
            mistake(of: field)
            input()
            hint(of: field)
        }
    }

    static func labelText(_ field: Field) -> HTML {
        HTML {
            field.label
            if let optional = field.optional {
                " "
                span(.class("opt")) { "(\(optional))" }
            }
        }
    }

    static func mistake(of field: Field) -> HTML {
        field.error.map { error in span(.class("err"), .id(field.errorID)) { error } } ?? HTML()
    }

    static func hint(of field: Field) -> HTML {
        field.hint.map { hint in span(.class("hint"), .id(field.hintID)) { hint } } ?? HTML()
    }
}
