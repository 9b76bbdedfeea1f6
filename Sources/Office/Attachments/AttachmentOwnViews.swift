// Files as their applicant sees them: each opened by a button, for the proof stands in no address.

import Engine
import HTML
import WorkTime

struct AttachmentOwnView {
    let code: String
    let proof: String
    let files: [Attachments.Shown]
    let frame: Site.Frame

    var html: HTML {
        AttachmentPart(papers: [], files: files, frame: frame, mayOpen: false) { file in
            file.standing.mayOpen ? opening(file) : HTML()
        }.html
    }

    private func opening(_ file: Attachments.Shown) -> HTML {
        frame.commandForm(to: "/track/attachment", class: nil) {
            Piece.hiddenField("code", code)
            Piece.hiddenField("proof", proof)
            Piece.hiddenField("file", file.id)
            Piece.submit(frame.text("attachment.openNamed", file.name), .small)
        }
    }
}

extension Attachments {
    /// Who opens a file on /track, as the log of looks names it: a citizen has no account.
    static let citizen = PersonID(citizenName)
    static let citizenName = "citizen"
}
