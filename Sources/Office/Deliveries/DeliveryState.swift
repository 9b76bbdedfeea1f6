// Deliveries and plans, told again from their entries.

import Ledger
import WorkTime

extension Deliveries.Delivery: ToldState {
    /// Most have four or five entries.
    static var savedEvery: Int { 16 }

    /// Something happened to what nobody asked for.
    private struct OutOfOrder: Error {}

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        let event = try EventDecoding.event(
            Deliveries.Event.self, entryType: entry.type, payload: try entry.decodedPayload(),
            feature: Deliveries.feature)
        guard let delivery = Self.after(event, state) else { throw OutOfOrder() }
        return delivery
    }

    /// The state after an event; `nil` only where the first event is no request.
    static func after(_ event: Deliveries.Event, _ state: Self?) -> Self? {
        if case .requested(let at, let by, let request) = event {
            var delivery = Self(
                request: request, requestedAt: at, requestedBy: by, standing: .requested,
                changedAt: at, attempts: state?.attempts ?? [])
            delivery.pictures = state?.pictures
            delivery.gift = state?.gift
            delivery.charges = state?.charges
            delivery.dropCharge(of: delivery.nextAttempt)
            return delivery
        }
        var delivery = state
        delivery?.apply(event)
        return delivery
    }

    /// Writes one event into the state. Never refuses, never looks at a clock.
    mutating func apply(_ event: Deliveries.Event) {
        switch event {
        case .requested(_, _, let request): self.request = request
        case .scheduled(let at, _, let slot, let officer):
            move(to: .scheduled, at)
            self.slot = slot
            self.officer = officer
        case .sent(let at, _):
            move(to: .out, at)
            sentAt = at
        case .codeMistaken: mistakes += 1
        case .failed(let attempt):
            move(to: .failed, attempt.at)
            end(attempt)
        case .delivered(let attempt):
            move(to: .delivered, attempt.at)
            end(attempt)
        case .broughtBack(let at, _):
            move(to: .counter, at)
            slot = nil
            officer = nil
            dropCharge(of: nextAttempt)
        case .proven(_, _, let pictures): self.pictures = (self.pictures ?? []) + pictures
        case .gifted(let gift): self.gift = gift
        case .charged(_, _, let charge):
            dropCharge(of: charge.attempt)
            charges = (charges ?? []) + [charge]
        case .paid(let attempts, _, let taken): pay(attempts, taken)
        }
    }

    /// What was asked anew owes what holds then; a way that nobody went owes nothing.
    private mutating func dropCharge(of attempt: Int) {
        charges?.removeAll { $0.attempt == attempt && $0.taken == nil }
        if charges?.isEmpty ?? false { charges = nil }
    }

    private mutating func pay(_ attempts: [Int], _ taken: Deliveries.Taken) {
        guard var charges else { return }
        for index in charges.indices where attempts.contains(charges[index].attempt) {
            charges[index].taken = taken
        }
        self.charges = charges
    }

    private mutating func move(to standing: Deliveries.Standing, _ at: LocalMinute) {
        self.standing = standing
        changedAt = at
    }

    private mutating func end(_ attempt: Deliveries.Attempt) {
        attempts.append(attempt)
        sentAt = nil
        if attempt.outcome == .delivered { return }
        slot = nil
        officer = nil
    }
}

extension Deliveries.Plan: ToldState {
    static var savedEvery: Int { 16 }

    /// Duties of slots longer ago than this are left out of the state; the ledger keeps them.
    private static let daysKept = 60

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        var plan = state ?? Self()
        plan.apply(
            try EventDecoding.event(
                Deliveries.PlanEvent.self, entryType: entry.type,
                payload: try entry.decodedPayload(), feature: Deliveries.planFeature))
        return plan
    }

    mutating func apply(_ event: Deliveries.PlanEvent) {
        switch event {
        case .slotsSet(_, _, let rules): self.rules = rules
        case .rostered(let at, _, let slot, let officer):
            roster.removeAll {
                $0.slot.start == slot.start || $0.slot.day < at.day - Self.daysKept
            }
            if let officer { roster.append(Deliveries.Duty(slot: slot, officer: officer)) }
            roster.sort { $0.slot.start < $1.slot.start }
        case .feeAdded(_, _, let fee): fees = (fees ?? []) + [fee]
        case .feeEnded(_, _, let number, let until):
            guard let place = fees?.firstIndex(where: { $0.number == number }) else { return }
            fees?[place].until = until
        case .centreSet(_, _, let centre): self.centre = centre
        }
    }
}
