// Which files may be filed, and by whom.

import Engine
import WorkTime

extension Attachments {
    public enum Command: Sendable {
        /// By the counter: what came in under an owner becomes part of the dossier.
        case add(dossier: String, from: String)
        /// By the counter: a file that does not belong to the dossier.
        case remove(dossier: String, file: String, reason: String)
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum Event: Hashable, Sendable, Codable {
        case added(at: LocalMinute, file: File)
        case removed(at: LocalMinute, file: String, reason: String)
    }

    public enum Rejection: Error, Hashable, Sendable {
        case unknown(String)
        case mayNotWrite
        case fileMissing
        case fileEmpty
        case kindUnknown
        case damaged
        case pictureTooLarge(width: Int, height: Int)
        case fileTooLarge(megabytes: Int)
        case requestTooLarge(megabytes: Int)
        case tooMany(Int)
        /// Of one citizen, before the filing is sent.
        case tooMuchWaiting(megabytes: Int)
        case houseFull
        /// What was sent is no form with files, or broke off.
        case formBroken
        case paperUnknown(String)
        /// The filing was sent, or the draft is gone.
        case draftClosed
        case infected(String)
        case locked(String)
        /// What is on the disk is not what was filed.
        case spoiled(String)
        case reasonMissing
        case reasonTooLong
        case dossierEnded
    }

    static let reasonMaximum = 500

    /// A file that came in whole.
    struct Arrived: Hashable, Sendable {
        var file: File
        var digest: String
        var standing: Standing
        var name: String
    }

    /// Files of one owner are filed together: all or none. What the folder has already is left out:
    /// the same file sent again for the same paper is one file.
    static func decide(
        _ arrived: [Arrived], into folder: Folder, known: Set<String>, limit: Int,
        at now: LocalMinute
    ) throws(Rejection) -> [Event] {
        var known = known
        var events: [Event] = []
        for one in arrived {
            if one.standing == .infected { throw .infected(one.name) }
            if known.insert("\(one.digest) \(one.file.paper)").inserted {
                events.append(.added(at: now, file: one.file))
            }
        }
        if folder.files.count + events.count > limit { throw .tooMany(limit) }
        return events
    }

    static func decideRemoval(
        of file: String, because reason: String, from folder: Folder, at now: LocalMinute
    ) throws(Rejection) -> [Event] {
        guard folder.files.contains(where: { $0.id == file }) else { throw .unknown(file) }
        if reason.allSatisfy(\.isWhitespace) { throw .reasonMissing }
        if reason.count > reasonMaximum { throw .reasonTooLong }
        return [.removed(at: now, file: file, reason: reason)]
    }
}
