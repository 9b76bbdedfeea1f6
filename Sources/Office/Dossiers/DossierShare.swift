// What each unit was given of the time of a dossier, and what it used: told from the entries of
// the dossier and from its consultations, and kept nowhere.

import Engine
import ProcessModel
import WorkTime

extension Dossiers {
    /// One unit's part.
    public struct Share: Sendable, Encodable, Hashable {
        public enum Kind: String, Sendable, Encodable {
            /// It had the work; or it was asked for an opinion meanwhile.
            case held, consulted
        }
        public let unitName: String
        public let kind: Kind
        /// Working minutes; `nil` where no step of it has a time of its own.
        public let allotted: Int?
        public let used: Int
        /// It goes on.
        public let isOpen: Bool
    }
}

/// Adds up what units used.
struct DossierShares {
    let calendar: WorkCalendar
    let organisation: People.Organisation
    let now: LocalMinute

    private struct Sum {
        var allotted: Int?
        var used = 0
        var isOpen = false
    }

    /// Of work on the steps, in the order in which units came to it. The time of a step belongs to
    /// the unit that got it first; what the citizen or a stop took is nobody's.
    func held(_ work: [Lateness.Work]) -> [Dossiers.Share] {
        var order: [UnitID] = []
        var sums: [UnitID: Sum] = [:]
        for piece in work where piece.party == .office {
            for (index, turn) in piece.turns.enumerated() {
                if sums[turn.unit] == nil { order.append(turn.unit) }
                var sum = sums[turn.unit, default: Sum()]
                if index == 0, let allotment = piece.allotment {
                    sum.allotted = (sum.allotted ?? 0) + allotment
                }
                sum.used += used(turn.time, without: piece.stops)
                sum.isOpen = sum.isOpen || turn.time.until == nil
                sums[turn.unit] = sum
            }
        }
        return order.compactMap { unit in
            sums[unit].map { sum in
                Dossiers.Share(
                    unitName: name(unit), kind: .held, allotted: sum.allotted, used: sum.used,
                    isOpen: sum.isOpen)
            }
        }
    }

    /// Of each body that was asked, from its turn to its answer.
    func consulted(_ book: Consultations.Book, isEnded: Bool) -> [Dossiers.Share] {
        book.consultations.flatMap { consultation in
            consultation.parts.compactMap { part in
                let stands = consultation.standing(of: part, at: now, isEnded: isEnded)
                guard stands != .closed, stands != .later else { return nil }
                let until = part.answer?.at
                return Dossiers.Share(
                    unitName: part.body.unit.map(name) ?? part.body.name, kind: .consulted,
                    allotted: minutes(from: part.turn.from, to: part.turn.due),
                    used: minutes(from: part.turn.from, to: until ?? now), isOpen: until == nil)
            }
        }
    }

    private func used(_ time: Lateness.Stretch, without stops: [Lateness.Stretch]) -> Int {
        let end = time.until ?? now
        let stood = stops.reduce(0) { sum, stop in
            let (from, until) = (max(stop.from, time.from), min(stop.until ?? now, end))
            return from < until ? sum + minutes(from: from, to: until) : sum
        }
        return max(0, minutes(from: time.from, to: end) - stood)
    }

    /// Beyond the calendar nothing is reckoned.
    private func minutes(from: LocalMinute, to: LocalMinute) -> Int {
        (try? calendar.workingMinutes(from: from, to: to)) ?? 0
    }

    private func name(_ unit: UnitID) -> String {
        organisation.units[unit]?.name ?? unit.rawValue
    }
}
