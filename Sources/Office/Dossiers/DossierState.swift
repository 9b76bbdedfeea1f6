// A dossier as its stream tells it: the register's entries and the engine's, side by side.

import Engine
import Ledger
import WorkTime

extension Dossiers.Dossier: ToldState {
    /// Most dossiers end after a dozen entries and are never saved at all.
    static var savedEvery: Int { 16 }

    /// A dossier's work before its registration.
    private struct OutOfOrder: Error {}

    static func told(
        by entry: Entry, after state: Self?, zone: ZoneOffset
    ) throws -> Self {
        let payload = try entry.decodedPayload()
        if entry.type.hasPrefix("engine.") {
            guard var dossier = state else { throw OutOfOrder() }
            // Its work began when it was received, which for one that was entered later is
            // another time than that of the entry.
            let begin = dossier.instance == nil ? dossier.registration.receivedAt : nil
            dossier.take(try events(of: entry, payload, at: begin, zone: zone))
            return dossier
        }
        let event = try EventDecoding.event(
            Dossiers.Event.self, entryType: entry.type, payload: payload, feature: "dossier")
        if case .received(let registration) = event, state == nil {
            return Self(registration: registration)
        }
        guard var dossier = state else { throw OutOfOrder() }
        dossier.apply(event)
        return dossier
    }

    mutating func take(_ events: [EngineEvent]) {
        instance = EngineRules.applying(events, to: instance)
    }

    /// What one entry of the engine tells.
    static func events(
        of entry: Entry, _ payload: Payload, at begin: LocalMinute?, zone: ZoneOffset
    ) throws -> [EngineEvent] {
        let work = try EventDecoding.event(
            Dossiers.EngineEntry.self, entryType: entry.type, payload: payload,
            feature: "engine")
        let changes =
            switch work {
            case .changed(let changes): changes
            }
        let actor = Actor(
            PersonID(entry.actor), onBehalfOf: entry.onBehalfOf.map { PersonID($0) })
        let at = begin ?? Instant(milliseconds: entry.at).local(in: zone)
        return changes.map { EngineEvent(at: at, actor: actor, change: $0) }
    }
}
