// Pictures from the door: a photo, and a name drawn with a finger. Bytes and names lie where files
// lie; the ledger has a mark of each, so that both go by law and the proof of them stays.

import Engine
import Ledger
import WorkTime

extension Deliveries {
    /// What a picture shows; also the name of its input.
    public enum PictureKind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Of the handing over, or of a slip that was signed on paper.
        case photo
        /// Drawn on the screen.
        case signature
    }

    /// A picture of an attempt.
    public struct Picture: Hashable, Sendable, Codable {
        public var attempt: Int
        public var kind: PictureKind
        /// Under which its bytes lie.
        public var id: String
        public var format: Attachments.Kind
        public var bytes: Int
        /// Digest over name and digest of the file, which stand beside the ledger.
        public var content: PersonalMark
    }

    /// A name drawn on a telephone is small; more is something else.
    static let signatureBytes = 1_048_576

    /// The pictures that came with a hand-over: one of each kind, and pictures alone.
    static func pictures(
        _ arrived: [Attachments.Arrived], of attempt: Int
    ) throws(Rejection) -> [Picture] {
        var pictures: [Picture] = []
        for one in arrived {
            guard let kind = PictureKind(rawValue: one.file.paper) else { throw .pictureUnknown }
            if one.standing == .infected { throw .pictureInfected(kind) }
            if one.file.kind == .pdf { throw .noPicture(kind) }
            if kind == .signature, one.file.bytes > signatureBytes { throw .signatureTooLarge }
            if pictures.contains(where: { $0.kind == kind }) { throw .tooManyPictures(kind) }
            pictures.append(
                Picture(
                    attempt: attempt, kind: kind, id: one.file.id, format: one.file.kind,
                    bytes: one.file.bytes, content: one.file.content))
        }
        return pictures
    }

    /// Without code and paper a signature shows who received, else a photo does.
    static func proof(by pictures: [Picture]) -> Proof? {
        if pictures.contains(where: { $0.kind == .signature }) { return .signature }
        return pictures.isEmpty ? nil : .photo
    }
}
