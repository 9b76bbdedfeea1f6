// Hours on days off, for compensatory leave (NĐ 61/2018 Đ11k3c): from leaving with the first result
// of a slot to what came of its last one, as the ledger has it.

import Engine
import Ledger
import WorkTime

extension Deliveries {
    public struct LeaveLine: Sendable, Encodable, Hashable {
        public let person: PersonID
        public let name: String
        public let day: DayNumber
        /// The holiday; `nil` for a day off of the week.
        public let holiday: Bilingual?
        public var visits: Int
        public var minutes: Int
    }

    public struct Leave: Sendable, Encodable {
        public let office: String
        public let officeName: String
        public let from: DayNumber
        public let through: DayNumber
        /// Only the viewer's own.
        public let isOwn: Bool
        public let lines: [LeaveLine]
        public var minutes: Int { lines.reduce(0) { $0 + $1.minutes } }

        private enum CodingKeys: String, CodingKey {
            case office, officeName, from, through, isOwn, lines
        }
    }
}

extension DeskReading {
    /// Those of the office for who runs or leads it; for others their own.
    func deliveryLeave(
        ofOffice asked: String?, _ span: DaySpan, for viewer: Viewer
    ) throws -> Deliveries.Leave {
        let organisation = try organisation()
        let mine = organisation.units[viewer.office]
        let mayRead = organisation.mayReadDeliveries(
            viewer.person, of: asked.map { UnitID($0) } ?? viewer.office, on: viewer.today)
        let isOwn = !mayRead && (asked == nil || asked == viewer.office.rawValue)
        let office = isOwn ? mine : try deliveryOffice(asked, for: viewer)
        guard let office else { throw Deliveries.Rejection.officeUnknown(asked ?? "") }
        let found = try rows(
            """
            SELECT day, person, slotStart, MIN(sentAt) AS first, MAX(at) AS last, count(*) AS n
            FROM deliveryAttempt
            WHERE office = ? AND day >= ? AND day <= ? \(isOwn ? "AND person = ?" : "")
            GROUP BY day, person, slotStart ORDER BY day, person, slotStart
            """,
            [
                .text(office.id.rawValue), SQLValue(span.first.number),
                SQLValue(span.last.number),
            ] + (isOwn ? [.text(viewer.person.rawValue)] : []))
        let calendar = try calendar()
        var lines: [Deliveries.LeaveLine] = []
        for row in found {
            let day = DayNumber(number: try row.int("day"))
            if !Deliveries.isDayOff(day, calendar) { continue }
            let person = PersonID(try row.text("person"))
            let minutes = try row.int("last") - row.int("first")
            if let last = lines.last, last.person == person, last.day == day {
                lines[lines.count - 1].minutes += minutes
                lines[lines.count - 1].visits += try row.int("n")
                continue
            }
            lines.append(
                Deliveries.LeaveLine(
                    person: person, name: organisation.people[person]?.name ?? person.rawValue,
                    day: day, holiday: calendar.specialDay(on: day)?.name,
                    visits: try row.int("n"), minutes: minutes))
        }
        return Deliveries.Leave(
            office: office.id.rawValue, officeName: office.name, from: span.first,
            through: span.last, isOwn: isOwn, lines: lines)
    }
}
