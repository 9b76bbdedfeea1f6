// Reading the shares of the units in a dossier.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension DeskReading {
    /// The dossier with the time of its units. They are told from all its entries, so this is for
    /// where they are shown.
    func dossierWithShares(
        _ code: String, for viewer: Viewer, at now: LocalMinute
    ) throws -> Dossiers.Record {
        var record = try dossier(code, for: viewer, at: now)
        record.shares = try shares(of: try toldDossier(code).state, at: now)
        return record
    }

    /// Each unit that had work on it, then each body that was asked.
    private func shares(
        of dossier: Dossiers.Dossier, at now: LocalMinute
    ) throws -> [Dossiers.Share] {
        let calendar = try calendar(dossier.calendar)
        let writer = DossierShares(
            calendar: calendar, organisation: try organisation(), now: now)
        let code = dossier.registration.code
        let book = try toldConsultations(of: code)?.state ?? .init()
        return writer.held(try workHistory(of: dossier).work(by: calendar))
            + writer.consulted(book, isEnded: dossier.endMark != nil)
    }

    /// With whom each piece of work was, event by event.
    private func workHistory(of dossier: Dossiers.Dossier) throws -> LatenessTelling {
        let registration = dossier.registration
        var telling = LatenessTelling(
            version: try version(registration.process, issue: registration.issue))
        // One that was entered later began when it was received.
        var begin: LocalMinute? = registration.receivedAt
        let stream = Dossiers.stream(of: registration.code)
        for entry in try reader.entries(of: stream, after: 0)
        where entry.type.hasPrefix("engine.") {
            let events = try Dossiers.Dossier.events(
                of: entry, try entry.decodedPayload(), at: begin, zone: zone)
            for event in events { telling.take(event) }
            begin = nil
        }
        return telling
    }
}
