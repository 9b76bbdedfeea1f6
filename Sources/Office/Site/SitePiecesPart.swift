// Parts of a page under a heading of their own.

import HTML

extension Piece {
    /// How a part stands out from the page.
    enum PartLook: String, Sendable {
        case plain = "section"
        case panel = "section panel"
        case gate = "section gate"
        case lead
    }

    /// A part of a page under a heading. `id` names the heading, so that links can lead to it.
    /// - Parameters:
    ///   - isHeadingHidden: Whether the heading is only read aloud.
    ///   - note: Stands on the line of the heading, at its right.
    static func part(
        _ heading: String, id: String, look: PartLook = .plain, isHeadingHidden: Bool = false,
        @HTMLBuilder note: () -> HTML = HTML.empty, @HTMLBuilder content: () -> HTML
    ) -> HTML {
        let note = note()
        let title = h2(.id(id), .class(isHeadingHidden ? "vh" : nil)) { heading }
        return section(.class(look.rawValue), .aria("labelledby", id)) {
            if note.isEmpty {
                title
            } else {
                div(.class("section-head")) {
                    title
                    " "
                    note
                }
            }
            content()
        }
    }

    /// Two columns, the wide one first; one below the other on narrow screens.
    static func columns(@HTMLBuilder wide: () -> HTML, @HTMLBuilder narrow: () -> HTML) -> HTML {
        div(.class("cols section")) {
            div { wide() }
            div { narrow() }
        }
    }

    /// What stands beside the work: a panel that stays in view while the page is scrolled.
    static func sidePanel(
        _ heading: String, id: String, @HTMLBuilder content: () -> HTML
    ) -> HTML {
        aside(.class("panel stick"), .aria("labelledby", id)) {
            h2(.id(id)) { heading }
            content()
        }
    }

    /// What may be opened to read more.
    static func unfolding(
        _ summaryText: String, isOpen: Bool = false, @HTMLBuilder content: () -> HTML
    ) -> HTML {
        details(.if(isOpen, .open)) {
            summary { summaryText }
            content()
        }
    }

    /// Wide content that scrolls sideways in its own strip and can be reached by the keyboard.
    static func scrolling(label: String, @HTMLBuilder content: () -> HTML) -> HTML {
        div(.class("scroll"), .role("region"), .aria("label", label), .tabindex(0)) { content() }
    }
}
