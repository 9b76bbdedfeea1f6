// People at the desk: the stream `organisation`.

import Engine
import Ledger
import WorkTime

extension People {
    static let stream = "organisation"
}

extension DeskWork {
    /// Performs a command on the organisation.
    func perform(_ command: People.Command) throws -> DeskAnswer {
        let organisation = try reading.organisation()
        let version = try transaction.streamHead(of: People.stream)?.version ?? 0
        let events = try People.decide(
            command, on: organisation, by: order.actor?.person, today: today)
        var after = organisation
        for event in events { after.apply(event) }
        let answer = try write(events, feature: "people", stream: People.stream, after: version)
        try StreamState.save(
            after, stream: People.stream, version: answer.version, in: transaction)
        return answer
    }
}
