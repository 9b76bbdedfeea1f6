// The page of a dossier's files: what there is, adding, removing; and its part on other pages.

import HTML
import WorkTime

struct AttachmentSheetView {
    let sheet: Attachments.Sheet
    let frame: Site.Frame
    var refusal: Attachments.Rejection?
    var entered: Site.Form?

    private var address: Link { "/dossiers/\(sheet.dossier)/attachments" }

    var html: HTML {
        frame.page(title: frame.text("attachment.title"), section: .dossiers) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    .init(frame.text("menu.dossiers"), "/dossiers"),
                    .init(sheet.dossier, "/dossiers/\(sheet.dossier)"),
                    .init(frame.text("attachment.title")),
                ])
            Piece.head(frame.text("attachment.title")) { sheet.title }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [.init(frame.say(refusal.sentence), fieldID: refusal.field)])
            }
            if sheet.files.isEmpty {
                Piece.emptyState(
                    frame.text("attachment.empty"), frame.text("attachment.emptyHint"))
            } else {
                Piece.part(frame.text("attachment.title"), id: "files", isHeadingHidden: true) {
                    AttachmentPart(
                        papers: sheet.papers, files: sheet.files, frame: frame,
                        act: { sheet.mayWrite ? removal(of: $0) : HTML() }
                    ).html
                }
            }
            if sheet.mayWrite { adding }
        }
    }

    private var adding: HTML {
        Piece.part(frame.text("attachment.add"), id: "add", look: .panel) {
            frame.filesForm(to: address) {
                Piece.selectField(
                    .init("paper", frame.text("attachment.paper"), error: mistake("paper")),
                    sheet.papers.map { .init($0, $0) }, chosen: entered?["paper"])
                Piece.fileField(
                    .init(
                        "file", frame.text("attachment.file"),
                        hint: frame.text("attachment.hint"), error: mistake("file")))
                Piece.acts { Piece.submit(frame.text("attachment.send"), .main) }
            }
        }
    }

    private func removal(of file: Attachments.Shown) -> HTML {
        Piece.unfolding(
            frame.text("attachment.remove"),
            isOpen: refusal != nil && entered?["id"] == file.id
        ) {
            frame.commandForm(to: "/dossiers/\(sheet.dossier)/attachments/removal") {
                Piece.hiddenField("id", file.id)
                Piece.textField(
                    .init(
                        "reason", frame.text("attachment.reason"),
                        hint: frame.text("attachment.reasonHint"),
                        error: entered?["id"] == file.id ? mistake("reason") : nil,
                        id: entered?["id"] == file.id ? "reason" : "reason-\(file.id)"),
                    value: entered?["id"] == file.id ? entered?["reason"] ?? "" : "",
                    .maxlength(Attachments.reasonMaximum))
                Piece.acts {
                    Piece.submit(frame.text("attachment.removeNamed", file.name), .stop)
                }
            }
        }
    }

    private func mistake(_ field: String) -> String? {
        guard let refusal, refusal.field == field else { return nil }
        return frame.say(refusal.sentence)
    }
}

/// Files under the names of their papers, those of other papers last.
struct AttachmentPart {
    let papers: [String]
    let files: [Attachments.Shown]
    let frame: Site.Frame
    var mayOpen = true
    var act: (Attachments.Shown) -> HTML = { _ in HTML() }

    @HTMLBuilder var html: HTML {
        for paper in named {
            h3 { paper }
            AttachmentListView(
                files: files.filter { $0.paper == paper }, frame: frame, mayOpen: mayOpen, act: act
            ).html
        }
        frame.warning(of: files)
    }

    /// Papers that have files: in the order of the dossier, then the rest in that of the files.
    private var named: [String] {
        let has = Set(files.map(\.paper))
        var rest: [String] = []
        for file in files where !papers.contains(file.paper) && !rest.contains(file.paper) {
            rest.append(file.paper)
        }
        return papers.filter(has.contains) + rest
    }
}
