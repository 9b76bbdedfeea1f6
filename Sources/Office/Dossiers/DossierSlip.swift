// The control slip (TT 01/2018/TT-VPCP, TT 03/2025/TT-VPCP) and the timeline, read from the
// instance.

import Engine
import ProcessModel
import WorkTime

extension DossierReading {
    /// One line a handover between units; early, on time or late is the giver's.
    var slip: [Dossiers.SlipLine] {
        guard let instance = dossier.instance else { return [] }
        return instance.handovers.filter(\.isBetweenUnits).map { handover in
            Dossiers.SlipLine(
                giver: who(handover.giver, in: handover.giverUnit),
                receiver: who(handover.receiver, in: handover.receiverUnit),
                given: handover.given, answered: handover.answered, state: handover.state,
                result: result(of: handover, in: instance),
                note: handover.reason.isEmpty
                    ? handover.fromNode.flatMap { node($0)?.title } ?? "" : handover.reason)
        }
    }

    /// Judged for the giver's step: by its own time, or by the appointment of the whole where the
    /// step has none of its own (its time lies within the total).
    private func result(of handover: Handover, in instance: Instance) -> StepResult? {
        if let result = instance.result(of: handover) { return result }
        guard let ended = instance.givenStep(of: handover)?.ended,
            let reading = clock(of: instance, at: ended),
            let due = reading.dueAt ?? reading.dueBeforeStop
        else { return nil }
        if reading.isLateForGood || (reading.dueEndsWithDay ? ended.day > due.day : ended > due) {
            return .late
        }
        return ended.day < due.day ? .early : .onTime
    }

    /// Both clocks as they stood at a moment: a supplement before it began the term again.
    private func clock(of instance: Instance, at moment: LocalMinute) -> ClockReading? {
        guard let term = version.total else { return nil }
        let past = instance.clock.filter { $0.at <= moment && !$0.kind.ends }
        return try? DossierClock.read(past, policy: ClockPolicy(term: term), calendar: calendar)
    }

    private func who(_ person: PersonID, in unit: UnitID) -> Dossiers.Who {
        Dossiers.Who(
            id: person, name: organisation.people[person]?.name ?? person.rawValue,
            unit: unitName(unit))
    }

    /// Everything that happened, newest first.
    var happenings: [Dossiers.Happening] {
        guard let instance = dossier.instance else { return [] }
        let all =
            clockHappenings(instance) + workHappenings(instance)
            + handoverHappenings(instance) + timerHappenings(instance)
            + calendarHappenings(instance) + apologyHappenings(instance) + ends(instance)
        return all.sorted { ($0.at, $0.rank) > ($1.at, $1.rank) }
    }

    private func clockHappenings(_ instance: Instance) -> [Dossiers.Happening] {
        instance.clock.compactMap { event in
            let kind: Dossiers.Happening.Kind? =
                switch event.kind {
                case .received: .received
                case .supplementRequested, .dutyAsked: .stopped
                case .supplementReceived, .dutyDone: .resumed
                case .finished: .ready
                case .refused, .withdrawn, .stopped: nil
                }
            let asked =
                event.kind == .supplementRequested
                ? dossier.supplements.first { $0.at == event.at } : nil
            return kind.map {
                .init(
                    at: event.at, kind: $0,
                    who: event.kind == .received
                        ? who(dossier.registration.receivedBy).name : "",
                    step: "",
                    text: asked?.papers.joined(separator: "; ")
                        ?? (event.kind == .received ? dossier.registration.late?.reason : nil)
                            ?? "",
                    rank: rank(of: event, instance))
            }
        }
    }

    /// The receipt comes first, the ready result after the step that made it, a stop or its end
    /// after what was done before.
    private func rank(of event: ClockEvent, _ instance: Instance) -> Int {
        if event.kind == .received { return -100 }
        let done = instance.records.lastIndex { record in
            record.ended <= event.at
                && (event.kind != .finished || node(record.node)?.step?.marksDone == true)
        }
        return (done ?? -1) * 10 + 3
    }

    private func workHappenings(_ instance: Instance) -> [Dossiers.Happening] {
        instance.records.enumerated().map { index, record in
            var name = who(record.person).name
            if let absent = record.onBehalfOf {
                let signature = dossier.signatures?.last { $0.item == record.item }
                let document = signature.map { ", \($0.form.mark) \($0.document)" } ?? ""
                name += " (\(who(absent).name)\(document))"
            }
            return .init(
                at: record.ended, kind: record.isCompleted ? .completed : .sentBack, who: name,
                step: node(record.node)?.title ?? "", text: record.text, rank: index * 10)
        }
    }

    private func handoverHappenings(_ instance: Instance) -> [Dossiers.Happening] {
        instance.handovers.compactMap { handover in
            guard let answered = handover.answered, handover.isBetweenUnits else { return nil }
            switch handover.state {
            case .accepted:
                return .init(
                    at: answered, kind: .accepted, who: who(handover.receiver).name,
                    step: node(handover.toNode)?.title ?? "", text: "",
                    rank: (handover.record ?? -1) * 10 + 5)
            case .returned:
                return .init(
                    at: answered, kind: .returned, who: who(handover.receiver).name,
                    step: node(handover.toNode)?.title ?? "", text: handover.reason,
                    rank: (handover.record ?? -1) * 10 + 5)
            case .offered, .given, .lapsed: return nil
            }
        }
    }

    /// Escalated work is told to the head of the unit that has it.
    private func timerHappenings(_ instance: Instance) -> [Dossiers.Happening] {
        instance.firedTimers.enumerated().map { index, timer in
            let kind: Dossiers.Happening.Kind =
                switch timer.kind {
                case .reminder: .reminded
                case .due: .fellDue
                case .escalation: .escalated
                case .elapsed: .elapsed
                }
            let head = organisation.head(of: timer.unit, on: timer.at.day)
            let told = kind == .escalated ? head ?? timer.holder : timer.holder
            let done = instance.records.lastIndex { $0.ended <= timer.at } ?? -1
            return .init(
                at: timer.at, kind: kind, who: who(told).name,
                step: node(timer.node)?.title ?? "", text: "", rank: done * 10 + 6 + min(index, 3))
        }
    }

    /// `17:30 04/09/2017`: dates inside a text that both languages read.
    private static func written(_ moment: LocalMinute) -> String {
        "\(moment.text.suffix(5)) \(moment.day.civil.officeText)"
    }

    /// The appointment before and after, and the decision.
    private func calendarHappenings(_ instance: Instance) -> [Dossiers.Happening] {
        (dossier.calendarMoves ?? []).map { move in
            let dates = [move.before, move.due].compactMap { $0.map(Self.written) }
            let done = instance.records.lastIndex { $0.ended <= move.at } ?? -1
            return .init(
                at: move.at, kind: .calendarTaken, who: "", step: "",
                text: ([dates.joined(separator: " → ")] + [move.basis])
                    .filter { !$0.isEmpty }.joined(separator: ". "), rank: done * 10 + 9)
        }
    }

    /// The appointment before and the new one, and the reason.
    private func apologyHappenings(_ instance: Instance) -> [Dossiers.Happening] {
        guard let apology = dossier.apology else { return [] }
        let done = instance.records.lastIndex { $0.ended <= apology.at } ?? -1
        let dates = "\(Self.written(apology.before)) → \(Self.written(apology.newAppointment))"
        return [
            .init(
                at: apology.at, kind: .apologised, who: apology.signer, step: "",
                text: "\(dates). \(apology.reason)", rank: done * 10 + 9)
        ]
    }

    private func ends(_ instance: Instance) -> [Dossiers.Happening] {
        guard let endedAt = instance.endedAt else { return [] }
        return [
            .init(
                at: endedAt, kind: .ended, who: "", step: "", text: instance.endReason,
                rank: .max)
        ]
    }
}
