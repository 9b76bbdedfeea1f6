// A process as its stream tells it.

import Ledger
import ProcessModel
import WorkTime

extension Processes.Definition: ToldState {
    /// An entry may hold a whole issue; there are few.
    static var savedEvery: Int { 1 }

    static func told(
        by entry: Entry, after state: Self?, zone: ZoneOffset
    ) throws -> Self {
        var definition =
            state ?? Self(code: ProcessCode(String(entry.stream.dropFirst("process/".count))))
        definition.apply(
            try EventDecoding.event(
                Processes.Event.self, entryType: entry.type,
                payload: try entry.decodedPayload(), feature: "process"))
        return definition
    }
}
