// The slots of an office and who carries in them.

import Engine
import WorkTime

extension Deliveries {
    /// An officer in a slot.
    public struct Duty: Hashable, Sendable, Codable {
        public var slot: Slot
        public var officer: PersonID
    }

    /// The state of the stream `deliveryPlan/<office>`.
    public struct Plan: Hashable, Sendable, Codable {
        /// `nil` until the office set its own.
        public var rules: [SlotRule]?
        /// In the order of slots; what lies long behind is left out.
        public var roster: [Duty] = []
        /// What deliveries cost; `nil` until a row was set.
        public var fees: [Fee]?
        /// Who bears flowers and cards.
        public var centre: CostCentre?

        public init() {}

        public var slotRules: [SlotRule] { rules ?? Deliveries.usualSlots }

        /// The slots of a day in their order.
        public func slots(on day: DayNumber, _ calendar: WorkCalendar) -> [Slot] {
            let isHoliday = Deliveries.isHoliday(day, calendar)
            var slots: [Slot] = []
            for rule in slotRules where rule.holds(on: day, isHoliday: isHoliday) {
                let slot = rule.slot(on: day)
                if !slots.contains(where: { $0.start == slot.start }) { slots.append(slot) }
            }
            return slots.sorted { $0.start < $1.start }
        }

        /// Those of some days from one on.
        func slots(
            from day: DayNumber, days: Int = Deliveries.daysAhead, _ calendar: WorkCalendar
        ) -> [Slot] {
            (0..<days).flatMap { slots(on: day + $0, calendar) }
        }

        /// The slot that begins at that minute.
        public func slot(at start: LocalMinute, _ calendar: WorkCalendar) -> Slot? {
            slots(on: start.day, calendar).first { $0.start == start }
        }

        public func officer(in slot: Slot) -> PersonID? {
            roster.first { $0.slot.start == slot.start }?.officer
        }
    }
}
