// Words of a dossier's page that depend on what happened.

import HTML
import WorkTime

extension Site.Frame {
    func timeliness(_ result: Timeliness) -> HTML {
        switch result {
        case .early: Piece.state(.done, text("result.early"))
        case .onTime: Piece.state(.done, text("result.onTime"))
        case .late: Piece.state(.wasLate, text("result.late"))
        }
    }

    func stepTime(_ stand: Dossiers.StepStand.Stand, _ moment: LocalMinute) -> String {
        let words = "\(clock(moment)) \(shortDay(moment.day))"
        return stand == .past ? text("dossier.stepDone", words) : text("dossier.stepDue", words)
    }

    /// One sentence of the timeline.
    @HTMLBuilder func happening(_ happening: Dossiers.Happening) -> HTML {
        text("happening.\(happening.kind.rawValue)", happening.who, happening.step)
        if !happening.text.isEmpty {
            " "
            small { happening.text }
        }
    }
}
