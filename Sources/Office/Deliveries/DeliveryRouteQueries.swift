// The route of one officer on one day: slots in their order, addresses as one walks.

import Engine
import Ledger
import WorkTime

extension Deliveries {
    public struct Stop: Sendable, Encodable {
        public let dossier: String
        public let title: String
        public let standing: Standing
        public let slot: Slot?
        public let payer: Payer
        public let hasGift: Bool
        public let attempts: Int
        /// For who carries alone; `nil` for others.
        public let recipient: Recipient?
    }

    public struct Route: Sendable, Encodable {
        public let day: DayNumber
        public let officer: PersonID
        public let officerName: String
        /// The viewer carries it.
        public let isOwn: Bool
        public let isDayOff: Bool
        public let stops: [Stop]
        /// Slots of the day on which the officer is on duty.
        public let duties: [Slot]
        /// Others with something to carry on that day, for those who run deliveries.
        public let others: [Person]
        public let now: LocalMinute
    }

    /// No officer carries more on a day.
    static let stopsMaximum = 200
}

extension DeskReading {
    func deliveryRoute(
        on day: DayNumber, of officer: String?, for viewer: Viewer, at now: LocalMinute
    ) throws -> Deliveries.Route {
        let organisation = try organisation()
        let carrier = officer.map { PersonID($0) } ?? viewer.person
        let isOwn = carrier == viewer.person
        let mayRead = organisation.mayReadDeliveries(
            viewer.person, of: viewer.office, on: viewer.today)
        if !isOwn, !mayRead { throw Deliveries.Rejection.unknown(carrier.rawValue) }
        let found = try rows(
            """
            SELECT dossier, title, standing, slotStart, slotEnd, payer, gift, attempts,
                name, phone, address
            FROM delivery
            WHERE officer = ? AND slotDay = ? AND standing IN ('scheduled', 'out')
                \(isOwn ? "" : "AND office = ?") ORDER BY dossier LIMIT ?
            """,
            [.text(carrier.rawValue), SQLValue(day.number)]
                + (isOwn ? [] : [.text(viewer.office.rawValue)])
                + [SQLValue(Deliveries.stopsMaximum)])
        let stops = try found.map { row in
            (
                key: Deliveries.addressKey(try row.text("address")),
                stop: try Self.stop(of: row, isOwn: isOwn)
            )
        }.sorted { first, second in
            let (a, b) = (first.stop.slot?.start, second.stop.slot?.start)
            if let a, let b, a != b { return a < b }
            return Deliveries.precedes(first.key, second.key)
        }
        let plan = try deliveryPlan(of: viewer.office)?.state ?? Deliveries.Plan()
        return Deliveries.Route(
            day: day, officer: carrier,
            officerName: organisation.people[carrier]?.name ?? carrier.rawValue, isOwn: isOwn,
            isDayOff: Deliveries.isDayOff(day, try calendar()), stops: stops.map(\.stop),
            duties: plan.roster.filter { $0.officer == carrier && $0.slot.day == day }
                .map(\.slot),
            others: mayRead ? try otherCarriers(on: day, than: carrier, for: viewer) : [],
            now: now)
    }

    private static func stop(of row: SQLRow, isOwn: Bool) throws -> Deliveries.Stop {
        Deliveries.Stop(
            dossier: try row.text("dossier"), title: try row.text("title"),
            standing: Deliveries.Standing(rawValue: try row.text("standing")) ?? .scheduled,
            slot: try slot(of: row),
            payer: Deliveries.Payer(rawValue: try row.text("payer")) ?? .recipient,
            hasGift: try row.int("gift") == 1, attempts: try row.int("attempts"),
            recipient: isOwn
                ? Deliveries.Recipient(
                    name: try row.text("name"), phone: try row.text("phone"),
                    address: try row.text("address")) : nil)
    }

    private func otherCarriers(
        on day: DayNumber, than carrier: PersonID, for viewer: Viewer
    ) throws -> [Deliveries.Person] {
        let people = try organisation().people
        return try rows(
            """
            SELECT DISTINCT officer FROM delivery
            WHERE office = ? AND standing IN ('scheduled', 'out') AND slotDay = ?
                AND officer IS NOT NULL AND officer <> ? ORDER BY officer LIMIT ?
            """,
            [
                .text(viewer.office.rawValue), SQLValue(day.number), .text(carrier.rawValue),
                SQLValue(Deliveries.listPage),
            ]
        ).map { row in
            let id = PersonID(try row.text("officer"))
            return Deliveries.Person(id: id, name: people[id]?.name ?? id.rawValue)
        }
    }
}
