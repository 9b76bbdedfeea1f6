// Applying events, and telling the state from the stream.

import Ledger
import WorkTime

extension Attachments.Folder: ToldState {
    /// A folder has a handful of files.
    static var savedEvery: Int { 16 }

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        let event = try EventDecoding.event(
            Attachments.Event.self, entryType: entry.type, payload: try entry.decodedPayload(),
            feature: Attachments.feature)
        var folder = state ?? Self()
        folder.apply(event)
        return folder
    }

    /// Writes one event into the state. Never refuses, never looks at a clock.
    mutating func apply(_ event: Attachments.Event) {
        switch event {
        case .added(_, let file): files.append(file)
        case .removed(_, let id, _): files.removeAll { $0.id == id }
        }
    }
}
