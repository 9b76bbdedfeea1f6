// Lists of files beside the names of their papers, and the form that sends some.

import HTML
import WorkTime

/// The files of one paper, or of a whole folder: name, size, what the scanner says.
struct AttachmentListView {
    let files: [Attachments.Shown]
    let frame: Site.Frame
    /// Whether the reader may open them: citizens see names and states alone.
    var mayOpen = true
    /// What stands behind each.
    var act: (Attachments.Shown) -> HTML = { _ in HTML() }

    var html: HTML {
        if files.isEmpty { return HTML() }
        return ul(.class("plain")) {
            for file in files {
                li {
                    name(of: file)
                    " "
                    small { frame.size(file.bytes) }
                    " "
                    frame.state(of: file)
                    " "
                    act(file)
                }
            }
        }
    }

    private func name(of file: Attachments.Shown) -> HTML {
        if mayOpen, file.standing.mayOpen {
            return a(.href("/attachments/\(file.id)")) { file.name }
        }
        return span { file.name }
    }
}

extension Site.Frame {
    /// What is known about viruses, in words.
    func state(of file: Attachments.Shown) -> HTML {
        let words = text("attachment.standing.\(file.standing.rawValue)")
        switch file.standing {
        case .clean: return Piece.state(.ok, words)
        case .waiting: return Piece.state(.wait, words)
        case .unscanned: return Piece.state(.soon, words)
        case .infected:
            return Piece.state(.late, words) { file.threat ?? "" }
        }
    }

    /// `1,4 MB`, `320 KB`.
    func size(_ bytes: Int) -> String {
        let kilobytes = max(1, (bytes + 512) / 1_024)
        if kilobytes < 1_000 { return "\(kilobytes) KB" }
        let tenths = (bytes * 10 + 524_288) / 1_048_576
        return "\(tenths / 10)\(language == .vi ? "," : ".")\(tenths % 10) MB"
    }

    /// The sentence above files that nobody scanned, for who opens them.
    @HTMLBuilder func warning(of files: [Attachments.Shown]) -> HTML {
        if files.contains(where: { $0.standing == .unscanned }) {
            p(.class("note")) { text("attachment.unscannedNote") }
        }
        if files.contains(where: { $0.standing == .infected }) {
            p(.class("note")) { text("attachment.infectedNote") }
        }
    }

    /// A form that sends files. The fields stand before the files, for they are read first.
    func filesForm(to action: Link, @HTMLBuilder content: () -> HTML) -> HTML {
        form(.method(.post), .action(action), .enctype(.multipart), .class("form")) {
            input(.type(.hidden), .name("token"), .value(formToken))
            input(.type(.hidden), .name("key"), .value(commandKey))
            content()
        }
    }
}

extension Piece {
    /// Chooses files, several at once. A phone offers its camera.
    static func fileField(_ field: Field) -> HTML {
        frame(field) {
            input(
                field.wiring, .type(.file), .multiple,
                .accept("application/pdf,image/jpeg,image/png"))
        }
    }
}
