// Pictures of the door, for who holds the delivery. Found means allowed.

import Engine
import Ledger
import WorkTime

extension Deliveries {
    /// A picture that can be opened, for who may.
    public struct PictureLine: Hashable, Sendable, Encodable {
        public let attempt: Int
        public let kind: PictureKind
        public let file: Attachments.Shown
    }
}

extension DeskReading {
    /// A picture to be opened, with what the ledger has proof of.
    func deliveryPicture(
        _ id: String, of code: String, for viewer: Viewer
    ) throws -> Attachments.Opened {
        guard try holdsDelivery(code, viewer.person, on: viewer.today) else {
            throw Attachments.Rejection.unknown(id)
        }
        let (file, _) = try filedAttachment(id)
        guard file.subject == Deliveries.stream(of: code) else {
            throw Attachments.Rejection.unknown(id)
        }
        return Attachments.Opened(
            id: id, subject: code, kind: file.kind, bytes: file.bytes, content: file.content,
            standing: file.standing)
    }

    /// Those that are still there: erased ones are not.
    func deliveryPictures(
        of delivery: Deliveries.Delivery?, _ code: String
    ) throws -> [Deliveries.PictureLine] {
        guard let pictures = delivery?.pictures else { return [] }
        let files = try attachments(ofFiling: Deliveries.stream(of: code))
        return pictures.compactMap { picture in
            files.first { $0.id == picture.id }.map {
                Deliveries.PictureLine(attempt: picture.attempt, kind: picture.kind, file: $0)
            }
        }
    }
}
