// The pages of the office: the list, and one claim with its acts.

import HTML
import WorkTime

struct PrivacyClaimListView {
    let list: Privacy.List
    let frame: Site.Frame

    private func link(ended: Bool) -> Link {
        ended ? "/privacy/claims?list=ended" : "/privacy/claims"
    }

    var html: HTML {
        let title = frame.text("claims.title")
        return frame.page(title: title, section: .work) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [.init(frame.text("menu.work"), "/work"), .init(title)])
            Piece.head(title) {
                frame.text("claims.lead")
            } acts: {
                Piece.act(frame.text("privacy.register"), "/privacy")
            }
            Piece.tabs(
                label: title,
                [false, true].map { ended in
                    Piece.Tab(
                        frame.text(ended ? "claims.ended" : "claims.open"), link(ended: ended),
                        isCurrent: ended == list.isEnded)
                })
            if list.rows.isEmpty {
                Piece.emptyState(frame.text("claims.empty"), frame.text("claims.emptyHint"))
            } else {
                table
            }
            if let next = list.next {
                Piece.more(
                    frame.text("work.moreNote", String(Privacy.pageSize)),
                    label: frame.text("claims.pages"),
                    first: .init(frame.text("word.first"), link(ended: list.isEnded)),
                    next: .init(
                        frame.text("word.next"),
                        link(ended: list.isEnded).adding("after", next)))
            }
        }
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("claims.title"), isHidden: true), class: "work",
            columns: ["claim", "standing", "holder", "left"].map {
                TableColumn(frame.text("claims.column.\($0)"))
            },
            rows: list.rows.map { row in
                TableRow([
                    TableCell {
                        a(.href("/privacy/claims/\(row.code)")) {
                            frame.text("claim.right.\(row.right.rawValue)")
                        }
                        " "
                        small { Piece.code(row.code) }
                    },
                    TableCell {
                        frame.text("claim.standing.\(row.standing.rawValue)")
                        if row.isAnswerLate {
                            " "
                            Piece.state(.late, frame.text("claim.answerLate"))
                        }
                    },
                    TableCell(
                        row.holder.isEmpty ? frame.text("petition.nobody") : row.holder),
                    TableCell {
                        if let left = row.left {
                            frame.timeLeft(left, due: row.due)
                        } else {
                            Piece.state(.done, frame.text("claims.ended"))
                        }
                    },
                ])
            })
    }
}

struct PrivacyClaimView {
    let record: Privacy.Record
    let frame: Site.Frame
    var refusal: (any Refusal)?
    var entered: Site.Form?

    private var claim: Privacy.Claim { record.claim }
    private var code: String { claim.registration.code }

    var html: HTML {
        let title = frame.text("claim.right.\(claim.registration.right.rawValue)")
        return frame.page(title: title, section: .work) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    .init(frame.text("menu.work"), "/work"),
                    .init(frame.text("claims.title"), "/privacy/claims"), .init(code),
                ])
            Piece.head(title) {
                frame.text(
                    "claim.cameTo", record.office, frame.moment(claim.registration.receivedAt))
            }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [.init(frame.say(refusal.sentence), fieldID: fieldID)])
            }
            facts
            PrivacyActsView(record: record, frame: frame, refusal: refusal, entered: entered).html
            history
            PrivacyTermsView(terms: record.terms, frame: frame).html
        }
    }

    private var fieldID: String? {
        refusal?.field.map { "\(entered?["act"] ?? "")-\($0)" }
    }

    @HTMLBuilder private var facts: HTML {
        let due = claim.due.map { frame.day($0.day) } ?? "–"
        let answerBy = claim.registration.answerBy.map { frame.day($0.day) } ?? "–"
        Piece.facts([
            .init(
                frame.text("claims.column.standing"),
                frame.text("claim.standing.\(claim.standing.rawValue)")),
            .init(
                frame.text("claims.column.holder"),
                record.holder.isEmpty ? frame.text("petition.nobody") : record.holder),
            .init(frame.text("claim.answerByLabel"), answerBy),
            .init(frame.text("claim.dueLabel"), due),
        ])
        if let left = record.left { p { frame.timeLeft(left, due: claim.due) } }
        Piece.part(frame.text("claim.claimant"), id: "claimant", look: .panel) {
            if let claimant = record.claimant {
                p { HTML.paragraph(claimant.words) }
                Piece.pairs([
                    .init(frame.text("petition.field.name"), claimant.name),
                    .init(frame.text("petition.field.phone"), claimant.phone),
                    .init(frame.text("petition.field.email"), claimant.email),
                    .init(frame.text("claim.subjects"), claimant.subjects),
                ])
                p(.class("note")) { frame.text("claim.checkPerson") }
            } else {
                p { frame.text("dossier.erased") }
            }
        }
    }

    @HTMLBuilder private var history: HTML {
        if !record.steps.isEmpty {
            Piece.part(frame.text("claim.history"), id: "history") {
                Piece.timeline(
                    record.steps.map { step in
                        Piece.Happening(
                            Piece.moment(frame.moment(step.at), machine: step.at.text)
                        ) {
                            frame.text(
                                "claim.step.\(step.kind.rawValue)", step.by, step.to,
                                step.subjects.joined(separator: ", "))
                            if let words = step.words { p { HTML.paragraph(words) } }
                        }
                    })
            }
        }
    }
}
