// The split once more, minute by minute and without any of the shortcuts: slow and plain, to hold
// the fast one against.

import Engine
import Testing
import WorkTime

@testable import Office

struct LatenessReference {
    let history: Lateness.History
    let downtimes: [Lateness.Downtime]
    private var used: [Int]
    private var usedBefore: [Int]
    private var beyond: [Lateness.Bucket: Int] = [:]
    private var untimed: [Lateness.Bucket: Int] = [:]
    private var allowed = 0
    private var late = 0

    init(_ history: Lateness.History, _ downtimes: [Lateness.Downtime]) {
        self.history = history
        self.downtimes = downtimes
        used = Array(repeating: 0, count: history.work.count)
        usedBefore = used
    }

    /// Parts by cause and unit, from the open minutes in order.
    static func split(
        _ history: Lateness.History, _ downtimes: [Lateness.Downtime], minutes: [LocalMinute]
    ) -> (total: Int, parts: [Lateness.Bucket: Int]) {
        var reference = LatenessReference(history, downtimes)
        for minute in minutes where minute < history.end { reference.take(minute) }
        return reference.result
    }

    private mutating func take(_ minute: LocalMinute) {
        var found: (rank: Int, bucket: Lateness.Bucket)?
        // The first of the lowest rank.
        func add(_ rank: Int, _ cause: Lateness.Cause, _ unit: UnitID) {
            if let found, found.rank <= rank { return }
            found = (rank, .init(cause: cause, unit: unit))
        }
        var running: [Int] = []
        for (index, work) in history.work.enumerated() {
            var turn: Lateness.Turn?
            for candidate in work.turns.reversed() where candidate.time.covers(minute) {
                turn = candidate
            }
            guard let turn else { continue }
            if work.stops.contains(where: { $0.covers(minute) }) { continue }
            let isDown =
                work.party == .office
                && downtimes.contains { down in
                    down.from <= minute && minute < down.until
                        && (down.units == nil || down.units?.contains(turn.unit) == true)
                }
            if isDown {
                add(1, .outage, turn.unit)
                continue
            }
            running.append(index)
            let own = work.isRework ? 0 : work.allotment
            if let own {
                add(used[index] < own ? 2 : 0, cause(work, turn), turn.unit)
            } else {
                add(3, cause(work, turn), turn.unit)
            }
        }
        if minute >= history.begin, !history.stops.contains(where: { $0.covers(minute) }) {
            if minute < history.due { allowed += 1 } else { late += 1 }
            put(found)
        }
        for index in running { used[index] += 1 }
        if minute < history.begin { usedBefore = used }
    }

    private func cause(_ work: Lateness.Work, _ turn: Lateness.Turn) -> Lateness.Cause {
        if work.party == .applicant { return .applicant }
        if work.party == .body { return .consultation }
        if work.isRework { return .rework }
        return turn.isOffered ? .handover : .held
    }

    private static let nobody = Lateness.Bucket(cause: .plan, unit: nil)

    private mutating func put(_ found: (rank: Int, bucket: Lateness.Bucket)?) {
        guard let found else {
            untimed[Self.nobody, default: 0] += 1
            return
        }
        switch found.rank {
        case 0, 1: beyond[found.bucket, default: 0] += 1
        case 3: untimed[found.bucket, default: 0] += 1
        default: break
        }
    }

    private var result: (total: Int, parts: [Lateness.Bucket: Int]) {
        var timed = 0
        for (index, work) in history.work.enumerated() {
            let isThere = work.turns.contains { turn in
                turn.time.from < history.end
                    && (turn.time.until == nil
                        || (turn.time.until ?? history.begin) > history.begin)
            }
            if !isThere { continue }
            if work.isRework { continue }
            timed += max(0, (work.allotment ?? 0) - usedBefore[index])
        }
        var parts = beyond
        let over = max(0, untimed.values.reduce(0, +) - max(0, allowed - timed))
        for (name, minutes) in Self.share(over, untimed) { parts[name, default: 0] += minutes }
        let sum = parts.values.reduce(0, +)
        if sum <= late {
            parts[Self.nobody, default: 0] += late - sum
        } else {
            parts = Self.share(late, parts)
        }
        return (late, parts.filter { $0.value > 0 })
    }

    /// Whole parts first, then one minute after the other to whom most is missing.
    private static func share(_ number: Int, _ weights: [Lateness.Bucket: Int]) -> [Lateness.Bucket:
        Int]
    {
        let whole = weights.values.reduce(0, +)
        if whole == 0 { return [:] }
        let names = weights.keys.sorted()
        var parts = weights.mapValues { number * $0 / whole }
        var given: Set<Lateness.Bucket> = []
        while parts.values.reduce(0, +) < number {
            var best: Lateness.Bucket?
            for name in names where !given.contains(name) {
                let missing = number * (weights[name] ?? 0) - (parts[name] ?? 0) * whole
                let most = best.map { number * (weights[$0] ?? 0) - (parts[$0] ?? 0) * whole }
                if most.map({ missing > $0 }) ?? true { best = name }
            }
            guard let best else { break }
            given.insert(best)
            parts[best, default: 0] += 1
        }
        return parts
    }
}
