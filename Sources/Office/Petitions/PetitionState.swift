// The state of a petition, and applying what happened to it.

import Engine
import Ledger
import WorkTime

extension Petitions {
    public struct Petition: Hashable, Sendable, Codable {
        public var registration: Registration
        public var standing = Standing.received
        /// The one who answers for it; `nil` until somebody in charge gave it to somebody.
        public var holder: PersonID?
        public var unit: UnitID?
        /// The question that is open; without `to` it is the sender who is asked.
        public var question: Turn?
        public var ground: Ground?
        /// Where it was forwarded to.
        public var body: String?
        public var publication: Publication?
        public var publishedAt: LocalMinute?
        /// Since when it stands as it stands.
        public var since: LocalMinute
        public var endedAt: LocalMinute?
        public var steps: [Step] = []

        init(registration: Registration) {
            self.registration = registration
            since = registration.receivedAt
        }
    }
}

extension Petitions.Petition: ToldState {
    /// A petition has a handful of entries.
    static var savedEvery: Int { 16 }

    /// The entry before the petition came.
    private struct OutOfOrder: Error {}

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        let event = try EventDecoding.event(
            Petitions.Event.self, entryType: entry.type, payload: try entry.decodedPayload(),
            feature: Petitions.feature)
        if case .received(let registration) = event, state == nil {
            return Self(registration: registration)
        }
        guard var petition = state else { throw OutOfOrder() }
        petition.apply(event)
        return petition
    }

    /// Writes one event into the state. Never refuses, never looks at a clock.
    mutating func apply(_ event: Petitions.Event) {
        switch event {
        case .received(let registration): self.registration = registration
        case .taken(let turn, let unit):
            holder = turn.to
            self.unit = unit
            move(question == nil ? .taken : .asked, .taken, turn)
        case .asked(let turn):
            question = turn
            move(.asked, .asked, turn)
        case .replied(let turn):
            question = nil
            move(.taken, .replied, turn)
        case .answered(let turn): end(.answered, .answered, turn)
        case .refused(let turn, let ground):
            self.ground = ground
            end(.refused, .refused, turn)
        case .forwarded(let turn, let body):
            self.body = body
            end(.forwarded, .forwarded, turn)
        case .published(let turn, let publication):
            self.publication = publication
            publishedAt = turn.at
            steps.append(.init(kind: .published, turn: turn))
        case .concealed(let turn, _):
            publication = nil
            publishedAt = nil
            steps.append(.init(kind: .concealed, turn: turn))
        }
    }

    private mutating func move(
        _ standing: Petitions.Standing, _ kind: Petitions.StepKind, _ turn: Petitions.Turn
    ) {
        self.standing = standing
        since = turn.at
        steps.append(.init(kind: kind, turn: turn))
    }

    private mutating func end(
        _ standing: Petitions.Standing, _ kind: Petitions.StepKind, _ turn: Petitions.Turn
    ) {
        question = nil
        endedAt = turn.at
        move(standing, kind, turn)
    }
}
