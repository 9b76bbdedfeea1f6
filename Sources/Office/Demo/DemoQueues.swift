// The line of one ward: a whole morning of the day before the demo opens, for the figures, and who
// waits when it opens. A number is of nobody.

import Engine
import WorkTime

extension Demo {
    private static let drawnYesterday = 12
    private static let drawnToday = 7

    static func queueActs(_ ward: Ward) -> [FreeAct] {
        yesterday(ward) + today(ward)
    }

    /// Numbers come every four minutes and are called every six to two windows; the sixth is not
    /// there, and comes last.
    private static func yesterday(_ ward: Ward) -> [FreeAct] {
        let day = Day.today - 1
        var acts = (0..<drawnYesterday).map { draw($0, ward, day, 7 * 60 + 40 + $0 * 4) }
        for call in 0...(drawnYesterday + 2) {
            let minute = 8 * 60 + call * 6
            acts.append(next(call % 2, ward, day, minute))
            if call == 5 { acts.append(act(.notHere(6), 2, ward, day, minute + 3)) }
        }
        return acts
    }

    /// Two are called, one of them before its turn; five wait.
    private static func today(_ ward: Ward) -> [FreeAct] {
        (0..<drawnToday).map { draw($0, ward, Day.today, 7 * 60 + 30 + $0 * 3) }
            + [0, 1].map { next($0, ward, Day.today, 7 * 60 + 56 + $0 * 2) }
    }

    private static func draw(
        _ index: Int, _ ward: Ward, _ day: DayNumber, _ minute: Int
    ) -> FreeAct {
        let wish = Queues.Wish(
            field: index % 3 == 0 ? "Hộ tịch" : "",
            isPriority: day == Day.today && index == drawnToday - 1)
        return FreeAct(day, 0, minute, by: "", .queues(.draw(ward.office, wish)))
    }

    private static func next(
        _ window: Int, _ ward: Ward, _ day: DayNumber, _ minute: Int
    ) -> FreeAct {
        act(
            .next(window: window + 1, field: "", ends: true), window + 1, ward, day, minute)
    }

    private static func act(
        _ act: Queues.Act, _ window: Int, _ ward: Ward, _ day: DayNumber, _ minute: Int
    ) -> FreeAct {
        FreeAct(
            day, 0, minute, by: window == 1 ? "mc.\(ward.slug)" : "mc2.\(ward.slug)",
            .queues(.act(ward.office, act)))
    }
}
