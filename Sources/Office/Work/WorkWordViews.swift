// Time left and results as badges: words first, then shape, then colour.

import Engine
import HTML
import WorkTime

extension Site.Frame {
    /// The badge of the time left, with the date under it.
    func timeLeft(
        _ left: Work.TimeLeft, due: LocalMinute?, list: Dossiers.WorkList = .open
    ) -> HTML {
        if list == .offered {
            return Piece.state(.hand, text("left.offered")) { dueWords(due) }
        }
        let span = worked(workingMinutes: left.minutes ?? 0)
        switch left.state {
        case .late:
            let words = left.minutes == 0 ? text("left.justLate") : text("left.late", span)
            return Piece.state(.late, words) { dueWords(due) }
        case .today: return Piece.state(.today, text("left.open", span)) { dueWords(due) }
        case .soon: return Piece.state(.soon, text("left.open", span)) { dueWords(due) }
        case .ok: return Piece.state(.ok, text("left.open", span)) { dueWords(due) }
        case .waiting: return Piece.state(.wait, text("left.waiting"))
        case .undated: return Piece.state(.ok, text("left.undated"))
        }
    }

    private func dueWords(_ due: LocalMinute?) -> HTML {
        guard let due else { return .text(text("left.undated")) }
        return Piece.moment(text("left.due", clock(due), day(due.day)), machine: due.text)
    }

    /// How a step ended against its own time.
    func stepResult(_ result: StepResult) -> HTML {
        switch result {
        case .early: Piece.state(.done, text("result.early"))
        case .onTime: Piece.state(.done, text("result.onTime"))
        case .late: Piece.state(.wasLate, text("result.late"))
        }
    }
}
