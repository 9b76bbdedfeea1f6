// Thousands of random histories: the parts add up to the lateness to the minute, and they are those
// that counting minute by minute gives.

import Engine
import Testing
import WorkTime

@testable import Office

/// Histories by chance over one week of July 2017.
private struct LatenessChance {
    var chance: DossierTestChance
    static let units: [UnitID] = ["a", "b", "c"]
    static let first = LocalMinute(startOf: ProcedureSamples.day("2017-07-03"))
    /// Four days of the clock.
    static let length = 4 * 1_440

    mutating func moment(from: Int = 0) -> LocalMinute {
        Self.first + from + chance.below(Self.length - from)
    }

    mutating func stretches(_ count: Int) -> [Lateness.Stretch] {
        (0..<count).map { _ in
            let from = moment()
            return .init(from: from, until: chance.below(9) == 0 ? nil : from + chance.below(900))
        }
    }

    mutating func work() -> Lateness.Work {
        var turns: [Lateness.Turn] = []
        var from = moment()
        for _ in 0...chance.below(3) {
            let until = from + chance.below(1_200)
            turns.append(
                .init(
                    time: .init(from: from, until: chance.below(12) == 0 ? nil : until),
                    unit: chance.pick(Self.units), isOffered: chance.below(4) == 0))
            from = until
            if turns.last?.time.until == nil { break }
        }
        turns.removeAll { turn in turn.time.until.map { $0 <= turn.time.from } ?? false }
        return .init(
            party: chance.below(5) == 0 ? chance.pick(Lateness.Party.allCases) : .office,
            allotment: chance.below(3) == 0 ? nil : chance.below(600),
            isRework: chance.below(6) == 0, turns: turns,
            stops: chance.below(4) == 0 ? stretches(1) : [])
    }

    mutating func history() -> Lateness.History {
        let end = moment(from: 1_440)
        let due = Self.first + chance.below(max(1, end.rawValue - Self.first.rawValue))
        let begin = Self.first + chance.below(max(1, due.rawValue - Self.first.rawValue))
        return .init(
            begin: begin, due: due, end: end, stops: stretches(chance.below(3)),
            work: (0...chance.below(6)).map { _ in work() })
    }

    mutating func downtimes() -> [Lateness.Downtime] {
        (0..<chance.below(4)).map { _ in
            let from = moment()
            return .init(
                from: from, until: from + 1 + chance.below(500),
                units: chance.below(2) == 0 ? nil : [chance.pick(Self.units)])
        }
    }
}

@Suite struct `Lateness by chance` {
    private static let minutes = (0..<LatenessChance.length).map { LatenessChance.first + $0 }
        .filter { (try? WorkCalendar.vietnam.isOpen(at: $0)) ?? false }

    @Test(arguments: [1, 7, 1_945, 30_041_975] as [UInt64])
    func `is split as minute by minute, and the parts add up`(_ seed: UInt64) throws {
        var chance = LatenessChance(chance: DossierTestChance(seed: seed))
        var (late, causes) = (0, Set<Lateness.Cause>())
        for number in 0..<600 {
            let (history, downtimes) = (chance.history(), chance.downtimes())
            let split = try Lateness.split(history, downtimes: downtimes, calendar: .vietnam)
            #expect(split.parts.reduce(0) { $0 + $1.minutes } == split.total, "\(number)")
            let slow = LatenessReference.split(history, downtimes, minutes: Self.minutes)
            #expect(split.total == slow.total, "\(number)")
            let fast = Dictionary(
                split.parts.map { (Lateness.Bucket(cause: $0.cause, unit: $0.unit), $0.minutes) },
                uniquingKeysWith: +)
            #expect(fast == slow.parts, "\(number)")
            #expect(fast.count == split.parts.count, "each cause and unit once")
            for part in split.parts { #expect(part.minutes > 0) }
            if split.total > 0 { late += 1 }
            causes.formUnion(split.parts.map(\.cause))
        }
        #expect(late > 300, "\(late) are late")
        #expect(causes == Set(Lateness.Cause.allCases), "every cause comes up")
    }

    @Test func `is the same whatever the order of the downtimes`() throws {
        var chance = LatenessChance(chance: DossierTestChance(seed: 5))
        for _ in 0..<200 {
            let (history, downtimes) = (chance.history(), chance.downtimes())
            let one = try Lateness.split(history, downtimes: downtimes, calendar: .vietnam)
            let other = try Lateness.split(
                history, downtimes: downtimes.reversed() + downtimes, calendar: .vietnam)
            #expect(one == other, "and twice the same counts once")
        }
    }

    @Test func `never blames a unit that kept to the time of its steps`() throws {
        var chance = LatenessChance(chance: DossierTestChance(seed: 11))
        for _ in 0..<300 {
            var history = chance.history()
            for index in history.work.indices {
                guard history.work[index].turns.contains(where: { $0.unit == "a" }) else {
                    continue
                }
                history.work[index].isRework = false
                history.work[index].party = .office
                history.work[index].allotment = 100_000
            }
            let split = try Lateness.split(history, downtimes: [], calendar: .vietnam)
            #expect(!split.parts.contains { $0.unit == "a" })
        }
    }
}
