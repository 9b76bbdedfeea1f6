// People at the desk: the stream `organisation`.

import Engine
import Ledger
import WorkTime

extension People {
    static let stream = "organisation"
}

extension DeskWork {
    /// Performs a command on the organisation. Its state is large, so it is saved now and then and
    /// remembered in between: see `StreamState.snapshotEvery`.
    func perform(_ command: People.Command) throws -> DeskAnswer {
        let organisation = try reading.organisation()
        let version = try transaction.streamHead(of: People.stream)?.version ?? 0
        let events = try People.decide(
            command, on: organisation, by: order.actor?.person, today: today)
        var after = organisation
        for event in events { after.apply(event) }
        let answer = try write(events, feature: "people", stream: People.stream, after: version)
        if let head = try transaction.streamHead(of: People.stream) {
            memory.remember(after, head: head.hash)
        }
        let every = StreamState.snapshotEvery
        if version == 0 || answer.version / every > version / every {
            try StreamState.save(
                after, stream: People.stream, version: answer.version, in: transaction)
        }
        return answer
    }
}

extension DeskReading {
    /// The organisation as it stands: the saved state and the entries since.
    func loadOrganisation() throws -> People.Organisation {
        let saved = try StreamState.load(
            People.Organisation.self, stream: People.stream, in: reader)
        var state = saved ?? People.Organisation()
        let version = try StreamState.version(of: People.stream, in: reader)
        for entry in try reader.entries(of: People.stream, after: version) {
            let event = try EventDecoding.event(
                People.Event.self, entryType: entry.type, payload: try entry.decodedPayload(),
                feature: "people")
            state.apply(event)
        }
        return state
    }
}
