// The list of those who will have to wait longer, the form of the apology, and the official form.

import Engine
import HTML
import WorkTime

struct ApologyListView {
    let list: Apologies.List
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("apologies.title"), section: .work) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    .init(frame.text("menu.work"), "/work"),
                    .init(frame.text("apologies.title")),
                ])
            Piece.head(frame.text("apologies.title")) {
                frame.text("apologies.lead", String(list.horizon))
            } acts: {
                Piece.act(frame.text("quality.title"), "/apologies/quality")
            }
            if list.isCut { Piece.notice(.wait, frame.text("apologies.cut")) }
            if list.rows.isEmpty {
                Piece.emptyState(
                    frame.text("apologies.empty"), frame.text("apologies.emptyHint"))
            } else {
                table
            }
        }
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("apologies.title"), isHidden: true), class: "work",
            columns: ["code", "outlook", "due", "step", "act"].map {
                TableColumn(frame.text("apologies.column.\($0)"))
            },
            rows: list.rows.map { row in
                TableRow([
                    TableCell {
                        a(.href("/dossiers/\(row.code)")) { Piece.code(row.code) }
                        " "
                        small { row.title }
                    },
                    TableCell { ApologyOutlookView(outlook: row.outlook, frame: frame).html },
                    TableCell {
                        Piece.moment(frame.moment(row.outlook.due), machine: row.outlook.due.text)
                    },
                    TableCell { Piece.twoVoices(row.step, row.holder) },
                    TableCell { act(row) },
                ])
            })
    }

    private func act(_ row: Apologies.Row) -> HTML {
        let key = row.apology == nil ? (list.maySign ? "sign" : "see") : "paper"
        return a(
            .href("/dossiers/\(row.code)/apology"),
            .aria("label", frame.text("apologies.\(key)Named", row.code))
        ) { frame.text("apologies.\(key)") }
    }
}

/// The forecast in words.
struct ApologyOutlookView {
    let outlook: Apologies.Outlook
    let frame: Site.Frame

    @HTMLBuilder var html: HTML {
        Piece.state(state, frame.text("outlook.\(outlook.kind.rawValue)"))
        " "
        small {
            frame.text(
                outlook.unknown > 0 ? "outlook.sumUnknown" : "outlook.sum",
                frame.worked(workingMinutes: outlook.needed),
                frame.worked(workingMinutes: max(0, outlook.left)), String(outlook.unknown))
        }
    }

    private var state: Piece.State {
        switch outlook.kind {
        case .late: .late
        case .willBeLate: .today
        case .atRisk: .soon
        case .inTime: .ok
        }
    }
}

struct ApologyView {
    let paper: Apologies.Paper
    let frame: Site.Frame
    var refusal: Apologies.Rejection?
    var entered: Site.Form?

    var html: HTML {
        frame.page(
            title: title, section: .dossiers,
            bodyClass: paper.apology == nil ? nil : "ona5"
        ) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    .init(frame.text("menu.dossiers"), "/dossiers"),
                    .init(paper.code, "/dossiers/\(paper.code)"),
                    .init(title),
                ])
            if let apology = paper.apology { signed(apology) } else { open }
        }
    }

    // MARK: Before it is signed

    @HTMLBuilder private var open: HTML {
        Piece.head(title) { "\(paper.code) · \(paper.title)" }
        if let refusal {
            Piece.errors(
                frame.text("site.refused"),
                [.init(frame.say(refusal.sentence), fieldID: paper.maySign ? refusal.field : nil)])
        }
        if let outlook = paper.outlook {
            p { ApologyOutlookView(outlook: outlook, frame: frame).html }
            if paper.maySign { form(outlook) } else { p { frame.text("apology.leaderSigns") } }
        } else {
            Piece.emptyState(frame.text("apology.none"), frame.text("apology.noneHint")) {
                Piece.act(frame.text("apology.back"), "/dossiers/\(paper.code)")
            }
        }
    }

    private func form(_ outlook: Apologies.Outlook) -> HTML {
        frame.commandForm(to: "/dossiers/\(paper.code)/apology") {
            Piece.dateField(
                .init(
                    "day", frame.text("apology.newDay"),
                    hint: frame.text("apology.newDayHint", frame.moment(outlook.due)),
                    error: mistake("day")),
                value: entered?["day"] ?? outlook.suggested?.text ?? "")
            Piece.textArea(
                .init(
                    "reason", frame.text("apology.reason"), hint: frame.text("apology.reasonHint"),
                    error: mistake("reason")),
                value: entered?["reason"] ?? "", rows: 4, .maxlength(Apologies.reasonMaximum))
            p { frame.text("apology.once") }
            Piece.acts { Piece.submit(frame.text("apology.sign"), .main) }
        }
    }

    private func mistake(_ field: String) -> String? {
        guard let refusal, refusal.field == field else { return nil }
        return frame.say(refusal.sentence)
    }

    // MARK: The paper

    @HTMLBuilder private func signed(_ apology: Apologies.Apology) -> HTML {
        div(.class("noprint")) {
            Piece.head(title) {
                Piece.state(
                    apology.isLate ? .late : .done,
                    frame.text(
                        apology.isLate ? "apology.signedLate" : "apology.signedAt",
                        frame.moment(apology.at)))
            } acts: {
                Piece.printButton(frame.text("apology.print"), .main)
                Piece.act(frame.text("paper.pdf"), "/dossiers/\(paper.code)/apology.pdf")
                Piece.act(frame.text("apology.back"), "/dossiers/\(paper.code)")
            }
        }
        frame.formNote(paper.form)
        sheet(apology).html
    }

    func sheet(_ apology: Apologies.Apology) -> Papers.Sheet {
        Papers.Sheet(
            size: "ona5", title: "\(title) \(paper.code)",
            html: page(apology))
    }

    private func page(_ apology: Apologies.Apology) -> HTML {
        Piece.paper(titleID: "apology-title") {
            Piece.crest(frame.crest(office: paper.office, on: apology.at.day))
            p { frame.text("apology.number", paper.code) }
            h2(.id("apology-title")) { frame.heading(paper.form, or: "apology.title") }
            Piece.paperLines(lines(apology))
            p { frame.text(asksForTime ? "apology.extension" : "apology.words", paper.office) }
            frame.addedLines(paper.form)
            Piece.signatures(
                [
                    frame.text("apology.receivers"), frame.text("apology.receiversList"), "",
                ], [apology.signerTitle, frame.text("receipt.sign"), apology.signer])
            p(.class("tail")) { tail }
        }
    }

    /// Since TT 03/2025 the office asks for more time where it gave a new appointment before.
    private var asksForTime: Bool { paper.form?.regime == .circular2025 }

    private var title: String {
        guard asksForTime, let form = paper.form else { return frame.text("apology.title") }
        return frame.say(form.title)
    }

    private var tail: String {
        guard let form = paper.form else { return "" }
        let cited = frame.citation(form)
        return form.regime == .circular2025 ? cited + "." : frame.text("apology.tail", cited)
    }

    private func lines(_ apology: Apologies.Apology) -> [Piece.PaperLine] {
        let applicant = paper.applicant
        return [
            frame.paperLine(
                "apology.to", applicant?.name ?? frame.text("dossier.erased"), isBold: true),
            frame.paperLine("applicant.address", applicant?.address ?? ""),
            frame.paperLine("applicant.phone", applicant?.phone ?? "", isHalf: true),
            frame.paperLine("apology.receivedAt", frame.moment(paper.receivedAt), isHalf: true),
            frame.paperLine("apology.about", paper.title),
            frame.paperLine("home.code", paper.code, isHalf: true),
            frame.paperLine("apology.promised", frame.moment(apology.before), isHalf: true),
            frame.paperLine("apology.reasonLine", apology.reason),
            frame.paperLine(
                asksForTime ? "apology.extendedTo" : "apology.newAppointment",
                frame.moment(apology.newAppointment), isBold: true),
        ]
    }
}
