// Finding one's way in the organisation: the search, the tree beside the page, the own unit first.

import Engine
import HTML
import WorkTime

/// The first page: a search, the viewer's own unit, and the tree beside it.
struct OrganisationHomeView {
    let tree: People.Tree
    /// The viewer's unit on the day; `nil` when it did not exist then.
    let own: People.UnitRecord?
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("organisation.title"), section: .organisation) {
            Piece.head(frame.text("organisation.title")) {
                frame.text(
                    "organisation.lead", frame.number(tree.count), tree.on.civil.officeText)
            }
            OrganisationSearchForm(search: "", on: tree.on, frame: frame).html
            Piece.columns {
                if let own {
                    Piece.part(
                        frame.text(
                            "organisation.own", OrganisationWords.name(own.unit, frame)),
                        id: "own"
                    ) {
                        OrganisationWords.positions(own.positions, showsUnit: false, frame)
                    }
                    Piece.acts(class: "section") {
                        Piece.act(
                            frame.text("organisation.open"),
                            "/organisation/\(own.unit.id.rawValue)")
                    }
                }
            } narrow: {
                OrganisationTree(tree: tree, selected: own?.unit.id, frame: frame).html
            }
        }
    }
}

/// The form that asks for words and a day.
struct OrganisationSearchForm {
    let search: String
    let on: DayNumber
    let frame: Site.Frame

    var html: HTML {
        form(.class("filter noprint"), .action("/organisation"), .role("search")) {
            label {
                frame.text("organisation.search")
                " "
                input(
                    .type(.search), .name("q"), .value(search), .size(36), .maxlength(200))
            }
            label {
                frame.text("organisation.on")
                " "
                input(.type(.date), .name("on"), .value(on.text))
            }
            Piece.submit(frame.text("organisation.show"), .small)
        }
    }
}

/// What a search found.
struct OrganisationSearchView {
    let found: People.Found
    let tree: People.Tree
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("organisation.found"), section: .organisation) {
            Piece.crumbs(
                label: frame.text("organisation.path"),
                [
                    .init(frame.text("organisation.title"), "/organisation"),
                    .init(frame.text("organisation.found")),
                ])
            Piece.head(frame.text("organisation.found")) {
                frame.text(
                    "organisation.foundLead", frame.number(found.people.count),
                    frame.number(found.units.count), found.search)
                if found.hasMore { " " + frame.text("organisation.foundMore") }
            }
            OrganisationSearchForm(search: found.search, on: found.on, frame: frame).html
            if found.people.isEmpty, found.units.isEmpty {
                Piece.emptyState(
                    frame.text("organisation.foundNone"), frame.text("organisation.foundHint")
                ) { Piece.act(frame.text("organisation.title"), "/organisation") }
            }
            if !found.people.isEmpty { people }
            if !found.units.isEmpty { units }
        }
    }

    private var people: HTML {
        Piece.part(frame.text("organisation.people"), id: "people") {
            stackedTable(
                TableCaption(frame.text("organisation.people"), isHidden: true),
                columns: ["holder", "position", "unit"].map {
                    TableColumn(frame.text("organisation.column.\($0)"))
                },
                rows: found.people.map { line in
                    TableRow([
                        TableCell { OrganisationWords.person(line.person) },
                        TableCell(line.title),
                        TableCell {
                            a(.href("/organisation/\(line.unit.id.rawValue)")) { line.unit.name }
                        },
                    ])
                })
        }
    }

    private var units: HTML {
        Piece.part(frame.text("organisation.unitsFound"), id: "units") {
            stackedTable(
                TableCaption(frame.text("organisation.unitsFound"), isHidden: true),
                columns: ["unit", "kind", "headOfUnit"].map {
                    TableColumn(frame.text("organisation.column.\($0)"))
                },
                rows: found.units.map { unit in
                    TableRow([
                        TableCell {
                            a(.href("/organisation/\(unit.id.rawValue)")) {
                                OrganisationWords.name(unit, frame)
                            }
                            " "
                            OrganisationWords.unconfirmed(unit, frame)
                        },
                        TableCell(OrganisationWords.kind(unit, frame)),
                        unit.head.map { head in TableCell { OrganisationWords.person(head) } }
                            ?? .empty,
                    ])
                })
        }
    }
}

/// The tree beside a page: open along the way to one unit, closed elsewhere.
struct OrganisationTree {
    let tree: People.Tree
    let selected: UnitID?
    let frame: Site.Frame

    var html: HTML {
        nav(.class("tree"), .aria("labelledby", "tree-title")) {
            h2(.id("tree-title")) { frame.text("organisation.tree") }
            ul { tree.roots.map(branch) }
        }
    }

    private func branch(_ unit: People.UnitNode) -> HTML {
        let isSelected = unit.id == selected
        return li {
            a(
                .href("/organisation/\(unit.id.rawValue)"),
                .if(isSelected, .aria("current", "page"))
            ) { OrganisationWords.name(unit, frame) }
            if !unit.isConfirmed {
                " "
                small { "(" + frame.text("organisation.unconfirmed") + ")" }
            }
            if leads(unit) {
                ul { unit.units.map(branch) }
            } else if unit.count > 1 {
                " "
                small(.class("num")) {
                    frame.number(unit.count - 1)
                    span(.class("vh")) { " " + frame.text("organisation.below") }
                }
            }
        }
    }

    /// Whether the selected unit is this one or below it.
    private func leads(_ unit: People.UnitNode) -> Bool {
        if unit.units.isEmpty { return false }
        return unit.id == selected || unit.units.contains { $0.id == selected || leads($0) }
    }
}
