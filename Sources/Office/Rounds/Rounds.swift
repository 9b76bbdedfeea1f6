// Rounds: what an office does by itself, whoever is at work: times come, silences are reported,
// the ledger is fixed by a checkpoint, answers that nobody will ask for again and wrong tries are
// let go.
//
// Start here. `Desk.makeRound` (RoundDesk) is called every few seconds by the server and each
// evening by the demo's player. It may run on several nodes at once: each act has a key of its own
// and the state of the dossier decides whether its time is still there.

import Engine

/// Namespace of the feature.
public enum Rounds {
    /// Who acts in a round, as the ledger names it.
    public static let actor = Actor(PersonID("roviec"))

    /// What a round came to.
    public struct Outcome: Hashable, Sendable {
        /// Dossiers in which times came.
        public var dossiers = 0
        /// Dossiers that took the newest issue of the calendar.
        public var moved = 0
        /// Day sheets that were put into the outbox.
        public var daySheets = 0
        /// Terms of consultations that had passed and were reported.
        public var silences = 0
        /// Number of the checkpoint that was written.
        public var checkpoint: Int?
        /// Dossiers whose times could not come, with the reason.
        public var failures: [String] = []

        public init() {}
    }

    static let pageSize = 200
    /// Other writers wait for no more than this many dossiers at once.
    static let calendarPageSize = 50
    /// A checkpoint fixes at most that much of the past.
    static let checkpointMilliseconds: Int64 = 3_600_000
    /// A form that was left open longer is a new act when it is sent again.
    static let keyMilliseconds: Int64 = 7 * 24 * 3_600_000
}
