// The one door through which anything in the office is changed.
//
// Start here. `perform` takes a command, who gives it and when: one transaction loads the state,
// lets the feature decide, appends the events to the ledger, updates state and read tables, and
// commits. The answer comes when it is on the disk. Features add an extension of DeskWork
// (`…Desk.swift`) and a case of OfficeCommand; nobody else appends.

import Engine
import Ledger
import WorkTime

/// A command of any feature.
public enum OfficeCommand: Sendable {
    case people(People.Command)
    case processes(Processes.Command)
    case dossiers(Dossiers.Command)
    case tokens(Tokens.Command)
    case calendars(Calendars.Command)
    case procedures(Procedures.Command)
    case filings(Filings.Command)
    case ratings(Ratings.Command)
    case payments(Payments.Command)
    case deliveries(Deliveries.Command)
    case petitions(Petitions.Command)
    case metrics(Metrics.Command)
    case queues(Queues.Command)
    case handovers(Handovers.Command)
    case privacy(Privacy.Command)
    case attachments(Attachments.Command)
    case outages(Outages.Command)
    case delegations(Delegations.Command)
    case messages(Messages.Command)
    case papers(Papers.Command)
    case prefills(Prefills.Command)
    case consultations(Consultations.Command)
}

/// What a command came to: the stream it changed and its version afterwards.
public struct DeskAnswer: Hashable, Sendable, Codable {
    public var stream: String
    public var version: Int
    public init(stream: String, version: Int) {
        self.stream = stream
        self.version = version
    }

    init(_ head: StreamHead) {
        self.init(stream: head.stream, version: head.version)
    }
}

/// One command with everything it needs from outside.
public struct DeskOrder: Sendable {
    public var command: OfficeCommand
    /// `nil` is the installer of an office, before anybody can sign in.
    public var actor: Actor?
    public var at: Instant
    /// The same key with the same command is done once, however often it is sent.
    public var key: String
    /// False where no sender could ever repeat it, as when a history is played.
    public var isRemembered = true
    /// What the sender sent: the same key with something else is refused.
    public var fingerprint: [UInt8]
    /// 16 bytes of chance for digests of personal values.
    public var salt: [UInt8]

    public init(
        command: OfficeCommand, actor: Actor?, at: Instant, key: String,
        fingerprint: [UInt8] = [], salt: [UInt8]
    ) {
        self.command = command
        self.actor = actor
        self.at = at
        self.key = key
        self.fingerprint = fingerprint
        self.salt = salt
    }
}

/// The desk of one office.
public final class Desk: Sendable {
    public let store: any LedgerStore
    public let sources: DeskSources
    let memory = DeskMemory()

    public init(store: any LedgerStore, sources: DeskSources) {
        self.store = store
        self.sources = sources
    }

    /// Creates or updates the tables, and gives dossiers of earlier releases their words.
    public func prepare() async throws {
        try await store.migrate(OfficeMigrations.all)
        let (memory, zone) = (memory, sources.zone)
        while try await store.read({ try DossierSight.isFilling($0) }) {
            try await store.write { transaction in
                let reading = DeskReading(reader: transaction, memory: memory, zone: zone)
                try DossierSight(
                    transaction: transaction, organisation: try reading.organisation()
                ).fillChunk()
            }
        }
        try await fillLateness()
        try await fillPapers()
    }

    /// Performs one command.
    /// - Throws: a `Refusal` when it may not be done: then nothing was written.
    public func perform(
        _ command: OfficeCommand, by actor: Actor?, at instant: Instant, key: String? = nil,
        fingerprint: [UInt8] = []
    ) async throws -> DeskAnswer {
        let order = DeskOrder(
            command: command, actor: actor, at: instant, key: key ?? sources.token(),
            fingerprint: fingerprint, salt: sources.bytes(16))
        do {
            return try await perform(order)
        } catch LedgerStoreError.outcomeUnknown {
            // Its key was written with it or not at all: so a repetition does it once.
            return try await perform(order)
        }
    }

    private func perform(_ order: DeskOrder) async throws -> DeskAnswer {
        let (memory, zone) = (memory, sources.zone)
        return try await remembering {
            try await store.write { transaction in
                try DeskWork(order: order, transaction: transaction, memory: memory, zone: zone)
                    .perform()
            }
        }
    }

    /// Performs many commands in order with one commit; each fails or succeeds alone.
    public func perform(
        _ orders: [DeskOrder]
    ) async throws -> [Result<DeskAnswer, any Error>] {
        let (memory, zone) = (memory, sources.zone)
        return try await remembering {
            try await store.writeBatch(
                orders.map { order in
                    { @Sendable transaction in
                        try DeskWork(
                            order: order, transaction: transaction, memory: memory, zone: zone
                        ).perform()
                    }
                })
        }
    }

    /// Forgets what may have been read in a commit that came to nothing.
    private func remembering<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
        do {
            return try await work()
        } catch let error as LedgerStoreError {
            memory.forgetIssues()
            throw error
        }
    }

    /// Reads on a snapshot, with what every reader needs.
    public func read<Value: Sendable>(
        _ work: @escaping @Sendable (DeskReading) throws -> Value
    ) async throws -> Value {
        let (memory, zone) = (memory, sources.zone)
        return try await store.read { reader in
            try work(DeskReading(reader: reader, memory: memory, zone: zone))
        }
    }

    /// Time of the machine, for sessions: a demo office may move its own clock on.
    public func machineNow() -> Instant { sources.now() }
}
