// The forms themselves, field by field.

import HTML
import WorkTime

struct PaperFormView {
    let paper: Papers.Paper
    let frame: Site.Frame

    private var kind: String { paper.kind.rawValue }

    var sheet: Papers.Sheet {
        Papers.Sheet(
            title: "\(frame.text("paper.\(kind)")) \(paper.code)",
            html: Piece.paper(titleID: "paper-title") {
                Piece.crest(frame.crest(office: paper.office, on: paper.at.day))
                frame.paperCode(of: paper.code)
                h2(.id("paper-title")) { frame.heading(paper.form, or: "paper.\(kind).heading") }
                Piece.paperLines(applicantLines)
                p { frame.text("paper.\(kind).words", paper.office) }
                if !paper.items.isEmpty { items }
                Piece.paperLines(closingLines)
                frame.addedLines(paper.form)
                signatures
                p(.class("tail")) { tail }
            })
    }

    /// The form it follows, and what the citizen should know of it.
    private var tail: String {
        guard let form = paper.form else { return frame.text("paper.\(kind).tail") }
        let cited = frame.citation(form)
        return paper.kind == .stop ? cited + "." : frame.text("paper.\(kind).tail", cited)
    }

    private var applicantLines: [Piece.PaperLine] {
        let applicant = paper.applicant
        let identity = applicant?.identity ?? ""
        return [
            frame.paperLine(
                "receipt.of", applicant?.name ?? frame.text("dossier.erased"), isBold: true),
            frame.paperLine("applicant.address", applicant?.address ?? ""),
            frame.paperLine("applicant.phone", applicant?.phone ?? "", isHalf: true),
            frame.paperLine("applicant.email", applicant?.email ?? "", isHalf: true),
            frame.paperLine("receipt.request", paper.request),
            frame.paperLine("receipt.receivedAt", frame.moment(paper.receivedAt)),
        ]
            + (paper.kind == .refusal ? [frame.paperLine("applicant.identity", identity)] : [])
    }

    private var items: HTML {
        table {
            caption { frame.text("paper.items") }
            thead {
                tr {
                    th(.scope(.column)) { frame.text("receipt.number") }
                    th(.scope(.column)) { frame.text("dossier.paper") }
                    th(.scope(.column)) { frame.text("paper.copyKind") }
                }
            }
            tbody {
                for (index, item) in paper.items.enumerated() {
                    tr {
                        td { index + 1 }
                        td { item }
                        td { Papers.boxes }
                    }
                }
            }
        }
    }

    private var closingLines: [Piece.PaperLine] {
        var lines: [Piece.PaperLine] = []
        if !paper.reason.isEmpty {
            lines.append(frame.paperLine("paper.reason", paper.reason, isBold: true))
        }
        lines.append(
            frame.paperLine(
                "paper.contact",
                [paper.contact.name, paper.contact.unit, paper.phone ?? ""]
                    .filter { !$0.isEmpty }.joined(separator: ", ")))
        lines.append(frame.paperLine("paper.follow", frame.trackingAddress(of: paper.code)))
        return lines
    }

    /// Who received the result or the refusal signs as well; a request is signed by the officer.
    private var signatures: HTML {
        let officer = [
            frame.text("paper.\(kind).officer"), frame.text("receipt.sign"), paper.contact.name,
        ]
        let receiver =
            paper.kind == .supplement || paper.kind == .stop
            ? ["", "", ""]
            : [frame.text("paper.\(kind).receiver"), frame.text("receipt.sign"), ""]
        return Piece.signatures(receiver, officer)
    }
}
