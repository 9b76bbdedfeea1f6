// A claim as its stream tells it: what a person asks of the office about the data on that person,
// without a word of the person, which stand beside the ledger.

import Engine
import Ledger
import WorkTime

extension Privacy {
    /// What is asked.
    public enum Right: String, Hashable, Sendable, Codable, CaseIterable {
        case see, correct, erase, restrict, object, complain
    }

    public enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
        case received, taken, done, refused

        public var isEnded: Bool { self == .done || self == .refused }
    }

    /// Why one is refused: a list of the office; the articles behind it are unconfirmed.
    public enum Ground: String, Hashable, Sendable, Codable, CaseIterable {
        case lawfulTask, retention, notThePerson, notHeld, rightsOfOthers
    }

    /// What the ledger keeps of a claim that came.
    public struct Registration: Hashable, Sendable, Codable {
        public var code: String
        public var office: UnitID
        public var right: Right
        public var receivedAt: LocalMinute
        /// Number of the calendar's issue by which the days were reckoned.
        public var calendar: Int
        /// Last moments to answer and to carry it out; `nil` beyond the calendar.
        public var answerBy: LocalMinute?
        public var due: LocalMinute?
        public var claimant: PersonalMark
    }

    /// One act: who, to whom, and the mark of what was written.
    public struct Turn: Hashable, Sendable, Codable {
        public var at: LocalMinute
        public var by: PersonID
        public var to: PersonID?
        public var words: PersonalMark?
    }

    public enum StepKind: String, Hashable, Sendable, Codable {
        case taken, extended, erased, done, refused
    }

    public struct Step: Hashable, Sendable, Codable {
        public var kind: StepKind
        public var turn: Turn
        /// Codes of what was erased.
        public var subjects: [String] = []
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum Event: Hashable, Sendable, Codable {
        case received(registration: Registration)
        case taken(turn: Turn, unit: UnitID)
        case extended(turn: Turn, due: LocalMinute)
        case erased(turn: Turn, subjects: [String], values: Int)
        case done(turn: Turn)
        case refused(turn: Turn, ground: Ground)
    }

    /// The state of the stream `privacy/<code>`.
    public struct Claim: Hashable, Sendable, Codable {
        public var registration: Registration
        public var standing = Standing.received
        /// The one who answers for it; `nil` until somebody in charge gave it to somebody.
        public var holder: PersonID?
        public var unit: UnitID?
        public var due: LocalMinute?
        public var isExtended = false
        /// Codes of what was erased.
        public var erased: [String] = []
        public var ground: Ground?
        /// When the claimant was first answered: somebody has it, or it ended at once.
        public var answeredAt: LocalMinute?
        public var since: LocalMinute
        public var endedAt: LocalMinute?
        public var steps: [Step] = []

        init(registration: Registration) {
            self.registration = registration
            due = registration.due
            since = registration.receivedAt
        }
    }
}

extension Privacy.Claim: ToldState {
    /// A claim has a handful of entries.
    static var savedEvery: Int { 16 }

    /// The entry before the claim came.
    private struct OutOfOrder: Error {}

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        let event = try EventDecoding.event(
            Privacy.Event.self, entryType: entry.type, payload: try entry.decodedPayload(),
            feature: Privacy.feature)
        if case .received(let registration) = event, state == nil {
            return Self(registration: registration)
        }
        guard var claim = state else { throw OutOfOrder() }
        claim.apply(event)
        return claim
    }

    /// Writes one event into the state. Never refuses, never looks at a clock.
    mutating func apply(_ event: Privacy.Event) {
        switch event {
        case .received(let registration): self.registration = registration
        case .taken(let turn, let unit):
            holder = turn.to
            self.unit = unit
            move(.taken, .taken, turn)
        case .extended(let turn, let due):
            self.due = due
            isExtended = true
            steps.append(.init(kind: .extended, turn: turn))
        case .erased(let turn, let subjects, _):
            erased += subjects
            steps.append(.init(kind: .erased, turn: turn, subjects: subjects))
        case .done(let turn):
            endedAt = turn.at
            move(.done, .done, turn)
        case .refused(let turn, let ground):
            self.ground = ground
            endedAt = turn.at
            move(.refused, .refused, turn)
        }
    }

    private mutating func move(
        _ standing: Privacy.Standing, _ kind: Privacy.StepKind, _ turn: Privacy.Turn
    ) {
        self.standing = standing
        since = turn.at
        answeredAt = answeredAt ?? turn.at
        steps.append(.init(kind: kind, turn: turn))
    }
}
