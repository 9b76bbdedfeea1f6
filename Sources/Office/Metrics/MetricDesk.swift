// Metrics at the desk: load, decide, append.

import Engine
import Ledger
import WorkTime

extension Metrics {
    static func stream(of office: UnitID) -> String { "\(feature)/\(office)" }
}

extension DeskReading {
    func metricBook(of office: UnitID) throws -> Metrics.Book {
        try told(Metrics.Book.self, by: Metrics.stream(of: office))?.state ?? Metrics.Book()
    }

    /// Who leads the office, in it or above it, or reads its figures.
    func mayEnterMetrics(_ person: PersonID, of office: UnitID, on day: DayNumber) throws -> Bool {
        let organisation = try organisation()
        guard organisation.units[office]?.kind == .committee else { return false }
        if organisation.has(.lead, person: person, over: office, on: day) { return true }
        // Who reads the figures of an office sits in one of its units.
        return organisation.positions(of: person, on: day).contains {
            $0.roles.contains(.figures) && organisation.office(of: $0.unit) == office
        }
    }
}

extension DeskWork {
    func perform(_ command: Metrics.Command) throws -> DeskAnswer {
        let (office, act) =
            switch command {
            case .act(let office, let act): (office, act)
            }
        guard let person = order.actor?.person else { throw Metrics.Rejection.mayNotEnter }
        let stream = Metrics.stream(of: office)
        let told = try reading.told(Metrics.Book.self, by: stream)
        var book = told?.state ?? Metrics.Book()
        let events = try Metrics.decide(
            act, on: book, by: person,
            mayEnter: reading.mayEnterMetrics(person, of: office, on: today), at: now)
        for event in events { book.apply(event) }
        let drafts = try events.map { event in
            let entry = try EventEncoding.entry(of: event, feature: Metrics.feature)
            return NewEntry(entry.type, entry.payload)
        }
        let head = try write(drafts, stream: stream, after: told?.head, office: office)
        if !events.isEmpty { try keep(book, after: told?.head.version ?? 0, head: head) }
        return DeskAnswer(head)
    }
}
