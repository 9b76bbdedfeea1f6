// The keys of a page: the list in view, and the same list behind `?`.

import HTML

extension Piece {
    /// Keys and what they do.
    struct Key: Sendable {
        let keys: [String]
        let words: String

        init(_ keys: String..., does words: String) {
            self.keys = keys
            self.words = words
        }
    }

    /// The list at the foot of a page; hidden on telephones.
    static func keys(label: String, _ keys: [Key]) -> HTML {
        aside(.aria("label", label)) { keyList(keys) }
    }

    /// The window that `?` opens. Works only with the script, which alone makes keys work.
    /// - Parameter switchLabel: Words of the box that turns one-letter keys off.
    static func keyHelp(title: String, _ keys: [Key], switchLabel: String, close: String) -> HTML {
        dialog(.id("keys"), .aria("labelledby", "keys-title")) {
            form(.method(.dialog)) {
                h2(.id("keys-title")) { title }
                keyList(keys)
                div(.class("choice")) {
                    label {
                        input(.type(.checkbox), .data("keys-switch", ""))
                        " "
                        span { switchLabel }
                    }
                }
                button(.class("btn")) { close }
            }
        }
    }

    private static func keyList(_ keys: [Key]) -> HTML {
        ul(.class("keys")) {
            for key in keys {
                li {
                    for name in key.keys {
                        kbd { name }
                        " "
                    }
                    span { key.words }
                }
            }
        }
    }

    /// A button that prints the page; it shows itself only if the script runs.
    static func printButton(_ words: String, _ weight: Weight = .usual) -> HTML {
        button(.class(weight.rawValue), .type(.button), .data("print", ""), .hidden) { words }
    }
}
