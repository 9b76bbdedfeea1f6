// `roviec bench deadlines`: how long a deadline takes in this build. `script/bench` runs it beside
// a baseline of the same minutes.

import ArgumentParser
import WorkTime

struct BenchDeadlinesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadlines",
        abstract: "Times deadlines over an array of random days; prints JSON, nanoseconds each.")

    @Option(help: "How many sums a round.")
    var count = 1_000_000

    @Option(help: "How many rounds; the median counts.")
    var rounds = 7

    func validate() throws {
        guard (1...100_000_000).contains(count), (1...1000).contains(rounds) else {
            throw ValidationError(
                vi: "--count nhận từ 1 đến 100000000, --rounds từ 1 đến 1000.",
                en: "--count takes 1 to 100000000, --rounds 1 to 1000.")
        }
    }

    func run() async throws {
        let calendar = WorkCalendar.vietnam
        let (days, terms) = Self.samples(count)
        let day = try median {
            var sum: Int32 = 0
            for index in days.indices {
                sum &+= try calendar.day(terms[index], workingDaysAfter: days[index]).rawValue
            }
            return Int(sum)
        }
        let moments = days.map { LocalMinute(startOf: $0) + 540 }
        let minutes = try median {
            var sum = 0
            for index in moments.indices {
                sum &+= try calendar.adding(minutes: terms[index] * 60, to: moments[index]).rawValue
            }
            return sum
        }
        Output.write(
            """
            {"count": \(count), "workingDay": \(day.nanoseconds), \
            "workingMinutes": \(minutes.nanoseconds), "check": \(day.sum ^ minutes.sum), \
            "weekdaysOff": [\(Self.weekdaysOff(calendar))]}

            """)
    }

    /// Weekdays on which nobody works, for a baseline that knows the same days.
    private static func weekdaysOff(_ calendar: WorkCalendar) -> String {
        calendar.specialDays(in: calendar.span)
            .filter { !$0.kind.works && !$0.day.weekday.isWeekend }
            .map { "\"\($0.day.text)\"" }.joined(separator: ", ")
    }

    /// Days of 2017 to 2025 and terms of 1 to 30, the same in every run.
    static func samples(_ count: Int) -> (days: [DayNumber], terms: [Int]) {
        var state: UInt64 = 2017
        var days: [DayNumber] = []
        var terms: [Int] = []
        for _ in 0..<count {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            days.append(DayNumber(rawValue: 17_167 + Int32(state >> 33) % 3_280))
            terms.append(1 + Int(state >> 40) % 30)
        }
        return (days, terms)
    }

    /// Median nanoseconds of one sum, and the sum of all: what is printed cannot be left out.
    private func median(
        _ round: () throws -> Int
    ) throws -> (nanoseconds: Double, sum: Int) {
        var times: [Double] = []
        var sum = 0
        for _ in 0..<rounds {
            let start = BenchClock.nanoseconds()
            sum = try round()
            times.append(Double(BenchClock.nanoseconds() - start) / Double(count))
        }
        return ((times.sorted()[rounds / 2] * 100).rounded() / 100, sum)
    }
}
