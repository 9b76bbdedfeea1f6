// Names with their values: the fixed block of a case, figures, pairs, and short sums.

import HTML

extension Piece {
    /// A name and what it stands for.
    struct Fact: Sendable {
        let name: String
        let value: HTML
        let isTotal: Bool

        init(_ name: String, isTotal: Bool = false, @HTMLBuilder _ value: () -> HTML) {
            self.name = name
            self.value = value()
            self.isTotal = isTotal
        }

        init(_ name: String, _ value: String) {
            self.init(name) { value }
        }
    }

    /// The block at the top of a case: six cells that stay the same for every kind of case.
    static func facts(_ facts: [Fact]) -> HTML { list(facts, class: "facts") }

    /// Names on the left, values on the right, a line between each.
    static func pairs(_ facts: [Fact]) -> HTML { list(facts, class: "pairs") }

    /// A short sum: the last line, marked as total, is what the others lead to.
    static func tally(_ facts: [Fact]) -> HTML { list(facts, class: "tally") }

    private static func list(_ facts: [Fact], class listClass: String) -> HTML {
        dl(.class(listClass)) {
            for fact in facts {
                div(.if(fact.isTotal, .class("total"))) {
                    dt { fact.name }
                    dd { fact.value }
                }
            }
        }
    }

    /// A figure with what it is counted from, and the way to its records.
    struct Figure: Sendable {
        let name: String
        let value: String
        let base: String
        let records: Place?

        /// - Parameters:
        ///   - value: Large, written the way the language writes numbers: "95,61 %".
        ///   - base: Numerator and denominator in words: "894 / 935 hồ sơ tiếp nhận".
        ///   - records: The link that opens the records counted.
        init(_ name: String, value: String, base: String, records: Place? = nil) {
            self.name = name
            self.value = value
            self.base = base
            self.records = records
        }
    }

    static func figures(_ figures: [Figure]) -> HTML {
        dl(.class("figs")) {
            for figure in figures {
                div {
                    dt { figure.name }
                    dd(.class("big")) { figure.value }
                    dd { figure.base }
                    if let records = figure.records, let link = records.link {
                        dd(.class("base")) { a(.href(link)) { records.text } }
                    }
                }
            }
        }
    }
}
