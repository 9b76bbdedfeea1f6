// The organisation as its stream tells it.

import Ledger
import WorkTime

extension People.Organisation: ToldState {
    /// One large state: writing it with each command would cost more than the command.
    static var savedEvery: Int { 128 }

    static func told(
        by entry: Entry, after state: Self?, zone: ZoneOffset
    ) throws -> Self {
        var organisation = state ?? Self()
        organisation.apply(
            try EventDecoding.event(
                People.Event.self, entryType: entry.type, payload: try entry.decodedPayload(),
                feature: "people"))
        return organisation
    }
}
