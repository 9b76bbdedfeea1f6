// The top of a page: where one is, what the page is called, and what can be done.

import HTML

/// Pieces that pages are put together from. They take texts that are translated already and have
/// none of their own; their classes are those of `roviec.css`.
enum Piece {
    /// A step of the path to the page; the last one has no link.
    struct Place: Sendable {
        let text: String
        let link: Link?

        init(_ text: String, _ link: Link? = nil) {
            self.text = text
            self.link = link
        }
    }

    /// The path to the page, its own name last.
    static func crumbs(label: String, _ places: [Place]) -> HTML {
        nav(.class("path"), .aria("label", label)) {
            ol {
                for place in places {
                    if let link = place.link {
                        li { a(.href(link)) { place.text } }
                    } else {
                        li(.aria("current", "page")) { place.text }
                    }
                }
            }
        }
    }

    /// The name of the page with a line beneath it, and its acts on the right.
    static func head(
        _ title: String, @HTMLBuilder lead: () -> HTML = HTML.empty,
        @HTMLBuilder acts: () -> HTML = HTML.empty
    ) -> HTML {
        let lead = lead()
        let acts = acts()
        return div(.class("head")) {
            div {
                h1 { title }
                if !lead.isEmpty { p { lead } }
            }
            if !acts.isEmpty { Piece.acts { acts } }
        }
    }

    /// A row of buttons and links that do something.
    static func acts(
        class actsClass: String? = nil, @HTMLBuilder _ content: () -> HTML
    ) -> HTML {
        div(.classes("acts", actsClass)) { content() }
    }
}
