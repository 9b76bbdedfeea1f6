// The sheet of an official paper: the head that decree 30/2020 asks for, lines, and signatures.

import HTML

extension Piece {
    /// What stands at the head of a paper.
    struct Crest: Sendable {
        let superior: [String]
        let issuer: [String]
        let nation: String
        let motto: String
        let placeAndDate: String

        /// - Parameters:
        ///   - superior: The body above the issuer, in lines, in capitals.
        ///   - issuer: The issuing body, in lines, in capitals.
        ///   - nation: The name of the state.
        ///   - motto: The words beneath it.
        ///   - placeAndDate: Set in italics.
        init(
            superior: [String], issuer: [String], nation: String, motto: String,
            placeAndDate: String
        ) {
            self.superior = superior
            self.issuer = issuer
            self.nation = nation
            self.motto = motto
            self.placeAndDate = placeAndDate
        }
    }

    /// The sheet. Use a body class to choose the size: none for A4, `ona5`, `onlandscape`.
    static func paper(titleID: String, @HTMLBuilder content: () -> HTML) -> HTML {
        div(.class("desk")) {
            article(.class("paper"), .aria("labelledby", titleID)) { content() }
        }
    }

    static func crest(_ crest: Crest) -> HTML {
        div(.class("crest")) {
            div {
                p { HTML.lines(crest.superior) }
                p(.class("short")) { strong { HTML.lines(crest.issuer) } }
            }
            div {
                p { strong { crest.nation } }
                p { strong(.class("rule")) { crest.motto } }
                p { i { crest.placeAndDate } }
            }
        }
    }

    /// A line of the paper.
    struct PaperLine: Sendable {
        let name: String
        let value: HTML
        let isHalf: Bool
        let isBold: Bool

        /// - Parameters:
        ///   - isHalf: Whether it shares the line with the next one.
        ///   - isBold: Whether the value stands out.
        init(
            _ name: String, isHalf: Bool = false, isBold: Bool = false,
            @HTMLBuilder _ value: () -> HTML
        ) {
            self.name = name
            self.value = value()
            self.isHalf = isHalf
            self.isBold = isBold
        }
    }

    static func paperLines(_ lines: [PaperLine]) -> HTML {
        dl(.class("lines")) {
            for line in lines {
                div(.if(line.isHalf, .class("half"))) {
                    dt { line.name }
                    " "
                    dd(.if(!line.isBold, .class("thin"))) { line.value }
                }
            }
        }
    }

    /// Two places to sign: who signs, how, and the name beneath.
    static func signatures(_ left: [String], _ right: [String]) -> HTML {
        div(.class("sign")) {
            for lines in [left, right] {
                div {
                    for (index, line) in lines.enumerated() {
                        p {
                            if index == 0 {
                                strong { line }
                            } else if index == lines.count - 1 {
                                line
                            } else {
                                i { line }
                            }
                        }
                    }
                }
            }
        }
    }
}

extension HTML {
    /// Lines with a break between them.
    static func lines(_ lines: [String]) -> HTML {
        var result = HTML()
        for (index, line) in lines.enumerated() {
            if index > 0 { result.append(br()) }
            result.append(.text(line))
        }
        return result
    }
}
