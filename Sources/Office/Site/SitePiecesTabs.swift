// Ways between lists: tabs, the strip of numbers, and the way to the next rows.

import HTML

extension Piece {
    /// A tab: a list that can be chosen, with the number of its rows.
    struct Tab: Sendable {
        let text: String
        let link: Link
        let count: String?
        let isCurrent: Bool

        init(_ text: String, _ link: Link, count: String? = nil, isCurrent: Bool = false) {
            self.text = text
            self.link = link
            self.count = count
            self.isCurrent = isCurrent
        }
    }

    static func tabs(label: String, _ tabs: [Tab]) -> HTML {
        nav(.class("tabs section"), .aria("label", label)) {
            ul {
                for tab in tabs {
                    li {
                        a(.href(tab.link), .if(tab.isCurrent, .aria("current", "page"))) {
                            tab.text
                            if let count = tab.count {
                                " "
                                span(.class("num")) { count }
                            }
                        }
                    }
                }
            }
        }
    }

    /// A number that opens what it counts, with a state if the number is of work in that state.
    struct Count: Sendable {
        let number: String
        let words: String
        let link: Link
        let state: State?

        init(_ number: String, _ words: String, _ link: Link, state: State? = nil) {
            self.number = number
            self.words = words
            self.link = link
            self.state = state
        }
    }

    static func strip(label: String, _ counts: [Count]) -> HTML {
        ul(.class("strip"), .aria("label", label)) {
            for count in counts {
                li {
                    a(.href(count.link)) {
                        b { count.number }
                        " "
                        span(.class(count.state.map { "st \($0.rawValue)" })) { count.words }
                    }
                }
            }
        }
    }

    /// The foot of a list: what it holds, and the ways to the rows before and after. Lists go on
    /// from a key and not from a page number, so there is no way to "page 7".
    static func more(
        _ note: String, label: String, first: Place? = nil, next: Place? = nil,
        @HTMLBuilder acts: () -> HTML = HTML.empty
    ) -> HTML {
        div(.class("head more")) {
            p(.class("note")) { note }
            div(.class("acts")) {
                if first != nil || next != nil {
                    nav(.class("acts"), .aria("label", label)) {
                        way(first, rel: "first")
                        way(next, rel: "next")
                    }
                }
                acts()
            }
        }
    }

    private static func way(_ place: Place?, rel: String) -> HTML {
        guard let place, let link = place.link else { return HTML() }
        return a(.class("btn small"), .rel(rel), .href(link)) { place.text }
    }
}
