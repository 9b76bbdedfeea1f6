// The sheets of the reports, with their words.

import Engine
import HTML
import WorkTime

extension Site.Frame {
    /// `Kỳ: 01/07/2017 – 31/07/2017. Tính lúc …`
    func sheetLead(_ from: DayNumber, _ through: DayNumber, at: LocalMinute) -> String {
        text(
            "reports.sheet.lead", "\(date(from)) – \(date(through))", moment(at))
    }

    /// Columns 2 to 13 of the form, a line a field of work.
    func sheet(ofForm06 figures: Reports.Figures) -> Reports.Sheet {
        func row(_ line: Reports.Form06, _ name: String) -> [Reports.Sheet.Value] {
            [.text(name)] + line.columns.map { .number($0) }
        }
        return Reports.Sheet(
            name: text("reports.sheet.form06"), title: text("reports.form06"),
            lead: sheetLead(figures.from, figures.through, at: figures.at),
            columns: [Reports.Sheet.Column("(2) " + text("reports.field"), width: 34)]
                + (3...13).map { number in
                    Reports.Sheet.Column("(\(number)) " + text("reports.form06.\(number)"))
                },
            rows: figures.form06.dropLast().map {
                row($0, $0.name.isEmpty ? text("reports.noField") : $0.name)
            },
            totals: figures.form06.suffix(1).map { row($0, text("reports.total")) })
    }

    func sheet(of officers: Reports.Officers) -> Reports.Sheet {
        var columns: [Reports.Sheet.Column] = [
            .init(text("reports.officer"), width: 26), .init(text("reports.unit"), width: 26),
        ]
        for name in ReportOfficerView.dossierColumns {
            columns.append(.init(text("reports.column.\(name)")))
        }
        for name in ReportOfficerView.stepColumns {
            columns.append(.init(text("reports.step.\(name)")))
        }
        let nothing = ReportOfficerView.stepColumns.map { _ in Reports.Sheet.Value.empty }
        let empty = Reports.Sheet.Value.empty
        return Reports.Sheet(
            name: text("reports.sheet.officers"), title: text("reports.officers"),
            lead: sheetLead(officers.from, officers.through, at: officers.at), columns: columns,
            rows: officers.officers.map { officer in
                [.text(officer.name), .text(officer.unit)] + values(of: officer.dossiers)
                    + values(of: officer.steps)
            },
            totals: [
                [.text(text("reports.others")), empty] + values(of: officers.others) + nothing,
                [.text(text("reports.total")), empty] + values(of: officers.total)
                    + values(of: officers.steps),
            ])
    }

    private func values(of sums: Reports.Sums) -> [Reports.Sheet.Value] {
        ReportOfficerView.numbers(of: sums).map { .number($0) }
            + [.share(sums.timely, of: sums.classed)]
    }

    private func values(of steps: Reports.StepSums) -> [Reports.Sheet.Value] {
        ReportOfficerView.numbers(of: steps).map { .number($0) }
    }

    func sheet(of overdue: Reports.Overdue) -> Reports.Sheet {
        Reports.Sheet(
            name: text("reports.sheet.overdue"), title: text("reports.overdue"),
            lead: text("reports.overdue.lead", moment(overdue.at), number(overdue.count)),
            columns: ReportOverdueView.columns.map { name, width in
                .init(text("reports.overdue.\(name)"), width: width)
            },
            rows: overdue.rows.map { row in
                [
                    .text(row.code), .text(row.title), .text(row.office), .moment(row.receivedAt),
                    .moment(row.due), .text(late(row)), .text(row.focalPoint), .text(row.holder),
                    .text(row.step),
                ]
            })
    }

    /// How much working time has passed since the appointment.
    func late(_ row: Reports.OverdueRow) -> String { worked(workingMinutes: row.left.minutes ?? 0) }
}
