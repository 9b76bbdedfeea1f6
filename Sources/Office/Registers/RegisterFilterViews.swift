// Choosing the office and the days of a register, also where one was refused.

import Engine
import HTML
import WorkTime

struct RegisterFilter {
    let frame: Site.Frame
    let office: String
    let offices: [Registers.Office]
    let from: String
    let through: String

    var html: HTML {
        form(.class("filter noprint"), .action("/registers")) {
            if offices.count > 1 {
                label {
                    frame.text("official.office")
                    " "
                    select(.name("office")) {
                        for choice in offices {
                            option(
                                .value(choice.id.rawValue),
                                .if(choice.id.rawValue == office, .selected)
                            ) { choice.name }
                        }
                    }
                }
            } else {
                Piece.hiddenField("office", office)
            }
            day("from", frame.text("register.from"), from)
            day("to", frame.text("register.to"), through)
            Piece.submit(frame.text("reports.show"), .small)
        }
    }

    private func day(_ name: String, _ words: String, _ value: String) -> HTML {
        label {
            words
            " "
            input(.type(.date), .id(name), .name(name), .value(value))
        }
    }
}

/// The form alone, with the sentence why there is no register.
struct RegisterRefusedView {
    let frame: Site.Frame
    let refusal: Registers.Rejection
    let asked: Site.Form

    var html: HTML {
        frame.page(
            title: frame.text("site.error") + " " + frame.text("official.title"),
            section: .dossiers
        ) {
            frame.registerHead(way: nil)
            Piece.errors(
                frame.text("site.refused"),
                [Piece.Mistake(frame.say(refusal.sentence), fieldID: "from")])
            RegisterFilter(
                frame: frame, office: asked["office"], offices: [], from: asked["from"],
                through: asked["to"]
            ).html
        }
    }
}

extension Site.Frame {
    /// The way back and the acts of a register.
    /// - Parameter way: To the PDF; `nil` without a register.
    @HTMLBuilder func registerHead(way: Link?) -> HTML {
        Piece.crumbs(
            label: text("site.path"),
            [
                Piece.Place(text("menu.dossiers"), "/dossiers"),
                Piece.Place(text("official.title")),
            ])
        div(.class("noprint")) {
            Piece.head(text("official.title")) {
                text("official.lead")
            } acts: {
                if let way {
                    Piece.printButton(text("site.print"), .main)
                    Piece.act(text("paper.pdf"), way)
                }
                Piece.act(text("register.title"), "/dossiers")
            }
        }
    }
}
