// Turns the state of a dossier into the answer that a citizen gets.

import Engine
import ProcessModel
import WorkTime

struct TrackingReading {
    let dossier: Dossiers.Dossier
    let version: ProcessVersion
    let organisation: People.Organisation
    let calendar: WorkCalendar
    let now: LocalMinute
    var rating: Ratings.Offer?
    var delivery: Deliveries.Offer?
    var messages: Messages.Thread?
    var notices = Notices.Choice.usual
    var attachments: [Attachments.Shown] = []
    var proof = ""

    private var registration: Dossiers.Registration { dossier.registration }

    func answer(_ reach: Tracking.Reach, veil: Tracking.Veil?) -> Tracking.Answer {
        let steps = steps
        return Tracking.Answer(
            code: registration.code, reach: reach, status: dossier.status,
            state: dossier.status.number, done: steps.count { $0.stand == .past },
            steps: steps.count, office: reach == .codeOnly ? nil : office,
            details: veil.map { details(steps, $0) })
    }

    /// Names of the people who had a hand in it: they stand in no answer.
    var officers: [String] {
        let instance = dossier.instance
        var people: Set = [registration.receivedBy]
        people.formUnion(instance?.records.flatMap { [$0.person, $0.answerable] } ?? [])
        people.formUnion(instance?.handovers.flatMap { [$0.giver, $0.receiver] } ?? [])
        people.formUnion(
            instance?.items.flatMap { [$0.holder, $0.offer?.person ?? $0.holder] } ?? [])
        if let focalPoint = instance?.focalPoint { people.insert(focalPoint) }
        return people.compactMap { organisation.people[$0]?.name }
    }

    private var office: Tracking.Office {
        let unit = organisation.units[registration.office]
        let counter = organisation.units(ofOffice: registration.office, on: now.day)
            .first { $0.kind == .oneStop }
        return Tracking.Office(
            name: name(of: registration.office), counter: counter?.name ?? "",
            phone: counter?.phone ?? unit?.phone)
    }

    private func name(of unit: UnitID?) -> String {
        unit.flatMap { organisation.units[$0]?.name } ?? ""
    }

    private func details(_ steps: [Tracking.Stage], _ veil: Tracking.Veil) -> Tracking.Details {
        let clock = Dossiers.reading(of: dossier, version: version, calendar: calendar)
        let item = dossier.instance?.items.first
        let status = dossier.status
        let isWaiting = status == .awaitingSupplement
        return Tracking.Details(
            title: registration.title, receivedAt: registration.receivedAt,
            promised: registration.appointment,
            appointment: clock?.dueAt ?? (clock?.isPaused == true ? nil : clock?.dueBeforeStop),
            timeliness: clock?.timeliness,
            left: Work.TimeLeft(
                due: clock?.dueAt, now: now, waits: clock?.isPaused ?? false, calendar: calendar),
            since: dossier.instance?.endedAt
                ?? (status == .resultReady ? dossier.endMark : clock?.pausedSince)
                    ?? item?.openedAt ?? registration.receivedAt,
            unit: name(of: item?.unit), duty: duty(status),
            papers: isWaiting ? (dossier.supplements.last?.papers ?? []).map { veil($0) } : [],
            returnWay: registration.returnWay,
            explanation: Dossiers.explanation(of: dossier, version: version, calendar: calendar)?
                .appointment ?? [],
            moves: moves(clock, veil), apology: apology(veil), stages: stages(steps, clock),
            rating: rating, delivery: delivery, messages: messages, notices: notices.word,
            attachments: attachments, proof: proof)
    }

    private func apology(_ veil: Tracking.Veil) -> Tracking.Apology? {
        guard !dossier.status.isResolved, let apology = dossier.apology else { return nil }
        return Tracking.Apology(
            at: apology.at, reason: veil(apology.reason), newAppointment: apology.newAppointment)
    }

    private func duty(_ status: Dossiers.Status) -> Tracking.Duty {
        switch status {
        case .received, .processing: .nothing
        case .awaitingSupplement: .bringPapers
        case .awaitingDuty: .pay
        case .resultReady: readyDuty
        case .returned, .refused, .withdrawn, .stopped: .over
        }
    }

    /// What was asked for since counts, else the way chosen with the dossier.
    private var readyDuty: Tracking.Duty {
        switch delivery?.standing {
        case .counter?: .fetch
        case .delivered?: .nothing
        case .requested?, .scheduled?, .out?, .failed?: .awaitDelivery
        case nil: registration.returnWay == .counter ? .fetch : .awaitDelivery
        }
    }

    private func moves(_ clock: ClockReading?, _ veil: Tracking.Veil) -> [Tracking.Move] {
        let stops = (clock?.stops ?? []).map { stop in
            Tracking.Move(
                kind: stop.hasSupplement ? .supplement : .duty, at: stop.begin, until: stop.end,
                before: nil, due: nil, basis: "")
        }
        let decisions = (dossier.calendarMoves ?? []).map { move in
            Tracking.Move(
                kind: .calendar, at: move.at, until: nil, before: move.before, due: move.due,
                basis: veil(move.basis))
        }
        return (stops + decisions).sorted { $0.at < $1.at }
    }

    // MARK: The way

    /// Steps of the process in reading order. Those that were not taken are no part of the way of a
    /// dossier that has ended.
    private var steps: [Tracking.Stage] {
        let instance = dossier.instance
        let ahead = dossier.ahead(in: version)
        return StepTable(version).rows.compactMap { row in
            guard let node = version.nodes.first(where: { $0.id == row.node }),
                let step = node.step, step.performer != .applicant
            else { return nil }
            func stage(
                _ stand: Dossiers.StepStand.Stand, _ unit: UnitID?, _ from: LocalMinute? = nil,
                _ to: LocalMinute? = nil
            ) -> Tracking.Stage {
                .init(
                    kind: .step, title: node.title, stand: stand,
                    unit: unit.map { name(of: $0) } ?? body(step.performer), from: from, to: to)
            }
            if let item = instance?.items.first(where: { $0.node == node.id }) {
                return stage(.here, item.unit, item.openedAt)
            }
            let done = instance?.records.last { $0.node == node.id && $0.isCompleted }
            if let record = done {
                return stage(.past, record.unit, record.started, record.ended)
            }
            if let ahead, !ahead.contains(node.id) { return nil }
            return stage(.next, unit(of: step.performer))
        }
    }

    /// The unit that will do a step, if today's organisation has it.
    private func unit(of performer: Performer?) -> UnitID? {
        switch performer {
        case .position(_, let unit), .head(let unit), .member(let unit):
            organisation.unit(unit, office: registration.office, on: now.day)
        case .focalPoint:
            organisation.positions(of: registration.receivedBy, on: registration.receivedAt.day)
                .first?.unit
        case .performer(let node):
            dossier.instance?.records.last { $0.node == node }?.unit
        case .applicant, .body, nil: nil
        }
    }

    private func body(_ performer: Performer?) -> String {
        if case .body(let name) = performer { name } else { "" }
    }

    /// The steps with the pauses between them: what is over in the order of time, then the rest.
    private func stages(
        _ steps: [Tracking.Stage], _ clock: ClockReading?
    ) -> [Tracking.Stage] {
        let pauses = (clock?.stops ?? []).map { stop in
            Tracking.Stage(
                kind: stop.hasSupplement ? .supplement : .duty, title: "",
                stand: stop.end == nil && clock?.end == nil ? .here : .past, unit: "",
                from: stop.begin, to: stop.end)
        }
        let over = (steps + pauses).enumerated().filter { $0.element.stand == .past }
        let ordered = over.sorted { first, second in
            let (a, b) = (first.element, second.element)
            let (left, right) = (a.to ?? a.from, b.to ?? b.from)
            return left == right ? first.offset < second.offset : precedes(left, right)
        }
        return ordered.map(\.element) + pauses.filter { $0.stand == .here }
            + steps.filter { $0.stand != .past }
    }

    private func precedes(_ left: LocalMinute?, _ right: LocalMinute?) -> Bool {
        guard let left, let right else { return right == nil && left != nil }
        return left < right
    }
}
