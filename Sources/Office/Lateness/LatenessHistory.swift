// The history of one dossier, from the entries of its stream. Pure: events, process and clocks in.

import Engine
import ProcessModel
import WorkTime

extension Lateness.History {
    /// `nil` where nothing is late at the moment.
    init?(
        events: [EngineEvent], version: ProcessVersion, calendar: WorkCalendar,
        at now: LocalMinute
    ) {
        var told = LatenessTelling(version: version)
        for event in events { told.take(event) }
        guard let instance = told.instance, let term = version.total,
            let reading = try? DossierClock.read(
                instance.clock, policy: ClockPolicy(term: term), calendar: calendar),
            reading.isLate(at: now), let due = reading.dueAt ?? reading.dueBeforeStop
        else { return nil }
        self.due = due
        // A supplement gives the full term anew, as long as the dossier was not late before it.
        let restart = reading.stops.last { $0.hasSupplement && $0.end != nil && $0.begin <= due }
        begin = restart?.end ?? reading.received
        let isInsideStop = reading.stops.last.map { $0.end == nil } ?? false
        end =
            isInsideStop
            ? reading.stops.last?.begin ?? now : reading.end?.at ?? now
        stops = reading.stops.map { .init(from: $0.begin, until: $0.end) }
        work = told.work(by: calendar)
    }
}

/// Follows the state event by event, and keeps with whom each piece of work was.
struct LatenessTelling {
    private(set) var instance: Instance?
    private let steps: [NodeID: Step]
    private let waits: [NodeID: Wait]
    private var pieces: [Piece] = []
    private var places: [WorkItemID: Int] = [:]

    private struct Piece {
        let openedAt: LocalMinute
        var due: LocalMinute?
        var work: Lateness.Work
    }

    init(version: ProcessVersion) {
        var steps: [NodeID: Step] = [:]
        var waits: [NodeID: Wait] = [:]
        for node in version.nodes {
            switch node.kind {
            case .step(let step): steps[node.id] = step
            case .wait(let wait): waits[node.id] = wait
            default: continue
            }
        }
        self.steps = steps
        self.waits = waits
    }

    mutating func take(_ event: EngineEvent) {
        let before = instance
        instance = EngineRules.applying([event], to: before)
        guard let after = instance else { return }
        for item in before?.items ?? [] where after.item(item.id) == nil {
            close(item.id, at: event.at)
        }
        for item in after.items where before?.item(item.id) != item {
            if places[item.id] == nil { open(item, before, at: event.at) }
            follow(item, at: event.at)
        }
    }

    private mutating func open(_ item: WorkItem, _ before: Instance?, at moment: LocalMinute) {
        var work = Lateness.Work(party: party(of: item))
        work.isRework =
            item.kind == .step && before?.records.contains { $0.node == item.node } ?? false
        places[item.id] = pieces.count
        pieces.append(Piece(openedAt: moment, due: nil, work: work))
    }

    private func party(of item: WorkItem) -> Lateness.Party {
        switch item.kind {
        case .incident: return .office
        case .event, .timer, .call: return .body
        case .wait: return waits[item.node]?.party == .applicant ? .applicant : .body
        case .step:
            switch steps[item.node]?.performer {
            case .applicant: return .applicant
            case .body: return .body
            default: return .office
            }
        }
    }

    /// Where it is now, when it is due, and whether its time stands still.
    private mutating func follow(_ item: WorkItem, at moment: LocalMinute) {
        guard let place = places[item.id] else { return }
        // The time of a wait is the office's to watch; only steps have one of their own.
        pieces[place].due = item.kind == .step ? item.due : nil
        let unit = item.offer?.unit ?? item.unit
        let isOffered = item.offer != nil
        let last = pieces[place].work.turns.last
        if last?.unit != unit || last?.isOffered != isOffered {
            endTurn(place, at: moment)
            pieces[place].work.turns.append(
                .init(time: .init(from: moment), unit: unit, isOffered: isOffered))
        }
        let isStopped = pieces[place].work.stops.last.map { $0.until == nil } ?? false
        if item.stops.isEmpty == isStopped {
            if isStopped {
                endStop(place, at: moment)
            } else {
                pieces[place].work.stops.append(.init(from: moment))
            }
        }
    }

    private mutating func close(_ id: WorkItemID, at moment: LocalMinute) {
        guard let place = places[id] else { return }
        endTurn(place, at: moment)
        endStop(place, at: moment)
    }

    private mutating func endTurn(_ place: Int, at moment: LocalMinute) {
        let last = pieces[place].work.turns.count - 1
        if last >= 0 { pieces[place].work.turns[last].time.until = moment }
    }

    private mutating func endStop(_ place: Int, at moment: LocalMinute) {
        let last = pieces[place].work.stops.count - 1
        guard last >= 0, pieces[place].work.stops[last].until == nil else { return }
        pieces[place].work.stops[last].until = moment
    }

    /// The own time of each: from its opening to its due time, without its stops.
    func work(by calendar: WorkCalendar) -> [Lateness.Work] {
        pieces.map { piece in
            var work = piece.work
            if let due = piece.due,
                let minutes = try? calendar.workingMinutes(from: piece.openedAt, to: due)
            {
                let stopped = work.stops.filter { $0.from <= due }.compactMap { stop in
                    stop.until.flatMap { try? calendar.workingMinutes(from: stop.from, to: $0) }
                }
                work.allotment = max(0, minutes - stopped.reduce(0, +))
            }
            work.turns.removeAll { turn in turn.time.until.map { $0 <= turn.time.from } ?? false }
            return work
        }
    }
}
