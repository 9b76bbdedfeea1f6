// Pictures of the door at the desk: what came in under an owner is filed with the hand-over.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    /// Who may see the values of a delivery: the counter of its office and who carries it.
    func holdsDelivery(_ code: String, _ person: PersonID, on day: DayNumber) throws -> Bool {
        guard let delivery = try toldDelivery(code)?.state else { return false }
        if delivery.officer == person { return true }
        let office = try toldDossier(code).state.registration.office
        return try organisation().mayRunDeliveries(person, of: office, on: day)
    }
}

extension DeskWork {
    func waitingPictures(of act: Deliveries.Act) throws -> [Attachments.Waiting] {
        guard case .handOver(let handing) = act, !handing.files.isEmpty else { return [] }
        return try reading.waitingFiles(of: handing.files)
    }

    /// They go beside the ledger under the delivery, so that they are erased with it. They belong
    /// to no folder of the dossier: who sees that does not see them.
    func file(
        _ events: [Deliveries.Event], from waiting: [Attachments.Waiting], of code: String
    ) throws {
        let stream = Deliveries.stream(of: code)
        for case .proven(_, _, let pictures) in events {
            for picture in pictures {
                guard let one = waiting.first(where: { $0.id == picture.id }) else { continue }
                _ = try transaction.putPersonal(
                    one.content.text, id: picture.content.id, stream: stream, salt: one.salt)
                try transaction.execute(
                    "UPDATE attachment SET held = ?, subject = ?, salt = NULL WHERE id = ?",
                    [
                        .text(Attachments.Held.filed.rawValue), .text(stream),
                        .text(picture.id),
                    ])
            }
        }
    }
}
