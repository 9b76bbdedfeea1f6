// What may be done with the line of a day. Command → decision → events.

import Engine
import WorkTime

extension Queues {
    /// What drawing must know beside the day.
    struct Surroundings {
        let office: UnitID
        /// Fields in which the office takes in dossiers.
        let fields: [String]
        let now: LocalMinute
        /// When numbers may be drawn at the entrance; `nil` on a day off.
        let hours: ClosedRange<LocalMinute>?
        /// An officer draws for somebody, also when the shop opens on a day off.
        let isOfficer: Bool
    }

    /// - Parameter day: `nil` before the first number of the day.
    static func decide(
        _ wish: Wish, on day: Day?, in around: Surroundings
    ) throws(Rejection) -> [Event] {
        if !wish.field.isEmpty, !around.fields.contains(wish.field) { throw .fieldUnknown }
        if !around.isOfficer {
            guard let hours = around.hours, hours.contains(around.now) else { throw .closed }
        }
        let number = (day?.tickets.count ?? 0) + 1
        if number > ticketsMaximum { throw .full }
        let drawn = Event.drawn(
            drawing: Drawing(
                number: number, field: wish.field, isPriority: wish.isPriority, at: around.now))
        if day != nil { return [drawn] }
        return [.opened(office: around.office, day: around.now.day), drawn]
    }

    /// Says what happens, or why it may not. Reads only its arguments.
    static func decide(
        _ act: Act, on day: Day, at now: LocalMinute
    ) throws(Rejection) -> [Event] {
        switch act {
        case .next(let window, let field, let ends):
            guard (1...windowMaximum).contains(window) else { throw .windowUnknown }
            var events: [Event] = []
            if let here = day.called(at: window) {
                if !ends { throw .windowBusy(here.number) }
                events.append(.ended(number: here.number, at: now))
            }
            if let next = day.line(for: field, limit: 1).first {
                events.append(.called(number: next.number, window: window, at: now))
            }
            if events.isEmpty { throw .nobodyWaits }
            return events
        case .again(let number):
            let ticket = try called(number, on: day)
            if ticket.calls >= terms.callsMaximum { throw .calledOften }
            return [.calledAgain(number: number, at: now)]
        case .notHere(let number):
            let ticket = try called(number, on: day)
            return ticket.setBacks < terms.setBacksMaximum
                ? [.setBack(number: number, at: now)] : [.missed(number: number, at: now)]
        case .end(let number):
            return [.ended(number: try called(number, on: day).number, at: now)]
        }
    }

    private static func called(_ number: Int, on day: Day) throws(Rejection) -> Ticket {
        guard let ticket = day.ticket(number) else { throw .unknown(number) }
        if ticket.standing != .called { throw .notCalled(number) }
        return ticket
    }
}
