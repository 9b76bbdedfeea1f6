// Counting the minutes of one history, stretch by stretch.

import Engine
import WorkTime

extension Lateness {
    struct Count {
        private let history: History
        /// Working minutes that each piece of work has taken of its own time.
        private var used: [Int]
        /// Of which before the beginning: forgiven with the appointment that was given anew.
        private var usedBefore: [Int]
        private var beyond: [Bucket: Int] = [:]
        private var untimed: [Bucket: Int] = [:]
        /// Counted minutes before and after the appointment.
        private var allowed = 0
        private var late = 0

        init(_ history: History) {
            self.history = history
            used = history.work.map { _ in 0 }
            usedBefore = used
        }

        /// Takes a stretch in which nothing changes but own times that run out.
        mutating func take(_ from: LocalMinute, _ length: Int, _ downtimes: [Downtime]) {
            let open = history.work.indices.filter {
                history.work[$0].turn(at: from) != nil && !history.work[$0].isStopped(at: from)
            }
            let down = open.filter { isDown($0, at: from, downtimes) }
            let running = open.filter { !down.contains($0) }
            let isCounted =
                from >= history.begin && from < history.end
                && !history.stops.contains { $0.covers(from) }
            if isCounted {
                if from < history.due { allowed += length } else { late += length }
                for (offset, part) in parts(of: length, running) {
                    put(part, standing(at: from, offset, running, down))
                }
            }
            for index in running { used[index] += length }
            if from < history.begin { usedBefore = used }
        }

        private func isDown(
            _ index: Int, at moment: LocalMinute, _ downtimes: [Downtime]
        ) -> Bool {
            let work = history.work[index]
            guard work.party == .office, let turn = work.turn(at: moment) else { return false }
            return downtimes.contains { $0.covers(moment, turn.unit) }
        }

        /// The stretch, cut where own times run out in it.
        private func parts(of length: Int, _ running: [Int]) -> [(offset: Int, length: Int)] {
            let ends = running.compactMap { index in
                history.work[index].limit.map { $0 - used[index] }
            }
            let cuts = [0] + Set(ends.filter { $0 > 0 && $0 < length }).sorted() + [length]
            return zip(cuts, cuts.dropFirst()).map { ($0, $1 - $0) }
        }

        private func standing(
            at moment: LocalMinute, _ offset: Int, _ running: [Int], _ down: [Int]
        ) -> Standing? {
            var found: Standing?
            for index in history.work.indices where running.contains(index) || down.contains(index)
            {
                let work = history.work[index]
                guard let turn = work.turn(at: moment) else { continue }
                let standing: Standing
                if down.contains(index) {
                    standing = .down(Bucket(cause: .outage, unit: turn.unit))
                } else if let limit = work.limit {
                    let isBeyond = used[index] + offset >= limit
                    standing = isBeyond ? .beyond(work.bucket(turn)) : .within
                } else {
                    standing = .untimed(work.bucket(turn))
                }
                if found.map({ standing.rank < $0.rank }) ?? true { found = standing }
            }
            return found
        }

        private mutating func put(_ minutes: Int, _ standing: Standing?) {
            switch standing {
            case .beyond(let bucket), .down(let bucket): beyond[bucket, default: 0] += minutes
            case .untimed(let bucket): untimed[bucket, default: 0] += minutes
            case .within: break
            case nil:
                untimed[Bucket(cause: .plan, unit: nil), default: 0] += minutes
            }
        }

        var split: Split {
            let timed = history.work.indices.reduce(0) { sum, index in
                guard history.work[index].limit != nil, isInForce(history.work[index]) else {
                    return sum
                }
                return sum + max(0, (history.work[index].limit ?? 0) - usedBefore[index])
            }
            let shared = max(0, allowed - timed)
            var causes = beyond
            let over = max(0, untimed.values.reduce(0, +) - shared)
            for (bucket, minutes) in Lateness.share(over, over: Self.sorted(untimed)) {
                causes[bucket, default: 0] += minutes
            }
            let sum = causes.values.reduce(0, +)
            if sum <= late {
                causes[Bucket(cause: .plan, unit: nil), default: 0] += late - sum
            } else {
                let parts = Lateness.share(late, over: Self.sorted(causes))
                causes = Dictionary(uniqueKeysWithValues: parts.map { ($0.bucket, $0.weight) })
            }
            return Split(
                total: late,
                parts: Self.sorted(causes).filter { $0.weight > 0 }
                    .map { Part($0.bucket.cause, $0.bucket.unit, $0.weight) })
        }

        /// Whether it was open in the time that is counted.
        private func isInForce(_ work: Work) -> Bool {
            work.turns.contains {
                $0.time.from < history.end && $0.time.until.map { $0 > history.begin } ?? true
            }
        }

        private static func sorted(
            _ minutes: [Bucket: Int]
        ) -> [(bucket: Bucket, weight: Int)] {
            minutes.sorted { $0.key < $1.key }.map { (bucket: $0.key, weight: $0.value) }
        }
    }
}
