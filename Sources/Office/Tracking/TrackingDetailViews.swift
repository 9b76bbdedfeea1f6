// What is told to who showed to be the applicant.

import HTML
import WorkTime

struct TrackingDetailView {
    let answer: Tracking.Answer
    let details: Tracking.Details
    let frame: Site.Frame
    let rating: RatingView?
    let delivery: DeliveryTrackingView?
    let messages: MessageTrackingView?
    let isChosen: Bool

    @HTMLBuilder var html: HTML {
        lead
        if let apology = details.apology { sorry(apology) }
        if let rating { rating.html }
        if let delivery { delivery.html }
        if !details.papers.isEmpty { papers }
        if let messages { messages.html }
        if !details.attachments.isEmpty { files }
        way
        if !details.moves.isEmpty { moves }
        sum
        notices
        ask
    }

    private var files: HTML {
        Piece.part(frame.text("attachment.title"), id: "files") {
            AttachmentOwnView(
                code: answer.code, proof: details.proof, files: details.attachments, frame: frame
            ).html
        }
    }

    @HTMLBuilder private var notices: HTML {
        if let choice = Notices.Choice(word: details.notices) {
            NoticeChoiceView(
                code: answer.code, proof: details.proof, choice: choice, frame: frame,
                isChosen: isChosen
            ).html
        }
    }

    // MARK: The date

    private var lead: HTML {
        Piece.part(
            frame.text("tracking.answer"), id: "answer", look: .lead, isHeadingHidden: true
        ) {
            p { strong { details.title } }
            p(.class("hint")) { appointmentName }
            p(.class("appoint")) { appointment }
            p { standing }
            p { frame.text("tracking.state", frame.text("status.\(answer.status.rawValue)")) }
            p { now }
            if details.duty == .fetch { p { frame.text("tracking.bring") } }
        }
    }

    private var isOver: Bool { answer.status.isResolved }

    private var appointmentName: String {
        switch answer.status {
        case .resultReady: frame.text("tracking.readyAt")
        case .returned: frame.text("tracking.returnedAt")
        case .refused, .withdrawn, .stopped: frame.text("tracking.endedAt")
        default: frame.text("tracking.appointment")
        }
    }

    private var appointment: HTML {
        if isOver { return moment(details.since) }
        guard let due = details.appointment else {
            let isPaused = details.left.state == .waiting
            return .text(frame.text(isPaused ? "tracking.paused" : "tracking.noTerm"))
        }
        return moment(due)
    }

    private func moment(_ moment: LocalMinute) -> HTML {
        Piece.moment(
            "\(frame.day(moment.day)), \(frame.clock(moment))", machine: moment.text)
    }

    @HTMLBuilder private var standing: HTML {
        if let result = details.timeliness {
            frame.timeliness(result)
            if let due = details.appointment {
                " "
                small { frame.text("tracking.promised", frame.moment(due)) }
            }
        } else {
            frame.timeLeft(details.left, due: details.appointment)
        }
    }

    /// Where it lies, since when, and what the citizen has to do.
    @HTMLBuilder private var now: HTML {
        if !isOver {
            if details.unit.isEmpty {
                frame.text("tracking.progress", String(answer.done), String(answer.steps))
            } else {
                frame.text(
                    "tracking.here", String(answer.done), String(answer.steps), details.unit,
                    frame.moment(details.since))
            }
            " "
        }
        frame.text("tracking.duty.\(details.duty.rawValue)", place, returnWay)
    }

    private var place: String {
        answer.office.map { $0.counter.isEmpty ? $0.name : "\($0.counter), \($0.name)" } ?? ""
    }

    private var returnWay: String {
        frame.text("returnWay.\(details.returnWay.rawValue)").lowercased()
    }

    private func sorry(_ apology: Tracking.Apology) -> HTML {
        Piece.part(frame.text("tracking.apologyTitle"), id: "apology", look: .panel) {
            p { frame.text("tracking.apology", frame.moment(apology.newAppointment)) }
            p { frame.text("tracking.apologyReason", apology.reason) }
        }
    }

    private var papers: HTML {
        Piece.part(frame.text("tracking.papers"), id: "papers", look: .panel) {
            ul { for paper in details.papers { li { paper } } }
            p { frame.text("tracking.papersWhere", place) }
        }
    }

    // MARK: The way

    private var way: HTML {
        Piece.part(frame.text("tracking.way"), id: "way") {
            Piece.steps(
                details.stages.map { stage in
                    Piece.Step(
                        title(of: stage), Piece.Step.Stand(rawValue: stage.stand.rawValue) ?? .next,
                        lines: [stage.unit].filter { !$0.isEmpty }, when: when(stage),
                        isGap: stage.kind != .step)
                }, asTrack: true)
        }
    }

    private func title(of stage: Tracking.Stage) -> String {
        stage.kind == .step ? stage.title : frame.text("tracking.stage.\(stage.kind.rawValue)")
    }

    private func when(_ stage: Tracking.Stage) -> String? {
        switch (stage.stand, stage.from, stage.to) {
        case (.past, let from?, let to?) where stage.kind != .step:
            "\(frame.shortDay(from.day)) – \(frame.shortDay(to.day))"
        case (.past, _, let to?): frame.text("tracking.doneAt", short(to))
        case (.here, let from?, _): frame.text("tracking.since", short(from))
        default: nil
        }
    }

    private func short(_ moment: LocalMinute) -> String {
        "\(frame.clock(moment)) \(frame.shortDay(moment.day))"
    }

    private var moves: HTML {
        Piece.part(frame.text("tracking.moves"), id: "moves") {
            if let promised = details.promised {
                p { frame.text("tracking.printed", frame.moment(promised)) }
            }
            ul { for move in details.moves { li { sentence(of: move) } } }
        }
    }

    private func sentence(of move: Tracking.Move) -> String {
        switch move.kind {
        case .calendar:
            frame.text(
                "tracking.move.calendar", move.basis,
                move.before.map(frame.moment) ?? "–", move.due.map(frame.moment) ?? "–")
        case .supplement, .duty:
            move.until.map {
                frame.text(
                    "tracking.move.\(move.kind.rawValue)", frame.moment(move.at), frame.moment($0))
            } ?? frame.text("tracking.moveOpen.\(move.kind.rawValue)", frame.moment(move.at))
        }
    }

    // MARK: Why, and whom to ask

    @HTMLBuilder private var sum: HTML {
        if !details.explanation.isEmpty {
            Piece.sum(
                frame.text("sum.title"), note: nil, id: "why", isOpen: !isOver,
                heads: Piece.SumHeads(
                    step: frame.text("sum.step"), date: frame.text("sum.date"),
                    reason: frame.text("sum.reason"), basis: frame.text("sum.basis")),
                lines: frame.sumLines(details.explanation) + total)
        }
    }

    private var total: [Piece.SumLine] {
        details.appointment.map { due in
            [
                Piece.SumLine(
                    frame.text("sum.appointment"), date: frame.moment(due),
                    reason: frame.text("sum.appointmentWhy"), isTotal: true)
            ]
        } ?? []
    }

    @HTMLBuilder private var ask: HTML {
        if let office = answer.office {
            Piece.part(frame.text("tracking.ask"), id: "ask", look: .panel) {
                p { strong { place } }
                if let phone = office.phone { p { frame.text("tracking.call", phone) } }
                p { frame.text("tracking.askWith", answer.code) }
            }
        }
    }
}
