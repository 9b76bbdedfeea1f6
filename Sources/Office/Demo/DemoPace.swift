// How fast a dossier goes: a share of the time it has, stretched where the story is a slow one.

import ProcessModel
import WorkTime

extension Demo {
    struct Pace {
        private var base: LocalMinute
        /// Working minutes from the base to the due date.
        private var budget: Int
        /// Parts of a thousand of the budget that are used.
        private let used: Int
        private var slipped = 0
        private(set) var isRestarted = false

        init(_ plot: Case, calendar: WorkCalendar, chance: inout Chance) throws {
            base = plot.received
            budget = try Self.budget(from: plot.received, plot.version, calendar)
            used = chance.happens(180) ? chance.between(880, 960) : chance.between(350, 880)
        }

        /// Weight of a step in the time before the result: its own time where it has one.
        static func weight(of step: Step) -> Int {
            if case .term(let term) = step.time { return max(20, term.minutes(perDay: 480)) }
            switch step.performer {
            case .focalPoint: return 40
            case .position where step.marksDone, .head: return 200
            case .body: return 300
            default: return 700
            }
        }

        private static func budget(
            from start: LocalMinute, _ version: ProcessVersion, _ calendar: WorkCalendar
        ) throws -> Int {
            let steps = TimeSum(of: version).minutes
            let term = version.total ?? .workingDays(max(3, steps / 480))
            let due = try Deadline.due(term, received: start, calendar: calendar)
            return max(30, try calendar.workingMinutes(from: start, to: due))
        }

        /// When so much of the work is done.
        func moment(
            _ passed: Int, of whole: Int, _ calendar: WorkCalendar
        ) throws -> LocalMinute {
            let minutes = budget * used / 1_000 * passed / max(1, whole) + slipped
            return try calendar.adding(minutes: max(1, minutes), to: base)
        }

        mutating func slip(_ minutes: Int) { slipped += minutes }

        /// Enough for the result to come a day or more after its date.
        func slipMinutes(_ calendar: WorkCalendar, _ chance: inout Chance) throws -> Int {
            let rest = budget - budget * used / 1_000
            return rest + chance.between(500, 480 * 4)
        }

        /// After a supplement the whole time begins again (NĐ 61/2018 Đ19k4).
        mutating func restart(
            at moment: LocalMinute, _ version: ProcessVersion, _ calendar: WorkCalendar
        ) throws {
            base = moment
            budget = try Self.budget(from: moment, version, calendar)
            slipped = 0
            isRestarted = true
        }
    }
}
