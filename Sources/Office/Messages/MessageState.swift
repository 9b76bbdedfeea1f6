// The messages of one dossier, and applying what was written.

import Engine
import Ledger
import WorkTime

extension Messages {
    public struct Talk: Hashable, Sendable, Codable {
        public var turns: [Turn] = []
        /// Place of the first message of the citizen that has no answer yet.
        public var openFrom: Int?

        /// The message that waits longest for an answer.
        public var open: Turn? { openFrom.map { turns[$0] } }
    }
}

extension Messages.Talk: ToldState {
    static var savedEvery: Int { 32 }

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        let event = try EventDecoding.event(
            Messages.Event.self, entryType: entry.type, payload: try entry.decodedPayload(),
            feature: Messages.feature)
        var talk = state ?? Self()
        talk.apply(event)
        return talk
    }

    /// Writes one event into the state. Never refuses, never looks at a clock.
    mutating func apply(_ event: Messages.Event) {
        switch event {
        case .asked(let turn):
            if openFrom == nil { openFrom = turns.count }
            turns.append(turn)
        case .answered(let turn):
            openFrom = nil
            turns.append(turn)
        }
    }
}
