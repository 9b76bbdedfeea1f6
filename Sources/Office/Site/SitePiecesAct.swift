// Buttons and links that look like buttons. One main act a page.

import HTML

extension Piece {
    /// How much an act weighs.
    enum Weight: String, Sendable {
        /// The one thing the page is for.
        case main = "btn go"
        case usual = "btn"
        /// Refusing and stopping.
        case stop = "btn stop"
        case small = "btn small"
    }

    /// Sends the form it stands in.
    /// - Parameters:
    ///   - name: With `value`, tells which of several buttons was pressed.
    ///   - to: Another address than that of the form.
    static func submit(
        _ words: String, _ weight: Weight = .usual, name: String? = nil, value: String? = nil,
        to link: Link? = nil, _ more: Attribute...
    ) -> HTML {
        button(
            .class(weight.rawValue), .type(.submit), .name(name), .value(value),
            .formaction(link), .all(more)
        ) { words }
    }

    /// Leads to another page.
    static func act(_ words: String, _ link: Link, _ weight: Weight = .usual) -> HTML {
        a(.class(weight.rawValue), .href(link)) { words }
    }

    /// The reason why something cannot be done, where its button would stand.
    static func reason(_ words: String) -> HTML {
        span(.class("note")) { words }
    }
}
