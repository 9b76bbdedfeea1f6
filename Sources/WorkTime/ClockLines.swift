// The sums of both clocks in sentences.

extension ClockMachine {
    /// The appointment clock: start, stops, what followed each, the class.
    func appointmentLines() throws(CalendarError) -> [ExplanationLine] {
        var lines: [ExplanationLine] = []
        for step in steps { lines += try self.lines(of: step) }
        return lines + classLines() + supplementLines()
    }

    private func lines(of step: ClockStep) throws(CalendarError) -> [ExplanationLine] {
        switch step {
        case .started(let at, let appointment):
            return try [scale.startLine(at)]
                + scale.countLines(from: at, to: appointment, amount: scale.term)
        case .paused(let event, let rest): return [pauseLine(event, rest)]
        case .pausedLate(let event):
            let name = causeName(event.causeID).vi
            return [lateLine(event.at, vi: "Tạm dừng (\(name)) lúc", en: "Stopped at")]
        case .stayedLate(let at):
            return [lateLine(at, vi: "Hết tạm dừng lúc", en: "The stop ended at")]
        case .restarted(let at, let appointment):
            return try [restartLine(at)]
                + scale.countLines(from: at, to: appointment, amount: scale.term)
        case .resumed(let at, let rest, let appointment, let supplement):
            return try [resumeLine(at, rest, supplement)]
                + scale.countLines(from: at, to: appointment, amount: scale.amount(rest))
        }
    }

    private func pauseLine(_ event: ClockEvent, _ rest: Int) -> ExplanationLine {
        let left = scale.amount(rest).phrase
        let name = causeName(event.causeID)
        let moment = event.at.phrase
        return ExplanationLine(
            rule(supplement: event.kind == .supplementRequested), from: event.at,
            amount: scale.amount(rest),
            vi: "Tạm dừng (\(name.vi)) lúc \(moment.vi); còn \(left.vi).",
            en: "Stopped (\(name.en)) at \(moment.en) with \(left.en) left.")
    }

    private func rule(supplement: Bool) -> TimeRule {
        if !supplement { return .pausesForDuty }
        return afterSupplement == .restart ? .restartsAfterSupplement : .resumesAfterSupplement
    }

    private func restartLine(_ at: LocalMinute) -> ExplanationLine {
        ExplanationLine(
            .restartsAfterSupplement, from: at, amount: scale.term,
            vi: "Nhận đủ hồ sơ bổ sung lúc \(at.phrase.vi): thời hạn tính lại từ đầu.",
            en: "Supplement complete at \(at.phrase.en): the term begins anew.")
    }

    private func resumeLine(
        _ at: LocalMinute, _ rest: Int, _ supplement: Bool
    ) -> ExplanationLine {
        let left = scale.amount(rest)
        let nothing = Bilingual(
            vi: "không còn ngày nào, hạn là chính ngày này hoặc ngày làm việc tiếp theo",
            en: "nothing is left, so it is due that day or on the next working day")
        let rest =
            rest == 0 ? nothing : Bilingual(vi: "tính tiếp ", en: "go on with ") + left.phrase
        return ExplanationLine(
            rule(supplement: supplement), from: at, amount: left,
            vi: "Hết tạm dừng lúc \(at.phrase.vi): \(rest.vi).",
            en: "The stop ended at \(at.phrase.en): \(rest.en).")
    }

    private func lateLine(_ at: LocalMinute, vi: String, en: String) -> ExplanationLine {
        ExplanationLine(
            .lateStaysLate, from: at,
            vi: "\(vi) \(at.phrase.vi): hồ sơ đã quá hạn trước đó, ngày hẹn giữ nguyên.",
            en: "\(en) \(at.phrase.en): the dossier was late already, its date stays.")
    }

    private func classLines() -> [ExplanationLine] {
        guard let end = reading.end, let timeliness = reading.timeliness, let due = reading.dueAt
        else { return [] }
        let inside = reading.stops.last.flatMap { $0.end == nil ? $0.begin : nil }
        let judged = inside ?? end.at
        var lines: [ExplanationLine] = []
        if let inside {
            lines.append(
                ExplanationLine(
                    .endedInsideStop, from: inside, to: end.at,
                    vi: "Kết thúc khi đang tạm dừng: xét tại lúc bắt đầu tạm dừng, "
                        + "\(inside.phrase.vi).",
                    en: "Ended inside a stop: judged when the stop began, \(inside.phrase.en)."))
        }
        lines.append(
            ExplanationLine(
                .classes, from: judged, to: due,
                vi: "Kết thúc (\(end.kind.name.vi)) lúc \(end.at.phrase.vi), "
                    + "hẹn \(due.phrase.vi): \(timeliness.name.vi).",
                en: "Ended (\(end.kind.name.en)) at \(end.at.phrase.en), "
                    + "due \(due.phrase.en): \(timeliness.name.en)."))
        return lines
    }

    private func supplementLines() -> [ExplanationLine] {
        guard reading.isLateByIndex else { return [] }
        let count = reading.supplementCount
        return [
            ExplanationLine(
                .oneSupplement,
                vi: "Đã yêu cầu bổ sung \(count) lần; chỉ được một lần, "
                    + "bộ chỉ số tính hồ sơ là quá hạn.",
                en: "A supplement was asked for \(count) times; once is allowed, "
                    + "so the index counts the dossier as late.")
        ]
    }

    func causeName(_ cause: String) -> Bilingual {
        // Causes of an instance are numbered: `supplement#1`.
        switch String(cause.prefix { $0 != "#" }) {
        case "supplement": Bilingual(vi: "chờ bổ sung hồ sơ", en: "waiting for a supplement")
        case "duty": Bilingual(vi: "chờ nghĩa vụ tài chính", en: "waiting for a duty")
        case "step", "pause", "wait":
            Bilingual(vi: "chờ việc ngoài cơ quan", en: "waiting for what is outside the office")
        default: Bilingual(vi: cause, en: cause)
        }
    }
}

extension TermScale {
    /// So much of the term, in its own unit.
    func amount(_ rest: Int) -> Term {
        switch term {
        case .workingMinutes: .workingMinutes(rest)
        case .workingDays, .sameDay: .workingDays(rest)
        case .halfDays: .halfDays(rest)
        case .calendarDays: .calendarDays(rest)
        }
    }
}
