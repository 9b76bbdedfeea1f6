// The deliveries of an office by where they stand.

import Engine
import Ledger
import WorkTime

extension Deliveries {
    /// A line of a list: no names and no addresses of citizens.
    public struct Row: Sendable, Encodable {
        public let dossier: String
        public let title: String
        public let carrier: Carrier
        public let hasGift: Bool
        public let slot: Slot?
        public let officer: String?
        public let attempts: Int
        public let status: Dossiers.Status
    }

    public struct Count: Sendable, Encodable, Hashable {
        public let standing: Standing
        public let count: Int
    }

    /// One page of an office's deliveries that stand somewhere.
    public struct List: Sendable, Encodable {
        public let office: String
        public let officeName: String
        public let standing: Standing
        public let rows: [Row]
        /// Every standing, in order.
        public let counts: [Count]
        public let next: String?
    }
}

extension DeskReading {
    /// The office whose deliveries are asked for: the viewer's own unless another is named.
    func deliveryOffice(_ asked: String?, for viewer: Viewer) throws -> People.Unit {
        let id = asked.map { UnitID($0) } ?? viewer.office
        let organisation = try organisation()
        guard let unit = organisation.units[id], unit.kind == .committee,
            organisation.mayReadDeliveries(viewer.person, of: id, on: viewer.today)
        else { throw Deliveries.Rejection.officeUnknown(id.rawValue) }
        return unit
    }

    func deliveries(
        ofOffice asked: String?, _ standing: Deliveries.Standing, after key: String?,
        for viewer: Viewer
    ) throws -> Deliveries.List {
        let office = try deliveryOffice(asked, for: viewer)
        let start = try WorkKey(key)
        let found = try rows(
            """
            SELECT d.dossier, d.title, d.carrier, d.gift, d.slotStart, d.slotEnd, d.officer,
                d.attempts, d.listOrder, s.status
            FROM delivery d JOIN dossier s ON s.code = d.dossier
            WHERE d.office = ? AND d.standing = ? AND (d.listOrder, d.dossier) > (?, ?)
            ORDER BY d.listOrder, d.dossier LIMIT ?
            """,
            [.text(office.id.rawValue), .text(standing.rawValue)] + start.arguments.prefix(2)
                + [SQLValue(Deliveries.listPage + 1)])
        let page = found.prefix(Deliveries.listPage)
        let last = try page.last.map {
            WorkKey.text(try $0.int("listOrder"), try $0.text("dossier"), 0)
        }
        let people = try organisation().people
        return Deliveries.List(
            office: office.id.rawValue, officeName: office.name, standing: standing,
            rows: try page.map { row in
                let officer = try row.optionalText("officer")
                return Deliveries.Row(
                    dossier: try row.text("dossier"), title: try row.text("title"),
                    carrier: Deliveries.Carrier(rawValue: try row.text("carrier")) ?? .officer,
                    hasGift: try row.int("gift") == 1, slot: try Self.slot(of: row),
                    officer: officer.map { people[PersonID($0)]?.name ?? $0 },
                    attempts: try row.int("attempts"),
                    status: Dossiers.Status(rawValue: try row.text("status")) ?? .processing)
            }, counts: try deliveryCounts(of: office.id),
            next: found.count > Deliveries.listPage ? last : nil)
    }

    static func slot(of row: SQLRow) throws -> Deliveries.Slot? {
        guard let start = try row.optionalInt("slotStart"),
            let end = try row.optionalInt("slotEnd")
        else { return nil }
        return Deliveries.Slot(
            start: LocalMinute(rawValue: start), end: LocalMinute(rawValue: end))
    }

    private func deliveryCounts(of office: UnitID) throws -> [Deliveries.Count] {
        var counts: [String: Int] = [:]
        let sql = "SELECT standing, count FROM deliveryCount WHERE office = ?"
        for row in try rows(sql, [.text(office.rawValue)]) {
            counts[try row.text("standing")] = try row.int("count")
        }
        return Deliveries.Standing.allCases.map {
            Deliveries.Count(standing: $0, count: counts[$0.rawValue] ?? 0)
        }
    }
}
