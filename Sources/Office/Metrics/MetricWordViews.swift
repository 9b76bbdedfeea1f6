// Words and pieces that the pages of metrics share.

import Engine
import HTML
import WorkTime

extension Site.Frame {
    func metricFilter(to action: Link, _ scope: Metrics.Scope) -> HTML {
        let usual = Reports.Period.choices(on: scope.at.day)
        let named = Reports.Period(scope.period).map { [$0] } ?? []
        let choices = usual.contains { $0.text == scope.period } ? usual : named + usual
        return form(.class("filter noprint"), .action(action)) {
            chooser("period", text("reports.period")) {
                for choice in choices {
                    option(.value(choice.text), .if(choice.text == scope.period, .selected)) {
                        say(choice.name)
                    }
                }
            }
            officeChooser(scope.offices, chosen: scope.office.rawValue, mayBeAll: false)
            Piece.submit(text("reports.show"), .small)
        }
    }

    /// `10. Tỷ lệ hồ sơ theo hình thức nộp: trực tuyến`
    func metricName(_ metric: Metrics.Metric, _ share: Metrics.Share?) -> String {
        let name = "\(metric.number). \(say(metric.name))"
        guard let share, !share.key.isEmpty else { return name }
        return "\(name): \(text("metrics.records.\(share.key)").lowercased())"
    }

    func metricMaximum(_ maximum: Int?) -> String {
        maximum.map { text("metrics.maximum", number($0)) } ?? text("metrics.noMaximum")
    }

    func metricStanding(
        _ standing: Metrics.Standing, @HTMLBuilder detail: () -> HTML
    ) -> HTML {
        let look: Piece.State =
            switch standing {
            case .counted: .ok
            case .entered: .hand
            case .nothing, .province: .done
            case .missing: .wait
            }
        return Piece.state(look, text("metrics.standing.\(standing.rawValue)"), detail: detail)
    }

    /// Why there is no value, or who entered it.
    func metricReason(_ line: Metrics.Line) -> String {
        if let entry = line.entry {
            return text("metrics.enteredBy", entry.by, moment(entry.at), entry.source)
        }
        if case .entered(let why) = line.metric.basis { return say(why) }
        return line.standing == .province ? text("metrics.provinceHint") : ""
    }
}
