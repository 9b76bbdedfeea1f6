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
        var terms = Queues.terms
    }

    /// - Parameter day: `nil` before the first number of the day.
    static func decide(
        _ wish: Wish, on day: Day?, in around: Surroundings
    ) throws(Rejection) -> [Event] {
        let field = try field(of: wish, in: around)
        if wish.isPriority, around.terms.priorities.isEmpty { throw .noPriorities }
        if !around.isOfficer {
            guard let hours = around.hours, hours.contains(around.now) else { throw .closed }
        }
        let number = (day?.tickets.count ?? 0) + 1
        if number > ticketsMaximum { throw .full }
        let drawn = Event.drawn(
            drawing: Drawing(
                number: number, field: field, isPriority: wish.isPriority, at: around.now))
        if day != nil { return [drawn] }
        return [.opened(office: around.office, day: around.now.day), drawn]
    }

    /// Where an office has set fields, a number is for one of them; of one there is no question.
    private static func field(
        of wish: Wish, in around: Surroundings
    ) throws(Rejection) -> String {
        if wish.field.isEmpty {
            if around.terms.fields.count > 1 { throw .fieldMissing }
            return around.terms.fields.first?.name ?? ""
        }
        if !around.fields.contains(wish.field) { throw .fieldUnknown }
        return wish.field
    }

    /// Says what happens, or why it may not. Reads only its arguments.
    static func decide(
        _ act: Act, on day: Day, at now: LocalMinute, by terms: Terms = terms
    ) throws(Rejection) -> [Event] {
        switch act {
        case .next(let window, let field, let ends):
            try check(window, takes: field, by: terms)
            var events: [Event] = []
            if let here = day.called(at: window) {
                if !ends { throw .windowBusy(here.number) }
                events.append(.ended(number: here.number, at: now))
            }
            let line = day.line(for: field, at: window, by: terms, limit: 1)
            if let next = line.first {
                events.append(.called(number: next.number, window: window, at: now))
            }
            if events.isEmpty { throw .nobodyWaits }
            return events
        case .again(let number):
            let ticket = try called(number, on: day)
            if ticket.calls >= terms.callsMaximum {
                throw .calledOften(terms.callsMaximum)
            }
            return [.calledAgain(number: number, at: now)]
        case .notHere(let number):
            let ticket = try called(number, on: day)
            return ticket.setBacks < terms.setBacksMaximum
                ? [.setBack(number: number, at: now)] : [.missed(number: number, at: now)]
        case .end(let number):
            return [.ended(number: try called(number, on: day).number, at: now)]
        }
    }

    /// A window calls from its fields alone, where fields are set.
    private static func check(
        _ window: Int, takes field: String, by terms: Terms
    ) throws(Rejection) {
        guard (1...windowMaximum).contains(window) else { throw .windowUnknown }
        if terms.fields.isEmpty { return }
        if terms.names(at: window).isEmpty { throw .windowWithoutField(window) }
        if let known = terms.field(field), !known.windows.contains(window) {
            throw .fieldElsewhere(known)
        }
    }

    private static func called(_ number: Int, on day: Day) throws(Rejection) -> Ticket {
        guard let ticket = day.ticket(number) else { throw .unknown(number) }
        if ticket.standing != .called { throw .notCalled(number) }
        return ticket
    }
}
