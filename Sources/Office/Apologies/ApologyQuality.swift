// How good the warning before the appointment is, from what has happened: of the dossiers that
// ended late, how many the outlook had warned of, and of those it warned of, how many ended late.
//
// Pure: the states of a dossier, the process and the calendar in. The outlook is asked as people
// ask it: each working morning when the office opens, and when something was done to the dossier.

import Engine
import ProcessModel
import WorkTime

extension Apologies {
    /// A state of a dossier and since when it was in it.
    struct Stage: Sendable {
        let at: LocalMinute
        let dossier: Dossiers.Dossier
    }

    /// When one dossier was first warned of, and what came of it.
    struct Trial: Hashable, Sendable {
        let isLate: Bool
        let due: LocalMinute
        /// That the steps left take too long: `willBeLate`.
        let warnedAt: LocalMinute?
        /// That it may come late: `willBeLate` or `atRisk`, as the list shows both.
        let listedAt: LocalMinute?
    }

    /// Hits, misses and false alarms of one kind of warning.
    public struct Score: Hashable, Sendable, Codable {
        /// Ended late, and warned of before.
        public var hits = 0
        /// Ended late, and not warned of before.
        public var misses = 0
        /// Warned of, and in time all the same.
        public var falseAlarms = 0
        /// Hits warned of on a day before that of the appointment, as the law wants to tell the
        /// citizen (NĐ 61/2018 Đ19k9).
        public var dayBefore = 0
        /// Working minutes from the warning to the appointment, of the hit in the middle; `nil`
        /// without a hit.
        public var medianLead: Int?

        public var late: Int { hits + misses }
        public var warned: Int { hits + falseAlarms }
    }

    public struct Quality: Hashable, Sendable, Encodable {
        public let from: DayNumber
        public let through: DayNumber
        /// Ended in the period with a limit.
        public let dossiers: Int
        /// More ended than were looked at: the latest were.
        public let isCut: Bool
        public let warning: Score
        public let list: Score
    }

    /// `nil` for one that did not end, or has no limit.
    /// - Parameter stages: In the order of time.
    static func trial(
        of stages: [Stage], version: ProcessVersion, calendar: WorkCalendar
    ) -> Trial? {
        guard let last = stages.last?.dossier, let first = stages.first?.at,
            let reading = Dossiers.reading(of: last, version: version, calendar: calendar),
            let timeliness = reading.timeliness, let end = last.endMark,
            let due = reading.dueAt ?? reading.dueBeforeStop
        else { return nil }
        var (warnedAt, listedAt): (LocalMinute?, LocalMinute?) = (nil, nil)
        for moment in moments(stages, from: first, until: min(due, end), calendar) {
            guard let stage = stages.last(where: { $0.at <= moment }),
                let outlook = outlook(
                    of: stage.dossier, version: version, calendar: calendar, at: moment)
            else { continue }
            if outlook.kind == .willBeLate { warnedAt = warnedAt ?? moment }
            if outlook.kind == .willBeLate || outlook.kind == .atRisk {
                listedAt = listedAt ?? moment
            }
        }
        return Trial(
            isLate: timeliness == .late, due: due, warnedAt: warnedAt, listedAt: listedAt)
    }

    /// Mornings and acts before the appointment and before the end.
    private static func moments(
        _ stages: [Stage], from first: LocalMinute, until last: LocalMinute,
        _ calendar: WorkCalendar
    ) -> [LocalMinute] {
        var moments = Set(stages.map(\.at))
        var day = first.day
        while day <= last.day {
            if let opening = try? calendar.opening(of: day) { moments.insert(opening) }
            day = day + 1
        }
        return moments.filter { $0 >= first && $0 < last }.sorted()
    }

    static func score(
        _ trials: [Trial], calendar: WorkCalendar, _ warned: (Trial) -> LocalMinute?
    ) -> Score {
        var score = Score()
        var leads: [Int] = []
        for trial in trials {
            guard let moment = warned(trial) else {
                if trial.isLate { score.misses += 1 }
                continue
            }
            guard trial.isLate else {
                score.falseAlarms += 1
                continue
            }
            score.hits += 1
            if moment.day < trial.due.day { score.dayBefore += 1 }
            if let lead = try? calendar.workingMinutes(from: moment, to: trial.due) {
                leads.append(lead)
            }
        }
        // Of two in the middle the shorter: what is promised is not better than it was.
        leads.sort()
        score.medianLead = leads.isEmpty ? nil : leads[(leads.count - 1) / 2]
        return score
    }
}
