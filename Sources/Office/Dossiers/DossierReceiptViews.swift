// The receipt with the appointment, on one A5 sheet, after the form of the regime under which the
// dossier was accepted; the sheet says which one it follows.

import HTML
import WorkTime

struct DossierReceiptView {
    let record: Dossiers.Record
    let frame: Site.Frame
    /// Printed by the counter a moment ago: the page leads on to handing over.
    let isNew: Bool

    private var registration: Dossiers.Registration { record.registration }
    private var form: Papers.Form? { record.form ?? registration.form(.receipt) }

    var html: HTML {
        frame.page(
            title: frame.text("receipt.title"), section: .counter, bodyClass: "ona5"
        ) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("menu.dossiers"), "/dossiers"),
                    Piece.Place(registration.code, "/dossiers/\(registration.code)"),
                    Piece.Place(frame.text("dossier.receipt")),
                ])
            div(.class("noprint")) {
                Piece.head(frame.text("receipt.title")) {
                    Piece.state(
                        .done,
                        frame.text("receipt.received", frame.moment(registration.receivedAt)))
                } acts: {
                    Piece.printButton(frame.text("receipt.print"))
                    Piece.act(
                        frame.text("paper.pdf"), "/dossiers/\(registration.code)/receipt.pdf")
                    Piece.act(
                        frame.text("receipt.open"), "/dossiers/\(registration.code)",
                        isNew ? .main : .usual)
                    Piece.act(frame.text("receipt.next"), "/counter")
                }
            }
            frame.formNote(form)
            sheet.html
            if let payments = record.payments { transfer(payments) }
            div(.class("noprint")) {
                DossierSumView(record: record, frame: frame, isOpen: false).html
            }
        }
    }

    /// A sheet of its own for what is still to be paid by transfer.
    @HTMLBuilder private func transfer(_ sheet: Payments.Sheet) -> HTML {
        if let open = sheet.open, let account = sheet.account, let code = sheet.transfer {
            Piece.paper(titleID: "transfer-title") {
                h2(.id("transfer-title")) { frame.text("payment.heading") }
                p { frame.text("payment.owes", frame.dong(open.amount), open.reason) }
                PaymentTransferView(
                    account: account, amount: open.amount, purpose: sheet.purpose, code: code,
                    frame: frame
                ).html
                p { frame.text("payment.transferNote") }
            }
        }
    }

    var sheet: Papers.Sheet {
        Papers.Sheet(
            size: "ona5", title: "\(frame.text("receipt.title")) \(registration.code)",
            html: paper)
    }

    private var paper: HTML {
        Piece.paper(titleID: "receipt-title") {
            Piece.crest(
                frame.crest(office: record.officeName, on: registration.receivedAt.day))
            frame.paperCode(of: registration.code)
            h2(.id("receipt-title")) { frame.heading(form, or: "receipt.title") }
            Piece.paperLines(applicantLines)
            table {
                caption { frame.text("receipt.papers") }
                thead {
                    tr {
                        th(.scope(.column)) { frame.text("receipt.number") }
                        th(.scope(.column)) { frame.text("dossier.paper") }
                        th(.scope(.column)) { frame.text("dossier.copies") }
                        th(.scope(.column)) { frame.text("paper.copyKind") }
                    }
                }
                tbody {
                    for (index, paper) in registration.papers.enumerated() {
                        tr {
                            td { index + 1 }
                            td { paper.name }
                            td { paper.copies }
                            td { Papers.boxes }
                        }
                    }
                }
            }
            Piece.paperLines(timeLines + handLines)
            frame.addedLines(form)
            Piece.signatures(
                [frame.text("receipt.submitter"), frame.text("receipt.sign"), submitter],
                [
                    frame.text("receipt.officer"), frame.text("receipt.sign"),
                    record.receivedBy.name,
                ])
            p(.class("tail")) { frame.text("receipt.tail", form.map(frame.citation) ?? "") }
        }
    }

    private var submitter: String {
        guard let applicant = record.applicant else { return "" }
        return applicant.submitter.isEmpty ? applicant.name : applicant.submitter
    }

    private var applicantLines: [Piece.PaperLine] {
        let applicant = record.applicant
        return [
            frame.paperLine("receipt.unit", record.officeName),
            frame.paperLine(
                "receipt.of", applicant?.name ?? frame.text("dossier.erased"), isBold: true),
            frame.paperLine("receipt.submitterLine", submitter, isHalf: true),
            frame.paperLine("applicant.identity", applicant?.identity ?? "", isHalf: true),
            frame.paperLine("applicant.address", applicant?.address ?? ""),
            frame.paperLine("applicant.phone", applicant?.phone ?? "", isHalf: true),
            frame.paperLine("applicant.email", applicant?.email ?? "", isHalf: true),
            frame.paperLine("receipt.request", Papers.Paper.request(of: record)),
        ] + (applicant?.filerLines ?? []).map { frame.paperLine($0.key, $0.value, isHalf: true) }
    }

    private var timeLines: [Piece.PaperLine] {
        [
            frame.paperLine("dossier.sets", String(registration.sets), isHalf: true),
            frame.paperLine(
                "receipt.term",
                record.term.map { frame.say($0.phrase) }
                    ?? frame.text("dossier.noTerm"), isHalf: true),
            frame.paperLine(
                "receipt.receivedAt",
                [frame.moment(registration.receivedAt), frame.lateEntry(registration.late)]
                    .compactMap { $0 }.joined(separator: " · ")),
            frame.paperLine(
                "receipt.appointment",
                registration.appointment.map {
                    "\(frame.clock($0)), \(frame.day($0.day))"
                } ?? frame.text("dossier.noTerm"), isBold: true),
            frame.paperLine(
                "dossier.returnWay", frame.text("returnWay.\(registration.returnWay.rawValue)"),
                isHalf: true),
            frame.paperLine(
                "dossier.fee",
                registration.fee.map { frame.text("word.dong", frame.number($0)) }
                    ?? frame.text("receipt.noFee"), isHalf: true),
        ]
    }
}

extension DossierReceiptView {
    /// What the form has and the counter fills in by hand, where it is needed.
    private var handLines: [Piece.PaperLine] {
        [
            frame.paperLine("receipt.secondReceived", Papers.dots, isHalf: true),
            frame.paperLine("receipt.secondAppointment", Papers.dots, isHalf: true),
            frame.paperLine("receipt.copy", frame.text("receipt.copyKinds"), isHalf: true),
            frame.paperLine("paper.book", Papers.dots, isHalf: true),
        ]
    }
}

extension Site.Frame {
    /// The head of an official paper.
    func crest(office: String, on day: DayNumber) -> Piece.Crest {
        let numbers = (String(day.day), String(day.month), String(day.year))
        let date =
            Papers.place(of: office).map {
                text("paper.placeAndDate", $0, numbers.0, numbers.1, numbers.2)
            } ?? text("paper.date", numbers.0, numbers.1, numbers.2)
        return Piece.Crest(
            superior: [office.uppercased()], issuer: [text("paper.oneStop")],
            nation: text("paper.nation"), motto: text("paper.motto"), placeAndDate: date)
    }
}
