// Outages at the desk: the stream of the house, and the lateness that they explain.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    func outageBook() throws -> Outages.Book {
        try told(Outages.Book.self, by: Outages.stream)?.state ?? Outages.Book()
    }

    /// What is approved, as the split of lateness reads it.
    func downtimes() throws -> [Lateness.Downtime] {
        let approved = try outageBook().approved
        if approved.isEmpty { return [] }
        let organisation = try organisation()
        return approved.map {
            Lateness.Downtime(
                from: $0.declaration.from, until: $0.declaration.until,
                units: organisation.reach(of: $0.declaration))
        }
    }
}

extension DeskWork {
    func perform(_ command: Outages.Command) throws -> DeskAnswer {
        guard let person = order.actor?.person else { throw Outages.Rejection.mayNotDeclare }
        let told = try reading.told(Outages.Book.self, by: Outages.stream)
        let before = told?.state ?? Outages.Book()
        var book = before
        let events = try Outages.decide(
            command, on: book,
            in: .init(
                person: person, organisation: try reading.organisation(),
                calendar: try reading.calendar(), now: now))
        for event in events { book.apply(event) }
        let head = try write(
            events, feature: Outages.feature, stream: Outages.stream, after: told?.head)
        try keep(book, after: told?.head.version ?? 0, head: head)
        for outage in book.outages where isFelt(outage, before) {
            try rewriteLateness(
                from: outage.declaration.from, until: outage.declaration.until)
        }
        return DeskAnswer(head)
    }

    /// Whether it counts now and did not before, or the other way round.
    private func isFelt(_ outage: Outages.Outage, _ before: Outages.Book) -> Bool {
        let counted = before.outage(outage.number)?.standing == .approved
        return counted != (outage.standing == .approved)
    }
}
