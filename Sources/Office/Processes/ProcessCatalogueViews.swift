// The pages of the catalogue and of the open gaps.

import HTML
import ProcessModel
import WorkTime

/// All processes of the office, one row each.
struct ProcessCatalogueView {
    let catalogue: Processes.Catalogue
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("processes.title"), section: .processes) {
            Piece.head(frame.text("processes.title")) {
                frame.text("processes.lead")
            } acts: {
                Piece.act(frame.text("regime.title"), "/papers/regimes")
                if frame.viewer?.has(.processes) == true {
                    Piece.act(frame.text("processes.new"), "/processes/check", .main)
                }
            }
            strip
            filters
            if catalogue.rows.isEmpty {
                Piece.emptyState(
                    frame.text("processes.empty.title"), frame.text("processes.empty.words")
                ) {
                    Piece.act(frame.text("processes.all"), "/processes")
                }
            } else {
                table
                more
            }
        }
    }

    private var strip: HTML {
        let counts = catalogue.counts
        return Piece.strip(
            label: frame.text("processes.counts"),
            [
                .init(
                    frame.number(counts.processes), frame.text("processes.count.all"),
                    "/processes"),
                .init(
                    frame.number(counts.inForce), frame.text("processes.count.inForce"),
                    "/processes?standing=inForce"),
                .init(
                    frame.number(counts.drafts), frame.text("processes.count.drafts"),
                    "/processes?standing=draft"),
                .init(
                    frame.number(counts.gaps), frame.text("processes.count.gaps"),
                    "/processes/gaps"),
            ])
    }

    private var filters: HTML {
        let filter = catalogue.filter
        return form(.class("filter"), .role("search"), .action("/processes")) {
            label {
                frame.text("processes.search")
                " "
                input(.name("q"), .type(.search), .value(filter.words), .maxlength(200))
            }
            choice("kind", ProcessKind.allCases.map { ($0.rawValue, frame.say($0.phrase)) })
            choice("field", catalogue.fields.map { ($0, $0) })
            choice("unit", catalogue.units.map { ($0.code, $0.name) })
            Piece.submit(frame.text("processes.find"), .small)
        }
    }

    private func choice(_ name: String, _ choices: [(value: String, words: String)]) -> HTML {
        let filter = catalogue.filter
        let chosen = ["kind": filter.kind, "field": filter.field, "unit": filter.unit][name]
        return label {
            frame.text("processes.filter.\(name)")
            " "
            select(.name(name)) {
                option(.value("")) { frame.text("processes.filter.any") }
                for choice in choices {
                    option(.value(choice.value), .if(choice.value == chosen, .selected)) {
                        choice.words
                    }
                }
            }
        }
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("processes.matching", frame.number(catalogue.matching))),
            class: "work",
            columns: ["title", "owner", "term", "steps", "standing"].map {
                TableColumn(frame.text("processes.column.\($0)"))
            }, rows: catalogue.rows.map(row))
    }

    private func row(_ row: Processes.IssueRow) -> TableRow {
        TableRow([
            TableCell {
                a(.href("/processes/\(row.code.rawValue)")) { row.title }
                " "
                small {
                    Piece.code(row.code.rawValue)
                    row.field.isEmpty ? "" : " · \(row.field)"
                }
            },
            TableCell(row.owner),
            row.term.isEmpty ? .empty : TableCell(row.term),
            TableCell {
                Piece.twoVoices(
                    frame.number(row.steps),
                    row.gaps == 0
                        ? nil : frame.text("processes.step.waived", frame.number(row.gaps)))
            },
            TableCell { frame.standing(row) },
        ])
    }

    private var more: HTML {
        let filter = catalogue.filter
        let link = Link("/processes").adding("q", filter.words).adding("kind", filter.kind)
            .adding("field", filter.field).adding("unit", filter.unit)
            .adding("standing", filter.standing)
        return Piece.more(
            frame.text("processes.shown", frame.number(catalogue.rows.count)),
            label: frame.text("processes.pages"),
            first: filter.after.isEmpty ? nil : .init(frame.text("processes.first"), link),
            next: catalogue.next.map {
                .init(frame.text("processes.next"), link.adding("after", $0))
            })
    }
}

extension Site.Frame {
    /// Where an issue stands: in words, with its dates.
    func standing(_ row: Processes.IssueRow) -> HTML {
        let words = text("processes.standing.\(row.standing.rawValue)")
        // In force is the usual case and stays plain, so that drafts stand out.
        let state: Piece.State? =
            switch row.standing {
            case .draft: .wait
            case .coming: .soon
            case .inForce, .past: nil
            }
        let dates = [
            row.effective.map { text("processes.from", date($0)) },
            row.through.map { text("processes.through", date($0)) },
        ].compactMap(\.self).joined(separator: " ")
        let issue = text("processes.issueIs", String(row.issue), words)
        return state.map { state in Piece.state(state, issue) { dates } }
            ?? Piece.twoVoices(issue, dates)
    }

    /// `18/07/2019`.
    func date(_ day: DayNumber) -> String { "\(shortDay(day))/\(day.year)" }

    func processCrumbs(_ last: String, over code: String? = nil) -> HTML {
        var places = [Piece.Place(text("processes.title"), "/processes")]
        if let code { places.append(Piece.Place(code, "/processes/\(code)")) }
        return Piece.crumbs(label: text("processes.path"), places + [Piece.Place(last)])
    }
}

/// The gaps that somebody answers for: a list to be worked off, in the open.
struct ProcessGapsView {
    let gaps: Processes.Gaps
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("processes.gaps.title"), section: .processes) {
            frame.processCrumbs(frame.text("processes.gaps.title"))
            Piece.head(frame.text("processes.gaps.title")) {
                frame.text(
                    "processes.gaps.lead", frame.number(gaps.total), frame.number(gaps.expired))
            }
            tabs
            if gaps.rows.isEmpty {
                Piece.emptyState(
                    frame.text("processes.gaps.none"), frame.text("processes.gaps.noneWords"))
            } else {
                table
                Piece.more(
                    frame.text("processes.shown", frame.number(gaps.rows.count)),
                    label: frame.text("processes.pages"),
                    next: gaps.next.map {
                        .init(
                            frame.text("processes.next"),
                            link(to: gaps.rule).adding("after", $0))
                    })
            }
        }
    }

    private func link(to rule: String) -> Link { Link("/processes/gaps").adding("rule", rule) }

    private var tabs: HTML {
        let all = Piece.Tab(
            frame.text("processes.gaps.all"), "/processes/gaps",
            count: frame.number(gaps.total), isCurrent: gaps.rule.isEmpty)
        return Piece.tabs(
            label: frame.text("processes.gaps.rules"),
            [all]
                + gaps.rules.map {
                    Piece.Tab(
                        frame.text("processes.rule.\($0.rule)"), link(to: $0.rule),
                        count: frame.number($0.count), isCurrent: gaps.rule == $0.rule)
                })
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("processes.gaps.title"), isHidden: true), class: "gaps",
            columns: ["gap", "reason", "by", "mendBy"].map {
                TableColumn(frame.text("processes.gaps.column.\($0)"))
            }, rows: grouped)
    }

    /// A process is named once above its gaps.
    private var grouped: [TableRow] {
        var rows: [TableRow] = []
        var current: ProcessCode?
        for row in gaps.rows {
            if row.code != current {
                current = row.code
                rows.append(
                    TableRow.group {
                        a(.href("/processes/\(row.code.rawValue)")) { row.title }
                        " · "
                        Piece.code(row.code.rawValue)
                    })
            }
            rows.append(self.row(row))
        }
        return rows
    }

    private func row(_ row: Processes.GapRow) -> TableRow {
        TableRow([
            TableCell {
                Piece.twoVoices(
                    row.missing.first.map(frame.say)
                        ?? frame.text("processes.rule.\(row.rule)"),
                    row.missing.isEmpty
                        ? frame.text("processes.gaps.mended")
                        : row.missing.count > 1
                            ? frame.text(
                                "processes.gaps.others", frame.number(row.missing.count - 1))
                            : frame.text("processes.rule.\(row.rule)"))
            },
            TableCell(row.reason),
            TableCell(row.by),
            TableCell {
                if row.isExpired {
                    Piece.state(.late, frame.date(row.mendBy))
                } else {
                    frame.date(row.mendBy)
                }
            },
        ])
    }
}
