// The page of the register, and its lines in words.

import HTML
import ProcessModel
import WorkTime

struct PrivacyRegisterView {
    let register: Privacy.Register
    let frame: Site.Frame

    var html: HTML {
        let title = frame.text("privacy.register")
        return frame.page(title: title, section: .reports, bodyClass: "onlandscape") {
            Piece.crumbs(
                label: frame.text("site.path"),
                [.init(frame.text("menu.reports"), "/reports"), .init(title)])
            Piece.head(title) {
                frame.text("privacy.register.lead", register.office, frame.day(register.day))
            } acts: {
                Piece.printButton(frame.text("reports.print"))
                Piece.act(frame.text("privacy.register.file"), "/privacy/register.csv")
                Piece.act(frame.text("readBook.title"), "/reads")
            }
            p(.class("note")) { frame.text("privacy.law") }
            part("groups", groupLines)
            if register.processings.isEmpty {
                Piece.emptyState(
                    frame.text("privacy.register.empty"),
                    frame.text("privacy.register.emptyHint"))
            } else {
                part("processings", processingLines)
            }
            if let next = register.next {
                Piece.more(
                    frame.text("work.moreNote", String(Privacy.registerPage)),
                    label: frame.text("privacy.register.pages"),
                    first: .init(frame.text("word.first"), "/privacy"),
                    next: .init(
                        frame.text("word.next"), ("/privacy" as Link).adding("after", next)))
            }
        }
    }

    var lines: [Privacy.Line] { groupLines + processingLines }

    private func part(_ key: String, _ lines: [Privacy.Line]) -> HTML {
        let title = frame.text("privacy.register.\(key)")
        return Piece.part(title, id: key) {
            stackedTable(
                TableCaption(title, isHidden: true),
                columns: Privacy.registerColumns.map {
                    TableColumn(frame.text("privacy.column.\($0)"))
                },
                rows: lines.map { TableRow($0.cells.map { TableCell($0) }) })
        }
    }

    private var groupLines: [Privacy.Line] {
        register.groups.map { entry in
            let name = entry.group.rawValue
            return Privacy.Line(
                work: frame.text("privacy.group.\(name)"),
                data: entry.fields.map { frame.text("privacy.field.\($0)") }
                    .joined(separator: "; "),
                purpose: frame.text("privacy.purpose.\(name)"),
                basis: frame.text("privacy.basis.\(name)"),
                seenBy: frame.text("privacy.seenBy.\(name)"),
                kept: frame.text(
                    entry.group.isErasedByItself ? "privacy.kept.short" : "privacy.kept.none"),
                place: frame.text("privacy.place"))
        }
    }

    private var processingLines: [Privacy.Line] {
        register.processings.map { processing in
            var data = processing.fields
            if processing.hasApplicant {
                data.insert(frame.text("privacy.group.applicant"), at: 0)
            }
            return Privacy.Line(
                work: "\(processing.code) \(processing.title)",
                data: data.joined(separator: "; "),
                purpose: frame.text("privacy.purpose.process", processing.title),
                basis: processing.basis.isEmpty
                    ? frame.text("privacy.basis.none") : processing.basis.joined(separator: "; "),
                seenBy: processing.seenBy.joined(separator: "; "),
                kept: frame.text("privacy.kept.none"), place: frame.text("privacy.place"))
        }
    }
}
