// The metrics as a sheet, with their words.

import HTML
import WorkTime

extension Site.Frame {
    func sheet(of figures: Metrics.Figures) -> Reports.Sheet {
        let scope = figures.scope
        return Reports.Sheet(
            name: text("metrics.sheet"), title: "\(text("metrics.title")) – \(scope.officeName)",
            lead: sheetLead(scope.from, scope.through, at: scope.at) + " "
                + text("metrics.unconfirmed"),
            columns: [
                .init(text("metrics.number"), width: 6), .init(text("metrics.group"), width: 22),
                .init(text("metrics.metric"), width: 44), .init(text("metrics.part")),
                .init(text("metrics.whole")), .init(text("metrics.value")),
                .init(text("metrics.standing"), width: 20),
                .init(text("metrics.reasonOrSource"), width: 44),
                .init(text("metrics.score"), width: 14),
                .init(text("metrics.formula"), width: 44), .init(text("metrics.remark"), width: 44),
            ],
            rows: figures.lines.flatMap(rows))
    }

    private func rows(_ line: Metrics.Line) -> [[Reports.Sheet.Value]] {
        let shares: [Metrics.Share?] = line.shares.isEmpty ? [nil] : line.shares
        return shares.map { row(line, $0) }
    }

    private func row(_ line: Metrics.Line, _ share: Metrics.Share?) -> [Reports.Sheet.Value] {
        let metric = line.metric
        let name =
            share.map { $0.key.isEmpty ? "" : ": " + text("metrics.records.\($0.key)") } ?? ""
        let empty = Reports.Sheet.Value.empty
        return [
            .number(metric.number), .text(text("metrics.group.\(metric.group.rawValue)")),
            .text(say(metric.name) + name), share.map { .number($0.part) } ?? empty,
            share.map { .number($0.whole) } ?? empty,
            share.map { .share($0.part, of: $0.whole) } ?? empty,
            .text(text("metrics.standing.\(line.standing.rawValue)")),
            .text(metricReason(line)), metric.maximum.map { .number($0) } ?? empty,
            metric.formula.map { .text(say($0)) } ?? empty,
            metric.remark.map { .text(say($0)) } ?? empty,
        ]
    }
}
