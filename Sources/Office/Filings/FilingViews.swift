// The office's pages of filings: the list by standing, and one filing with what can be done.

import HTML
import ProcessModel
import WorkTime

struct FilingListView {
    let list: Filings.List
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("filings.title"), section: .counter) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    .init(frame.text("menu.counter"), "/counter"),
                    .init(frame.text("filings.title")),
                ])
            Piece.head(frame.text("filings.title")) {
                frame.text("filings.lead", CalendarView.count(list.waiting, frame))
            }
            Piece.tabs(
                label: frame.text("filings.title"),
                Filings.Standing.allCases.map { standing in
                    .init(
                        frame.text("filing.standing.\(standing.rawValue)"),
                        Link("/filings").adding("standing", standing.rawValue),
                        isCurrent: standing == list.standing)
                })
            if list.rows.isEmpty {
                Piece.emptyState(frame.text("filings.empty"), frame.text("filings.emptyHint"))
            } else {
                table
                if let next = list.next {
                    p {
                        a(
                            .rel("next"),
                            .href(
                                Link("/filings").adding("standing", list.standing.rawValue)
                                    .adding("after", next))
                        ) { frame.text("filings.more") }
                    }
                }
            }
        }
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("filings.title"), isHidden: true), class: "work",
            columns: ["code", "title", "applicant", "submitted", "since"].map {
                TableColumn(frame.text("filings.column.\($0)"))
            },
            rows: list.rows.map { row in
                TableRow([
                    TableCell { a(.href("/filings/\(row.code)")) { Piece.code(row.code) } },
                    TableCell(row.title),
                    row.applicant.isEmpty ? .empty : TableCell(row.applicant),
                    TableCell {
                        Piece.moment(frame.moment(row.submittedAt), machine: row.submittedAt.text)
                    },
                    TableCell {
                        Piece.moment(frame.moment(row.since), machine: row.since.text)
                    },
                ])
            })
    }
}

struct FilingView {
    let record: Filings.Record
    let frame: Site.Frame
    var refusal: (any Refusal)?
    var entered: Site.Form?

    private var filing: Filings.Filing { record.filing }
    private var code: String { filing.registration.code }

    var html: HTML {
        frame.page(title: "\(code) \(filing.registration.title)", section: .counter) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    .init(frame.text("menu.counter"), "/counter"),
                    .init(frame.text("filings.title"), "/filings"), .init(code),
                ])
            Piece.head(filing.registration.title) {
                Piece.code(code)
                " "
                Piece.state(
                    filing.standing.isEnded ? .done : .wait,
                    frame.text("filing.standing.\(filing.standing.rawValue)"))
            }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [.init(frame.say(refusal.sentence), fieldID: refusal.field)])
            }
            outcome
            Piece.columns {
                content
            } narrow: {
                if !filing.standing.isEnded { acts }
            }
        }
    }

    @HTMLBuilder private var outcome: HTML {
        if let dossier = filing.dossier {
            p {
                frame.text("filing.became")
                " "
                a(.href("/dossiers/\(dossier)")) { Piece.code(dossier) }
            }
        }
        if let reason = filing.reason { p { frame.text("filing.refusedFor", reason) } }
    }

    @HTMLBuilder private var content: HTML {
        Piece.part(frame.text("filing.person"), id: "person") {
            if let applicant = record.applicant {
                Piece.facts(
                    facts(applicant) + [
                        Piece.Fact(
                            frame.text("contact.fact"),
                            frame.shownContact(filing.registration.shownContact))
                    ])
            } else {
                p { frame.text("dossier.erased") }
            }
        }
        Piece.part(frame.text("filing.asks"), id: "asks") {
            Piece.facts(
                [
                    .init(
                        frame.text("filings.column.submitted"),
                        frame.moment(filing.registration.submittedAt)),
                    .init(
                        frame.text("dossier.returnWay"),
                        frame.text("returnWay.\(filing.registration.returnWay.rawValue)")),
                ] + record.fields.map { .init($0.label, $0.value) })
        }
        Piece.part(frame.text("filing.papers"), id: "papers-part") {
            ul(.class("plain")) {
                for paper in filing.papers {
                    li {
                        paper
                        AttachmentListView(files: files(of: paper), frame: frame).html
                    }
                }
            }
            AttachmentPart(papers: [], files: otherFiles, frame: frame).html
            frame.warning(of: record.attachments)
            if !record.missing.isEmpty, !filing.standing.isEnded {
                h3 { frame.text("filing.notNamed") }
                ul(.class("plain")) { for paper in record.missing { li { paper } } }
            }
        }
        if let request = filing.request { supplement(request) }
    }

    private func files(of paper: String) -> [Attachments.Shown] {
        record.attachments.filter { $0.paper == paper }
    }

    /// Of papers that were not named.
    private var otherFiles: [Attachments.Shown] {
        let named = Set(filing.papers)
        return record.attachments.filter { !named.contains($0.paper) }
    }

    private func facts(_ applicant: Dossiers.Applicant) -> [Piece.Fact] {
        [
            ("applicant.name", applicant.name), ("applicant.identity", applicant.identity),
            ("applicant.phone", applicant.phone), ("applicant.email", applicant.email),
            ("applicant.address", applicant.address), ("applicant.request", applicant.request),
            ("applicant.submitter", applicant.submitter),
        ].filter { !$0.1.isEmpty }.map { Piece.Fact(frame.text($0.0), $0.1) }
            + applicant.filerLines.map { Piece.Fact(frame.text($0.key), $0.value) }
    }

    private func supplement(_ request: Filings.Request) -> HTML {
        Piece.part(frame.text("filing.supplement"), id: "supplement") {
            p { frame.text("filing.askedAt", frame.moment(request.at), request.reason) }
            ul(.class("plain")) { for paper in request.papers { li { paper } } }
            if let at = request.answeredAt {
                p { frame.text("filing.answeredAt", frame.moment(at)) }
            }
        }
    }

    @HTMLBuilder private var acts: HTML {
        if filing.standing == .waiting {
            Piece.sidePanel(frame.text("filing.accept"), id: "accept") {
                if let due = record.appointment {
                    p(.class("hint")) { frame.text("filing.wouldBeDue") }
                    p(.class("appoint")) {
                        Piece.moment(frame.moment(due), machine: due.text)
                    }
                }
                act("accept", "filing.accept", .main) {}
            }
        }
        if filing.request == nil {
            Piece.unfolding(frame.text("filing.ask"), isOpen: entered?["act"] == "askSupplement") {
                act("askSupplement", "filing.ask") {
                    Piece.textArea(
                        .init("papers", frame.text("filing.askPapers"), error: mistake("papers")),
                        value: entered?["papers"] ?? record.missing.joined(separator: "\n"),
                        rows: 4)
                    reason("filing.askReason", "reason", of: "askSupplement")
                }
            }
        }
        Piece.unfolding(frame.text("filing.refuse"), isOpen: entered?["act"] == "refuse") {
            act("refuse", "filing.refuse") {
                reason("filing.refuseReason", "refusal-reason", of: "refuse")
            }
        }
    }

    private func reason(_ key: String, _ id: String, of act: String) -> HTML {
        let isHere = entered?["act"] == act
        return Piece.textArea(
            .init(
                "reason", frame.text(key), error: isHere ? mistake("reason") : nil, id: id),
            value: isHere ? entered?["reason"] ?? "" : "", rows: 3)
    }

    private func act(
        _ name: String, _ key: String, _ weight: Piece.Weight = .usual,
        @HTMLBuilder fields: () -> HTML
    ) -> HTML {
        frame.commandForm(to: "/filings/\(code)/acts") {
            Piece.hiddenField("act", name)
            fields()
            Piece.acts { Piece.submit(frame.text(key), weight) }
        }
    }

    private func mistake(_ field: String) -> String? {
        guard let refusal, refusal.field == field else { return nil }
        return frame.say(refusal.sentence)
    }
}
