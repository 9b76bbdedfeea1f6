// Splitting the lateness of dossiers as they stand.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Lateness {
    /// A dossier that is late, with its split.
    struct LateDossier: Sendable {
        let dossier: Dossiers.Dossier
        let due: LocalMinute
        let split: Split
    }

    /// The split as the page of a dossier shows it.
    public struct Shown: Sendable, Encodable {
        public struct Line: Sendable, Encodable, Hashable {
            public let cause: Cause
            public let unit: UnitID?
            public let unitName: String
            public let minutes: Int
        }
        public let due: LocalMinute
        /// It goes on: nothing has ended it yet.
        public let isOpen: Bool
        public let total: Int
        /// The longest first; together they are the total.
        public let lines: [Line]
    }
}

extension DeskReading {
    /// The split of a dossier whose clock says that it is late; else `nil`.
    func shownLateness(
        of code: String, _ clock: ClockReading?, at now: LocalMinute
    ) throws -> Lateness.Shown? {
        guard clock?.isLate(at: now) == true,
            let late = try lateDossiers([code], at: now).first
        else { return nil }
        let organisation = try organisation()
        return Lateness.Shown(
            due: late.due, isOpen: late.dossier.endMark == nil, total: late.split.total,
            lines: late.split.lines(organisation))
    }

    /// Those of the dossiers that are late at the moment, read at once, in the order of their
    /// codes.
    func lateDossiers(_ codes: [String], at now: LocalMinute) throws -> [Lateness.LateDossier] {
        var found: [Lateness.LateDossier] = []
        let downtimes = try downtimes()
        var entries = try reader.entries(ofStreams: codes.map { Dossiers.stream(of: $0) })[...]
        while let stream = entries.first?.stream {
            let own = entries.prefix { $0.stream == stream }
            entries = entries.dropFirst(own.count)
            if let late = try lateDossier(own, downtimes, at: now) { found.append(late) }
        }
        return found
    }

    private func lateDossier(
        _ entries: ArraySlice<Entry>, _ downtimes: [Lateness.Downtime], at now: LocalMinute
    ) throws -> Lateness.LateDossier? {
        var dossier: Dossiers.Dossier?
        var events: [EngineEvent] = []
        for entry in entries {
            // One that was entered later began when it was received.
            let begin = dossier.flatMap {
                $0.instance == nil ? $0.registration.receivedAt : nil
            }
            dossier = try .told(by: entry, after: dossier, zone: zone)
            guard entry.type.hasPrefix("engine.") else { continue }
            events += try Dossiers.Dossier.events(
                of: entry, try entry.decodedPayload(), at: begin, zone: zone)
        }
        guard let dossier else { return nil }
        let registration = dossier.registration
        let calendar = try calendar(dossier.calendar)
        let history = Lateness.History(
            events: events,
            version: try version(registration.process, issue: registration.issue),
            calendar: calendar, at: now)
        guard let history else { return nil }
        let near = downtimes.filter {
            $0.from < history.end && $0.until > registration.receivedAt
        }
        // Beyond the end of the calendar nothing is reckoned.
        let split = try? Lateness.split(history, downtimes: near, calendar: calendar)
        return split.map { .init(dossier: dossier, due: history.due, split: $0) }
    }
}

extension Lateness.Split {
    func lines(_ organisation: People.Organisation) -> [Lateness.Shown.Line] {
        parts.map { part in
            .init(
                cause: part.cause, unit: part.unit,
                unitName: part.unit.map { organisation.units[$0]?.name ?? $0.rawValue } ?? "",
                minutes: part.minutes)
        }
        .enumerated().sorted { a, b in
            a.element.minutes == b.element.minutes
                ? a.offset < b.offset : a.element.minutes > b.element.minutes
        }.map(\.element)
    }
}
