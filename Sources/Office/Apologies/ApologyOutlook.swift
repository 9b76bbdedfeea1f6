// Whether an open dossier will make its appointment, from the times that its next steps may take.

import Engine
import ProcessModel
import WorkTime

extension Apologies {
    /// The forecast of one dossier at a moment.
    public struct Outlook: Hashable, Sendable, Encodable {
        public enum Kind: String, Sendable, Encodable, CaseIterable {
            /// The appointment is over.
            case late
            /// The steps that are left take longer than the time that is left.
            case willBeLate
            /// Less than a working day is left, and further steps are ahead.
            case atRisk
            case inTime
        }
        public let kind: Kind
        public let due: LocalMinute
        /// Working minutes until the appointment; negative when it is over.
        public let left: Int
        /// Working minutes that the steps before the result may still take, where their time is
        /// known.
        public let needed: Int
        /// Steps ahead whose time is not published.
        public let unknown: Int
        /// The end of the day on which it would be ready, where that is later than due.
        public let suggested: DayNumber?
    }

    static let workingDay = 480

    /// `nil` where no date runs: waiting for the citizen, without a limit, or resolved.
    static func outlook(
        of dossier: Dossiers.Dossier, version: ProcessVersion, calendar: WorkCalendar,
        at now: LocalMinute
    ) -> Outlook? {
        guard !dossier.status.isResolved, let instance = dossier.instance,
            let due = Dossiers.reading(of: dossier, version: version, calendar: calendar)?.dueAt,
            let left = try? calendar.remaining(at: now, until: due)
        else { return nil }
        let ahead = ahead(of: instance, version)
        let here =
            instance.items.compactMap(\.due).map {
                max(0, (try? calendar.remaining(at: now, until: $0)) ?? 0)
            }.max() ?? 0
        let known = ahead.compactMap { $0.time?.minutes }.reduce(0, +)
        let unknown = ahead.filter { $0.time?.minutes == nil }.count
        let needed = here + known
        var kind = Outlook.Kind.inTime
        if left < workingDay, !ahead.isEmpty { kind = .atRisk }
        if needed > left { kind = .willBeLate }
        if left < 0 || due.day < now.day { kind = .late }
        return Outlook(
            kind: kind, due: due, left: left, needed: needed, unknown: unknown,
            suggested: kind == .inTime ? nil : suggested(needed, unknown, due, calendar, now))
    }

    /// Steps after those that are open, up to the one with which the result is ready. The usual
    /// way: the rows of the table that follow the furthest open one.
    private static func ahead(of instance: Instance, _ version: ProcessVersion) -> [Step] {
        let rows = StepTable(version).rows
        let open = Set(instance.items.map(\.node))
        guard let last = rows.lastIndex(where: { open.contains($0.node) }) else { return [] }
        if rows[last].step.marksDone { return [] }
        let rest = rows[(last + 1)...].map(\.step)
        guard let done = rest.firstIndex(where: \.marksDone) else { return rest }
        return Array(rest[...done])
    }

    /// A working day for each step without a time, from now; never today or the day of the
    /// appointment, which could not be promised.
    private static func suggested(
        _ needed: Int, _ unknown: Int, _ due: LocalMinute, _ calendar: WorkCalendar,
        _ now: LocalMinute
    ) -> DayNumber? {
        let ready = try? calendar.adding(minutes: max(1, needed + unknown * workingDay), to: now)
        let next = try? calendar.nextWorkingDay(after: max(due.day, now.day))
        return [ready?.day, next].compactMap { $0 }.max()
    }
}

extension StepTime {
    /// Working minutes; `nil` where none was published or it is no working time.
    fileprivate var minutes: Int? {
        guard case .term(let term) = self else { return nil }
        return term.minutes(perDay: Apologies.workingDay)
    }
}
