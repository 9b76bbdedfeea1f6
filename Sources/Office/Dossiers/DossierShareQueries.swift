// Reading the shares of the units in a dossier.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension DeskReading {
    /// Each unit that had work on it, then each body that was asked.
    func shares(
        of dossier: Dossiers.Dossier, _ version: ProcessVersion, at now: LocalMinute
    ) throws -> [Dossiers.Share] {
        let calendar = try calendar(dossier.calendar)
        let writer = DossierShares(
            calendar: calendar, organisation: try organisation(), now: now)
        let code = dossier.registration.code
        let book = try toldConsultations(of: code)?.state ?? .init()
        return writer.held(try workHistory(of: dossier, version).work(by: calendar))
            + writer.consulted(book, isEnded: dossier.endMark != nil)
    }

    /// With whom each piece of work was, event by event.
    private func workHistory(
        of dossier: Dossiers.Dossier, _ version: ProcessVersion
    ) throws -> LatenessTelling {
        var telling = LatenessTelling(version: version)
        // One that was entered later began when it was received.
        var begin: LocalMinute? = dossier.registration.receivedAt
        let stream = Dossiers.stream(of: dossier.registration.code)
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
