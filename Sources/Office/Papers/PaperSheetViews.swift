// A sheet of paper: what is printed, whether by a browser or as PDF.

import HTML
import WorkTime

extension Papers {
    /// One sheet, and how it is called.
    struct Sheet: Sendable {
        /// Class of the body that chooses the size: none for A4, `ona5`, `onlandscape`.
        var size: String?
        let title: String
        let html: HTML
    }

    /// Original, certified, copy: ticked by hand.
    static let boxes = "☐ / ☐ / ☐"
    static let dots = "…………………………"
}

extension Site.Frame {
    /// The sheet as a document of its own: nothing to load, nothing of the site around it.
    func alone(_ sheet: Papers.Sheet) -> HTML {
        document(lang: language.rawValue, title: sheet.title, bodyClass: sheet.size) {
        } body: {
            sheet.html
        }
    }

    /// A line of a paper, with a dash where there is nothing to say.
    func paperLine(
        _ key: String, _ value: String, isHalf: Bool = false, isBold: Bool = false
    ) -> Piece.PaperLine {
        Piece.PaperLine(text(key) + ":", isHalf: isHalf, isBold: isBold) {
            value.isEmpty ? "–" : value
        }
    }
}
