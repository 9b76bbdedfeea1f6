// The slots of an office and who carries in them, as their page shows them.

import Engine
import Ledger
import WorkTime

extension Deliveries {
    public struct RosterLine: Sendable, Encodable {
        public let slot: Slot
        public let isDayOff: Bool
        public let officer: Person?
    }

    public struct Roster: Sendable, Encodable {
        public let office: String
        public let officeName: String
        public let rules: [SlotRule]
        /// Nobody has set any yet: these are proposed.
        public let isUsual: Bool
        /// Slots of the days to come.
        public let lines: [RosterLine]
        public let officers: [Person]
        public let mayRun: Bool
        public let maySet: Bool
    }
}

extension DeskReading {
    func deliveryRoster(
        ofOffice asked: String?, for viewer: Viewer, at now: LocalMinute
    ) throws -> Deliveries.Roster {
        let office = try deliveryOffice(asked, for: viewer)
        let (organisation, calendar) = (try organisation(), try calendar())
        let plan = try deliveryPlan(of: office.id)?.state ?? Deliveries.Plan()
        func person(_ id: PersonID) -> Deliveries.Person {
            Deliveries.Person(id: id, name: organisation.people[id]?.name ?? id.rawValue)
        }
        let maySet = organisation.maySetSlots(viewer.person, of: office.id, on: viewer.today)
        return Deliveries.Roster(
            office: office.id.rawValue, officeName: office.name, rules: plan.slotRules,
            isUsual: plan.rules == nil,
            lines: plan.slots(from: now.day, calendar).filter { $0.end > now }.map { slot in
                Deliveries.RosterLine(
                    slot: slot, isDayOff: Deliveries.isDayOff(slot.day, calendar),
                    officer: plan.officer(in: slot).map(person))
            },
            officers: organisation.carriers(of: office.id, on: now.day).map(person),
            mayRun: maySet
                || organisation.mayRunDeliveries(viewer.person, of: office.id, on: viewer.today),
            maySet: maySet)
    }
}
