// The sheet of the day as a file.

import HTML
import WorkTime

extension Site.Frame {
    func sheet(of day: DaySheets.Sheet) -> Reports.Sheet {
        Reports.Sheet(
            name: text("today.title"), title: text("today.title"),
            lead: text("today.lead", day.name, self.day(day.now.day)),
            columns: [
                .init(text("today.column.group"), width: 26),
                .init(text("reports.overdue.code"), width: 18),
                .init(text("today.column.work"), width: 40),
                .init(text("today.column.step"), width: 30),
                .init(text("today.column.until"), width: 17),
                .init(text("today.column.since"), width: 17),
            ],
            rows: day.parts.flatMap { part in
                part.lines.map { line -> [Reports.Sheet.Value] in
                    [
                        .text(text("today.group.\(part.group.rawValue)")), .text(line.code),
                        .text(line.isPetition ? text("petition.one") : line.title),
                        .text(line.step), line.due.map { .moment($0) } ?? .empty,
                        .moment(line.since),
                    ]
                }
            })
    }
}
