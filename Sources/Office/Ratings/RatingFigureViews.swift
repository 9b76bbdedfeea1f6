// The page of the figures: every share with both its numbers, every number with its records.

import Engine
import HTML
import WorkTime

struct RatingFigureView {
    let figures: Ratings.Figures
    let period: Reports.Period?
    let choice: Ratings.Choice
    let viewer: Viewer
    let frame: Site.Frame
    /// What was wrong with a score that was entered.
    var refusal: (any Refusal)?
    var entered: Site.Form?

    var html: HTML {
        frame.page(title: frame.text("ratings.title"), section: .reports) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [.init(frame.text("menu.reports"), "/reports"), .init(frame.text("ratings.title"))])
            Piece.head(frame.text("ratings.title")) {
                frame.text(
                    "ratings.lead", periodName, frame.number(figures.total.ratings),
                    frame.number(figures.ended))
            }
            filter
            if figures.total.ratings == 0 {
                Piece.emptyState(frame.text("ratings.empty"), frame.text("ratings.emptyHint"))
            } else {
                Piece.figures(figures.total.counts.map(figure))
                p(.class("note")) { frame.say(figures.questionnaire.source) }
                table("byOffice", figures.byOffice) { address.adding("office", $0) }
                table("byProcess", figures.byProcess) { address.adding("process", $0) }
            }
            if let records = figures.records { list(records) }
            for card in figures.scorecards { RatingScoreView(card: card, frame: frame).html }
            for office in figures.mayEnter where name(of: office) != nil {
                RatingEntryView(
                    office: office,
                    name: name(of: office) ?? "",
                    period: period, viewer: viewer, frame: frame, refusal: refusal,
                    entered: entered
                ).html
            }
        }
    }

    /// Of the own office, and of those that have a card.
    private func name(of office: UnitID) -> String? {
        let card = figures.scorecards.first { $0.office == office.rawValue }
        return card?.name ?? (office == viewer.office ? viewer.officeName : nil)
    }

    private var periodName: String {
        period.map { frame.say($0.name) }
            ?? "\(frame.day(figures.from)) – \(frame.day(figures.through))"
    }

    private var filter: HTML {
        form(.class("filter noprint"), .action("/ratings")) {
            label {
                frame.text("reports.period")
                " "
                select(.name("period")) {
                    for choice in Reports.Period.choices(on: viewer.today) {
                        option(.value(choice.text), .if(choice == period, .selected)) {
                            frame.say(choice.name)
                        }
                    }
                }
            }
            Piece.submit(frame.text("reports.show"), .small)
        }
    }

    // MARK: Addresses

    /// The page with the records, as it stands.
    private var address: Link {
        var link: Link = "/ratings?records=1"
        if let period {
            link = link.adding("period", period.text)
        } else {
            link = link.adding("from", figures.from.text).adding("to", figures.through.text)
        }
        if let office = figures.office { link = link.adding("office", office.rawValue) }
        return link
    }

    private func opening(_ link: Link) -> Link { Link(checking: link.text + "#records") ?? link }

    // MARK: Figures

    private func words(of question: String) -> String {
        figures.questionnaire.questions.first { $0.key == question }.map { frame.say($0.words) }
            ?? question
    }

    private func figure(_ count: Ratings.Count) -> Piece.Figure {
        Piece.Figure(
            words(of: count.question), value: frame.percent(count.satisfied, of: count.total),
            base: frame.text(
                "ratings.base", frame.number(count.satisfied), frame.number(count.total)),
            records: .init(
                frame.text("ratings.openBad", frame.number(count.unsatisfied)),
                opening(
                    address.adding("question", count.question)
                        .adding("level", Ratings.Level.unsatisfied.rawValue))))
    }

    private func table(
        _ key: String, _ rows: [Ratings.Row], link: @escaping (String) -> Link
    ) -> HTML {
        let title = frame.text("ratings.\(key)")
        return Piece.part(title, id: key) {
            Piece.scrolling(label: frame.text("reports.strip", title)) {
                stackedTable(
                    TableCaption(title, isHidden: true), class: "figures",
                    columns: [TableColumn(frame.text("ratings.column.\(key)"))]
                        + figures.questionnaire.questions.map {
                            TableColumn(frame.say($0.words), cellClass: "r")
                        } + [TableColumn(frame.text("ratings.column.count"), cellClass: "r")],
                    rows: rows.map { row in
                        TableRow(
                            [TableCell(row.name)] + row.counts.map(share) + [
                                TableCell {
                                    a(.href(opening(link(row.id)))) { frame.number(row.ratings) }
                                }
                            ])
                    })
            }
        }
    }

    private func share(_ count: Ratings.Count) -> TableCell {
        TableCell {
            Piece.twoVoices(
                frame.percent(count.satisfied, of: count.total),
                "\(frame.number(count.satisfied))/\(frame.number(count.total))")
        }
    }

    // MARK: Records

    private func list(_ records: [Ratings.Record]) -> HTML {
        Piece.part(frame.text("ratings.records"), id: "records") {
            if records.isEmpty {
                p { frame.text("ratings.noRecords") }
            } else {
                stackedTable(
                    TableCaption(frame.text("ratings.records"), isHidden: true),
                    columns: [
                        TableColumn(frame.text("register.dossier")),
                        TableColumn(frame.text("reports.process")),
                        TableColumn(frame.text("ratings.column.day")),
                    ]
                        + figures.questionnaire.questions.map { TableColumn(frame.say($0.words)) },
                    rows: records.map(row))
            }
        }
    }

    private func row(_ record: Ratings.Record) -> TableRow {
        TableRow(
            [
                TableCell { a(.href("/dossiers/\(record.code)")) { Piece.code(record.code) } },
                TableCell(record.title),
                TableCell { Piece.moment(frame.day(record.day), machine: record.day.text) },
            ]
                + figures.questionnaire.questions.map { question in
                    let given = record.answers.first { $0.question == question.key }
                    return given.map {
                        TableCell(frame.text("rating.level.\($0.level.rawValue)"))
                    } ?? .empty
                })
    }
}
