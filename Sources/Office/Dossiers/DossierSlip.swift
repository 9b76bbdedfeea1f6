// The control slip (form 05 of TT 01/2018/TT-VPCP) and the timeline, read from the instance.

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
                result: instance.result(of: handover),
                note: handover.reason.isEmpty
                    ? handover.fromNode.flatMap { node($0)?.title } ?? "" : handover.reason)
        }
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
            + handoverHappenings(instance) + ends(instance)
        return all.enumerated().sorted { a, b in
            a.element.at == b.element.at
                ? a.offset > b.offset : a.element.at > b.element.at
        }.map(\.element)
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
            let asked = dossier.supplements.first { $0.at == event.at }
            return kind.map {
                .init(
                    at: event.at, kind: $0,
                    who: event.kind == .received
                        ? who(dossier.registration.receivedBy).name : "",
                    step: "", text: asked?.papers.joined(separator: "; ") ?? "")
            }
        }
    }

    private func workHappenings(_ instance: Instance) -> [Dossiers.Happening] {
        instance.records.map { record in
            var name = who(record.person).name
            if let absent = record.onBehalfOf { name += " (\(who(absent).name))" }
            return .init(
                at: record.ended, kind: record.isCompleted ? .completed : .sentBack, who: name,
                step: node(record.node)?.title ?? "", text: record.text)
        }
    }

    private func handoverHappenings(_ instance: Instance) -> [Dossiers.Happening] {
        instance.handovers.compactMap { handover in
            guard let answered = handover.answered, handover.isBetweenUnits else { return nil }
            switch handover.state {
            case .accepted:
                return .init(
                    at: answered, kind: .accepted, who: who(handover.receiver).name,
                    step: node(handover.toNode)?.title ?? "", text: "")
            case .returned:
                return .init(
                    at: answered, kind: .returned, who: who(handover.receiver).name,
                    step: node(handover.toNode)?.title ?? "", text: handover.reason)
            case .offered, .given, .lapsed: return nil
            }
        }
    }

    private func ends(_ instance: Instance) -> [Dossiers.Happening] {
        guard let endedAt = instance.endedAt else { return [] }
        return [.init(at: endedAt, kind: .ended, who: "", step: "", text: instance.endReason)]
    }
}
