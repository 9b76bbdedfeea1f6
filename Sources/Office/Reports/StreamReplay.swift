// The state of one stream, told again from its entries: organisation, process or dossier.

import Engine
import Ledger
import ProcessModel
import WorkTime

struct StreamReplay {
    private enum State {
        case organisation(People.Organisation)
        case process(Processes.Definition)
        case dossier(Dossiers.Dossier)
    }

    let zone: ZoneOffset
    private(set) var stream: String?
    private(set) var version = 0
    /// The first entry that was not understood.
    private(set) var unread: (version: Int, type: String)?
    private var state: State?

    init(zone: ZoneOffset) { self.zone = zone }

    /// Takes the next entry of the stream. After one that is not understood the rest is skipped.
    mutating func take(_ entry: Entry) {
        stream = entry.stream
        version = entry.version
        guard unread == nil else { return }
        do {
            let payload = try entry.decodedPayload()
            if entry.stream == People.stream {
                try takeOrganisation(entry, payload)
            } else if entry.stream.hasPrefix("process/") {
                try takeProcess(entry, payload)
            } else {
                try takeDossier(entry, payload)
            }
        } catch {
            unread = (entry.version, entry.type)
        }
    }

    /// Whether a state row holds the state that the entries tell. Values are compared, since a
    /// dictionary may be written in any order; a row that cannot be read holds another state.
    func agrees(with bytes: [UInt8]) -> Bool {
        guard let payload = try? Payload(decoding: bytes) else { return false }
        let stored = PayloadValue.nested(payload)
        return switch state {
        case .organisation(let told): Self.holds(stored, told)
        case .process(let told): Self.holds(stored, told)
        case .dossier(let told): Self.holds(stored, told)
        case nil: false
        }
    }

    private static func holds<Value: Decodable & Equatable>(
        _ stored: PayloadValue, _ told: Value
    ) -> Bool {
        (try? EventDecoding.value(Value.self, from: stored)) == told
    }

    private mutating func takeOrganisation(_ entry: Entry, _ payload: Payload) throws {
        let event = try EventDecoding.event(
            People.Event.self, entryType: entry.type, payload: payload, feature: "people")
        guard case .organisation(var organisation) = state ?? .organisation(.init()) else {
            return
        }
        organisation.apply(event)
        state = .organisation(organisation)
    }

    private mutating func takeProcess(_ entry: Entry, _ payload: Payload) throws {
        let event = try EventDecoding.event(
            Processes.Event.self, entryType: entry.type, payload: payload, feature: "process")
        let code = ProcessCode(String(entry.stream.dropFirst("process/".count)))
        guard case .process(var definition) = state ?? .process(.init(code: code)) else { return }
        definition.apply(event)
        state = .process(definition)
    }

    private mutating func takeDossier(_ entry: Entry, _ payload: Payload) throws {
        if entry.type.hasPrefix("engine.") { return try takeWork(entry, payload) }
        let event = try EventDecoding.event(
            Dossiers.Event.self, entryType: entry.type, payload: payload, feature: "dossier")
        if case .received(let registration) = event, state == nil {
            state = .dossier(Dossiers.Dossier(registration: registration))
            return
        }
        guard case .dossier(var dossier) = state else { throw OutOfOrder() }
        dossier.apply(event)
        state = .dossier(dossier)
    }

    private mutating func takeWork(_ entry: Entry, _ payload: Payload) throws {
        guard case .dossier(var dossier) = state else { throw OutOfOrder() }
        let work = try EventDecoding.event(
            Dossiers.EngineEntry.self, entryType: entry.type, payload: payload,
            feature: "engine")
        let changes =
            switch work {
            case .changed(let changes): changes
            }
        let actor = Actor(
            PersonID(entry.actor), onBehalfOf: entry.onBehalfOf.map { PersonID($0) })
        let at = Instant(milliseconds: entry.at).local(in: zone)
        dossier.instance = EngineRules.applying(
            changes.map { EngineEvent(at: at, actor: actor, change: $0) }, to: dossier.instance)
        state = .dossier(dossier)
    }

    /// A dossier's work before its registration.
    private struct OutOfOrder: Error {}
}
