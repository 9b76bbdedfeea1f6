// "Vì sao ngày này?": every line of both sums with its reason and article.

import HTML
import WorkTime

struct DossierSumView {
    let record: Dossiers.Record
    let frame: Site.Frame
    /// Whether the sum stands open: while the time runs, not when everything is over.
    var isOpen = true

    @HTMLBuilder var html: HTML {
        if let explanation = record.explanation {
            Piece.sum(
                frame.text("sum.title"), note: frame.text("sum.note"), id: "why",
                isOpen: isOpen,
                heads: Piece.SumHeads(
                    step: frame.text("sum.step"), date: frame.text("sum.date"),
                    reason: frame.text("sum.reason"), basis: frame.text("sum.basis")),
                lines: frame.sumLines(explanation.appointment)
                    + [appointmentTotal].compactMap { $0 }
                    + frame.sumLines(explanation.index) + [indexTotal].compactMap { $0 })
        }
    }

    private var appointmentTotal: Piece.SumLine? {
        guard let due = record.clock?.dueAt ?? record.clock?.dueBeforeStop else { return nil }
        return Piece.SumLine(
            frame.text("sum.appointment"), date: frame.moment(due),
            reason: frame.text("sum.appointmentWhy"), isTotal: true)
    }

    private var indexTotal: Piece.SumLine? {
        guard let minutes = record.clock?.indexMinutes else { return nil }
        return Piece.SumLine(
            frame.text("sum.index"), date: frame.worked(workingMinutes: minutes),
            reason: frame.text("sum.indexWhy", frame.number(minutes)), isTotal: true)
    }
}

extension Site.Frame {
    /// Lines of an explanation as lines of the sum on a page.
    func sumLines(_ lines: [ExplanationLine]) -> [Piece.SumLine] {
        lines.map { line in
            Piece.SumLine(
                text("rule.\(line.rule.rawValue)"), date: dates(of: line),
                reason: say(line.sentence)
            ) {
                say(line.article)
                if line.confidence != .law || line.dayConfidence != .confirmed {
                    " "
                    small { text("sum.unconfirmed") }
                }
            }
        }
    }

    private func dates(of line: ExplanationLine) -> String {
        switch (line.from, line.to) {
        case (let from?, let to?): "\(shortMoment(from)) → \(shortMoment(to))"
        case (let moment?, nil), (nil, let moment?): shortMoment(moment)
        case (nil, nil): ""
        }
    }

    private func shortMoment(_ moment: LocalMinute) -> String {
        moment.minuteOfDay == 0
            ? shortDay(moment.day) : "\(clock(moment)) \(shortDay(moment.day))"
    }
}
