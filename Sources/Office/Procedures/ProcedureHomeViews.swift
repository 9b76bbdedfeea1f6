// What a citizen meets first: find a procedure, follow a dossier. And the catalogue.

import HTML
import WorkTime

struct ProcedureHomeView {
    let catalogue: Procedures.Catalogue
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("home.title"), section: nil, bodyClass: "public") {
            Piece.head(frame.text("home.title")) { frame.text("home.lead") }
            ProcedureSearch(filter: .init(), frame: frame).html
            ProcedureEvents(frame: frame, chosen: nil).html
            Piece.part(frame.text("home.track"), id: "track", look: .panel) {
                p { frame.text("home.trackLead") }
                form(.classes("ask", "one"), .action("/track")) {
                    div {
                        label(.for("code")) { frame.text("home.code") }
                        " "
                        input(
                            .type(.text), .id("code"), .name("code"), .class("num"),
                            .autocomplete("off"), .required)
                    }
                    Piece.submit(frame.text("home.follow"))
                }
            }
            p(.class("note")) {
                frame.text("home.all", frame.number(catalogue.count))
                " "
                a(.href("/procedures")) { frame.text("home.allLink") }
            }
        }
    }
}

/// One box for words, without marks.
struct ProcedureSearch {
    let filter: Procedures.Filter
    let frame: Site.Frame

    var html: HTML {
        form(.classes("ask", "one"), .role("search"), .action("/procedures")) {
            div {
                label(.for("q")) { frame.text("procedures.search") }
                " "
                input(
                    .type(.search), .id("q"), .name("q"), .value(filter.words),
                    .maxlength(200), .placeholder(frame.text("procedures.searchHint")))
            }
            if let event = filter.event { Piece.hiddenField("event", event.rawValue) }
            Piece.submit(frame.text("procedures.find"), .main)
        }
    }
}

/// What brings people here, as links.
struct ProcedureEvents {
    let frame: Site.Frame
    let chosen: Procedures.LifeEvent?

    var html: HTML {
        nav(.class("events"), .aria("label", frame.text("procedures.events"))) {
            h2 { frame.text("procedures.events") }
            ul {
                for event in Procedures.LifeEvent.allCases {
                    li {
                        a(
                            .href(Link("/procedures").adding("event", event.rawValue)),
                            .if(event == chosen, .aria("current", "true"))
                        ) { frame.text("lifeEvent.\(event.rawValue)") }
                    }
                }
            }
        }
    }
}

struct ProcedureCatalogueView {
    let catalogue: Procedures.Catalogue
    let frame: Site.Frame

    var html: HTML {
        frame.page(
            title: title, section: .procedures, bodyClass: "public"
        ) {
            Piece.head(title) {
                frame.text(
                    catalogue.filter.isEmpty ? "procedures.count" : "procedures.found",
                    frame.number(catalogue.procedures.count))
            }
            ProcedureSearch(filter: catalogue.filter, frame: frame).html
            ProcedureEvents(frame: frame, chosen: catalogue.filter.event).html
            if catalogue.procedures.isEmpty {
                Piece.emptyState(
                    frame.text("procedures.empty"), frame.text("procedures.emptyHint")
                ) { Piece.act(frame.text("procedures.all"), "/procedures") }
            } else {
                for group in groups {
                    Piece.unfolding(
                        "\(group.field) (\(group.procedures.count))", isOpen: groups.count < 4
                    ) { list(group.procedures) }
                }
            }
        }
    }

    private var title: String {
        catalogue.filter.event.map { frame.text("lifeEvent.\($0.rawValue)") }
            ?? frame.text("menu.procedures")
    }

    /// In the order in which they come: by field.
    private var groups: [(field: String, procedures: [Procedures.Listed])] {
        var groups: [(field: String, procedures: [Procedures.Listed])] = []
        for procedure in catalogue.procedures {
            if groups.last?.field != procedure.field { groups.append((procedure.field, [])) }
            groups[groups.count - 1].procedures.append(procedure)
        }
        return groups
    }

    private func list(_ procedures: [Procedures.Listed]) -> HTML {
        ul(.class("offers")) {
            for procedure in procedures {
                li {
                    a(.href("/procedures/\(procedure.code)")) { procedure.title }
                    " "
                    span(.class("hint")) { words(of: procedure) }
                }
            }
        }
    }

    private func words(of procedure: Procedures.Listed) -> String {
        let term = Term(procedure.term).map { frame.say($0.phrase) } ?? frame.text("dossier.noTerm")
        return procedure.isOnline ? "\(term) · \(frame.text("procedures.online"))" : term
    }
}
