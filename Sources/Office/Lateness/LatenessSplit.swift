// The split of one lateness. Pure: history, downtimes and calendar in, parts out.
//
// Every working minute from the beginning to the end that is not the citizen's is looked at once.
// It is *within* the time of a piece of work, or *beyond* it, or was lost in a downtime, or belongs
// to work without a time of its own. Where several pieces of work are open, one beyond its time
// counts first, then a downtime, then one within its time.
//
// Work without a time of its own shares what the whole leaves beside the times of the others; what
// it takes more is beyond too. If more minutes are beyond than the dossier is late (others were
// quick), every part is made smaller in the same ratio; if fewer, the times of the steps do not fit
// into the whole, and the rest is the plan's.

import Engine
import WorkTime

extension Lateness {
    /// - Throws: where the calendar does not reach.
    static func split(
        _ history: History, downtimes: [Downtime], calendar: WorkCalendar
    ) throws(CalendarError) -> Split {
        var count = Count(history)
        let marks = marks(of: history, downtimes)
        for (from, until) in zip(marks, marks.dropFirst()) {
            let length = try calendar.workingMinutes(from: from, to: until)
            if length > 0 { count.take(from, length, downtimes) }
        }
        return count.split
    }

    /// Every moment at which something may change; between two of them only own times run out.
    private static func marks(of history: History, _ downtimes: [Downtime]) -> [LocalMinute] {
        var marks: Set = [history.begin, history.due, history.end]
        let stretches =
            history.stops + history.work.flatMap { $0.stops + $0.turns.map(\.time) }
            + downtimes.map { Stretch(from: $0.from, until: $0.until) }
        // What was worked before the beginning counts too, in own times that were used up.
        let first = history.work.flatMap(\.turns).map(\.time.from).reduce(history.begin, min)
        for stretch in stretches {
            for mark in [stretch.from, stretch.until].compactMap({ $0 }) where mark >= first {
                marks.insert(mark)
            }
        }
        return marks.filter { $0 <= history.end }.sorted()
    }

    /// To whom a minute is put down.
    struct Bucket: Hashable, Comparable {
        let cause: Cause
        let unit: UnitID?

        private var order: (Int, String) {
            (Cause.allCases.firstIndex(of: cause) ?? 0, unit?.rawValue ?? "")
        }

        static func < (left: Bucket, right: Bucket) -> Bool { left.order < right.order }
    }

    /// What a minute of a piece of work is.
    enum Standing: Hashable {
        case beyond(Bucket), down(Bucket), within, untimed(Bucket)

        var rank: Int {
            switch self {
            case .beyond: 0
            case .down: 1
            case .within: 2
            case .untimed: 3
            }
        }
    }

    /// Parts of a number in the ratio of weights, to whole numbers that add up to it: the largest
    /// remainders are rounded up, of equal ones the first.
    static func share(_ number: Int, over weights: [(bucket: Bucket, weight: Int)])
        -> [(bucket: Bucket, weight: Int)]
    {
        let whole = weights.reduce(0) { $0 + $1.weight }
        if whole == 0 { return [] }
        var parts = weights.map { (bucket: $0.bucket, weight: number * $0.weight / whole) }
        let missing = number - parts.reduce(0) { $0 + $1.weight }
        let order = weights.indices.sorted { left, right in
            let (a, b) = (
                number * weights[left].weight % whole, number * weights[right].weight % whole
            )
            return a == b ? left < right : a > b
        }
        for index in order.prefix(missing) { parts[index].weight += 1 }
        return parts
    }
}

extension Lateness.Work {
    func turn(at moment: LocalMinute) -> Lateness.Turn? {
        turns.first { $0.time.covers(moment) }
    }

    func isStopped(at moment: LocalMinute) -> Bool { stops.contains { $0.covers(moment) } }

    func bucket(_ turn: Lateness.Turn) -> Lateness.Bucket {
        let cause: Lateness.Cause =
            switch party {
            case .applicant: .applicant
            case .body: .consultation
            case .office: isRework ? .rework : turn.isOffered ? .handover : .held
            }
        return .init(cause: cause, unit: turn.unit)
    }
}
