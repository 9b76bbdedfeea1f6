// One act of the script: who does what to which dossier, and when.

import Engine
import WorkTime

extension Demo {
    /// What is done. Work items are known in advance: the engine counts them from 1.
    public enum Deed: Sendable, Hashable {
        case receive
        case askSupplement(WorkItemID, reason: String, papers: [String])
        case work(EngineCommand)
    }

    public struct Act: Sendable, Hashable {
        public let at: LocalMinute
        public let actor: Actor
        public let deed: Deed
    }

    /// A dossier with its whole story, in the order of time.
    public struct PlannedDossier: Sendable {
        /// Counted from 1 in the order of receipt.
        public let number: Int
        public let ward: String
        public let channel: Dossiers.Channel
        public let story: Story
        public let intake: Dossiers.Intake
        public let acts: [Act]

        public var received: LocalMinute { acts.first?.at ?? LocalMinute(startOf: Day.today) }
    }
}
