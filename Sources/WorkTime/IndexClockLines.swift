// The sum of the index clock: the stretches in which it ran, the stops, the total.

extension ClockMachine {
    /// Only what is certain: up to the end, or up to the last stop of a dossier still open.
    func indexLines() throws(CalendarError) -> [ExplanationLine] {
        var lines: [ExplanationLine] = []
        var since: LocalMinute? = reading.received
        for stop in reading.stops {
            if let since { lines.append(try ranLine(since, stop.begin)) }
            lines.append(stopLine(stop))
            since = stop.end
        }
        guard let end = reading.end else { return lines }
        if let since { lines.append(try ranLine(since, end.at)) }
        if let total = reading.indexMinutes { lines.append(totalLine(total, end.at)) }
        return lines
    }

    private func ranLine(
        _ from: LocalMinute, _ to: LocalMinute
    ) throws(CalendarError) -> ExplanationLine {
        let minutes = try scale.calendar.workingMinutes(from: from, to: to)
        return ExplanationLine(
            .indexSubtractsStops, from: from, to: to, amount: .workingMinutes(minutes),
            vi: "Từ \(from.phrase.vi) đến \(to.phrase.vi): \(minutes) phút làm việc.",
            en: "From \(from.phrase.en) to \(to.phrase.en): \(minutes) working minutes.")
    }

    private func stopLine(_ stop: ClockStop) -> ExplanationLine {
        let names = stop.causes.map(causeName).joined(separator: ", ")
        let until = stop.end?.phrase
        return ExplanationLine(
            .indexSubtractsStops, from: stop.begin, to: stop.end,
            vi: "Không tính thời gian \(names.vi) từ \(stop.begin.phrase.vi)"
                + (until.map { " đến \($0.vi)." } ?? "."),
            en: "Not counted, \(names.en), from \(stop.begin.phrase.en)"
                + (until.map { " to \($0.en)." } ?? "."))
    }

    private func totalLine(_ total: Int, _ end: LocalMinute) -> ExplanationLine {
        ExplanationLine(
            .ends, from: reading.received, to: end, amount: .workingMinutes(total),
            vi: "Tổng thời gian giải quyết: \(total) phút làm việc.",
            en: "Time taken altogether: \(total) working minutes.")
    }
}
