// The split on the page of a dossier: a table in words, and the same as a bar.

import Engine
import HTML
import WorkTime

struct LatenessPartView {
    let lateness: Lateness.Shown
    let frame: Site.Frame

    var html: HTML {
        Piece.part(frame.text("lateness.part"), id: "lateness") {
            p {
                Piece.state(
                    lateness.isOpen ? .late : .wasLate,
                    frame.text(
                        lateness.isOpen ? "lateness.isOpen" : "lateness.ended",
                        frame.worked(workingMinutes: lateness.total),
                        frame.number(lateness.total)))
                " "
                small { frame.text("lateness.since", frame.moment(lateness.due)) }
            }
            if lateness.lines.isEmpty {
                p { frame.text("lateness.noMinutes") }
            } else {
                table
                if lateness.lines.count > 1 {
                    Piece.scrolling(label: frame.text("lateness.bar")) {
                        LatenessBar(lateness: lateness, frame: frame).html
                    }
                }
            }
            p(.class("note")) {
                frame.text("lateness.note")
                " "
                a(.href("/lateness")) { frame.text("lateness.title") }
            }
        }
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("lateness.part"), isHidden: true),
            columns: [
                TableColumn(frame.text("lateness.column.cause")),
                TableColumn(frame.text("lateness.column.unit")),
                TableColumn(frame.text("lateness.column.time")),
                TableColumn(frame.text("lateness.column.minutes"), cellClass: "r"),
                TableColumn(frame.text("lateness.column.share"), cellClass: "r"),
            ],
            rows: lateness.lines.enumerated().map { index, line in
                TableRow([
                    TableCell("\(index + 1). \(frame.latenessCause(line.cause))"),
                    TableCell(line.unitName.isEmpty ? "–" : line.unitName),
                    TableCell(frame.worked(workingMinutes: line.minutes)),
                    TableCell(frame.number(line.minutes)),
                    TableCell(frame.percent(line.minutes, of: lateness.total)),
                ])
            },
            totals: [
                TableRow([
                    TableCell(frame.text("payment.total")), TableCell(""),
                    TableCell(frame.worked(workingMinutes: lateness.total)),
                    TableCell(frame.number(lateness.total)),
                    TableCell(frame.percent(lateness.total, of: lateness.total)),
                ])
            ])
    }
}

/// The parts side by side. Each carries the number of its row, so that no colour says anything
/// alone.
struct LatenessBar {
    let lateness: Lateness.Shown
    let frame: Site.Frame

    private static let width = 600.0

    var html: HTML {
        SVG.svg(
            .class("draw chart"), .viewBox("0 0 600 40"), .role("img"),
            .aria("labelledby", "lateness-t lateness-d")
        ) {
            SVG.title(.id("lateness-t")) { frame.text("lateness.bar") }
            SVG.desc(.id("lateness-d")) { summary }
            pieces
        }
    }

    private var summary: String {
        lateness.lines.enumerated().map { index, line in
            "\(index + 1). \(frame.latenessCause(line.cause)): "
                + frame.percent(line.minutes, of: lateness.total)
        }.joined(separator: "; ")
    }

    private var pieces: [HTML] {
        var left = 0
        return lateness.lines.enumerated().map { index, line in
            let from = Self.width * Double(left) / Double(max(1, lateness.total))
            let length = Self.width * Double(line.minutes) / Double(max(1, lateness.total))
            left += line.minutes
            return piece(index, from: from, length: length)
        }
    }

    private func piece(_ index: Int, from: Double, length: Double) -> HTML {
        HTML {
            SVG.rect(
                .class(["c1", "c2", "c4"][index % 3]), .x(from), .y(4),
                .width(max(length - 1, 1)), .height(32))
            if length >= 16 {
                SVG.text(
                    .class(index % 3 == 0 ? "on" : nil), .x(from + length / 2), .y(25),
                    .textAnchor("middle")
                ) { String(index + 1) }
            }
        }
    }
}

extension Site.Frame {
    func latenessCause(_ cause: Lateness.Cause) -> String {
        text("lateness.cause.\(cause.rawValue)")
    }

    /// Causes and units in one line, the longest first.
    func latenessLine(_ lines: [Lateness.Shown.Line]) -> String {
        lines.map { line in
            let name = line.unitName.isEmpty ? "" : " (\(line.unitName))"
            return "\(latenessCause(line.cause))\(name): \(worked(workingMinutes: line.minutes))"
        }.joined(separator: "; ")
    }
}
