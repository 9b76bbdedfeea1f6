// What a page says to its reader: refusals, notices, and that there is nothing.

import HTML

extension Piece {
    /// A mistake and the field it belongs to.
    struct Mistake: Sendable {
        let words: String
        let fieldID: String?

        init(_ words: String, fieldID: String? = nil) {
            self.words = words
            self.fieldID = fieldID
        }
    }

    /// All mistakes of a form, above it, each leading to its field. Nothing if there is none.
    static func errors(_ title: String, _ mistakes: [Mistake], id: String = "errors") -> HTML {
        if mistakes.isEmpty { return HTML() }
        return div(
            .class("errors"), .role("alert"), .tabindex(-1), .aria("labelledby", "\(id)-title"),
            .id(id)
        ) {
            h2(.id("\(id)-title")) { title }
            ul {
                for mistake in mistakes {
                    li {
                        if let field = mistake.fieldID {
                            a(.href("#\(field)")) { mistake.words }
                        } else {
                            mistake.words
                        }
                    }
                }
            }
        }
    }

    /// A sentence the page begins with, such as what has just been done.
    /// - Parameter isUrgent: Whether it interrupts whoever listens to the page.
    static func notice(
        _ state: State, _ words: String, isUrgent: Bool = false,
        @HTMLBuilder detail: () -> HTML = HTML.empty
    ) -> HTML {
        div(.class("notice noprint"), .role(isUrgent ? "alert" : "status")) {
            Piece.state(state, words)
            " "
            detail()
        }
    }

    /// Nothing to show: says what would stand here and how it gets here.
    static func emptyState(
        _ title: String, _ words: String, @HTMLBuilder acts: () -> HTML = HTML.empty
    ) -> HTML {
        let acts = acts()
        return div(.class("empty")) {
            p { strong { title } }
            p(.class("note")) { words }
            if !acts.isEmpty { Piece.acts { acts } }
        }
    }

    /// One flaw of a draft: which rule it breaks, where, and how to mend it.
    struct Flaw: Sendable {
        let rule: String
        let what: HTML
        let mend: String
        let place: String?

        /// - Parameter place: File and line, if it was read from a file.
        init(
            rule: String, mend: String, place: String? = nil, @HTMLBuilder what: () -> HTML
        ) {
            self.rule = rule
            self.what = what()
            self.mend = mend
            self.place = place
        }
    }

    /// The list of flaws inside a part of look `.gate`.
    static func flaws(_ flaws: [Flaw]) -> HTML {
        ol {
            for flaw in flaws {
                li {
                    Piece.state(.late, flaw.rule)
                    div {
                        p { flaw.what }
                        p(.class("note")) {
                            flaw.mend
                            if let place = flaw.place {
                                " "
                                span(.class("at")) { place }
                            }
                        }
                    }
                }
            }
        }
    }
}
