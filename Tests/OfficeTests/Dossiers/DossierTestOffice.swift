// An invented ward on a real database, with a clock that the test moves.

import Engine
import Ledger
import ProcessModel
import Synchronization
import TestStores
import Testing
import WorkTime

@testable import Office

/// The time of a test, and chance that is the same on each run.
final class DossierTestSources: Sendable {
    private let time: Mutex<Int64>
    private let drawn = Mutex<UInt64>(0)

    init(_ moment: LocalMinute) {
        time = Mutex(Instant(moment, in: .indochina).milliseconds)
    }

    var now: Instant { Instant(milliseconds: time.withLock { $0 }) }

    func set(_ moment: LocalMinute) {
        time.withLock { $0 = Instant(moment, in: .indochina).milliseconds }
    }

    func bytes(_ count: Int) -> [UInt8] {
        let number = drawn.withLock { value in
            value += 1
            return value
        }
        return (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt64($0 % 8 * 8)) }
    }
}

/// A ward with its one-stop unit, civil status, a committee that signs, and a second ward.
struct DossierTestOffice {
    let desk: Desk
    let house: Site.House
    let sources: DossierTestSources

    /// Opens an office, hands it to the test, and leaves nothing behind.
    static func run(
        at text: String = "2017-07-03T09:00",
        _ body: (DossierTestOffice) async throws -> Void
    ) async throws {
        try await StoreFactory.chosen.withEmptyStore { store in
            try await run(on: store, at: text, body)
        }
    }

    private static func run(
        on store: any LedgerStore, at text: String, _ body: (DossierTestOffice) async throws -> Void
    ) async throws {
        let sources = DossierTestSources(try #require(LocalMinute(text)))
        let desk = Desk(
            store: store,
            sources: DeskSources(now: { sources.now }, bytes: { sources.bytes($0) }))
        try await desk.prepare()
        let office = DossierTestOffice(
            desk: desk,
            house: Site.House(
                desk: desk, texts: try .bundled(), assets: [:],
                clock: OfficeClock { sources.now }, demoAccounts: []),
            sources: sources)
        try await office.settle()
        try await body(office)
    }

    private func settle() async throws {
        let early = Instant(
            try #require(LocalMinute("2017-01-03T08:00")), in: .indochina)
        let day = try #require(DayNumber("2017-01-01"))
        let commands: [OfficeCommand] =
            DossierTestSamples.organisation.map { .people($0) }
            + DossierTestSamples.processes.flatMap { version in
                [
                    .processes(.draft(version)),
                    .processes(.publish(version.code, issue: 1, effective: day)),
                ]
            }
        try await desk.perform(inOneCommit: commands, by: nil, at: early)
    }

    // MARK: Time

    var now: LocalMinute { sources.now.local(in: .indochina) }

    func set(_ text: String) throws { sources.set(try #require(LocalMinute(text))) }

    // MARK: Commands

    @discardableResult
    func perform(
        _ command: Dossiers.Command, by person: PersonID, for absent: PersonID? = nil,
        key: String? = nil
    ) async throws -> DeskAnswer {
        try await desk.perform(
            .dossiers(command), by: Actor(person, onBehalfOf: absent), at: sources.now, key: key,
            fingerprint: Array("\(command)".utf8))
    }

    @discardableResult
    func act(
        _ command: EngineCommand, on code: String, by person: PersonID,
        for absent: PersonID? = nil
    ) async throws -> DeskAnswer {
        try await perform(.act(code, command), by: person, for: absent)
    }

    /// Takes in a dossier and returns its code.
    @discardableResult
    func receive(
        by person: PersonID = "chi", key: String? = nil,
        _ change: (inout Dossiers.Intake) -> Void = { _ in }
    ) async throws -> String {
        var intake = DossierTestSamples.intake
        change(&intake)
        let answer = try await perform(.receive(intake), by: person, key: key)
        return String(answer.stream.dropFirst("dossier/".count))
    }

    /// What comes next when nothing is wrong: accept what is offered, complete what is held.
    @discardableResult
    func advance(_ code: String) async throws -> DeskAnswer {
        let item = try await item(code)
        if let offer = item.offer {
            return try await act(.accept(item.id), on: code, by: offer.person)
        }
        return try await act(
            .complete(item.id, product: "Xong", fields: [:]), on: code, by: item.holder)
    }

    func advance(_ code: String, times: Int) async throws {
        for _ in 0..<times { try await advance(code) }
    }

    // MARK: What is there

    func state(_ code: String) async throws -> Dossiers.Dossier {
        try await desk.read { reading in
            let told = try reading.told(Dossiers.Dossier.self, by: Dossiers.stream(of: code))
            return try #require(told).state
        }
    }

    func item(_ code: String) async throws -> WorkItem {
        try #require(try await state(code).instance?.items.first)
    }

    func viewer(_ person: PersonID) async throws -> Viewer {
        let today = now.day
        let organisation = try await desk.read { try $0.organisation() }
        return try #require(Viewer(person: person, in: organisation, today: today))
    }

    func record(_ code: String, as person: PersonID) async throws -> Dossiers.Record {
        let (viewer, now) = (try await viewer(person), now)
        return try await desk.read { try $0.dossierWithShares(code, for: viewer, at: now) }
    }

    func work(
        _ tab: Work.Tab, of person: PersonID, after key: String? = nil
    ) async throws -> Work.List {
        let (viewer, now) = (try await viewer(person), now)
        return try await desk.read { try $0.workList(tab, of: viewer, after: key, at: now) }
    }

    /// The number `n` of a query.
    func number(_ sql: String, _ arguments: [SQLValue] = []) async throws -> Int {
        try await desk.read { try $0.rows(sql, arguments).first?.int("n") ?? 0 }
    }

    func sequence() async throws -> Int {
        try await desk.read { try $0.reader.ledgerSequence() }
    }
}
