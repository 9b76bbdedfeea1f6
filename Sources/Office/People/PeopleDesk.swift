// People at the desk: the stream `organisation`.

import Engine
import Ledger
import WorkTime

extension People {
    static let stream = "organisation"
}

extension DeskWork {
    func perform(_ command: People.Command) throws -> DeskAnswer {
        let told = try reading.told(People.Organisation.self, by: People.stream)
        let organisation = told?.state ?? People.Organisation()
        let events = try People.decide(
            command, on: organisation, by: order.actor?.person, today: today)
        var after = organisation
        for event in events { after.apply(event) }
        let head = try write(
            events, feature: "people", stream: People.stream, after: told?.head)
        try keep(after, after: told?.head.version ?? 0, head: head)
        return DeskAnswer(head)
    }
}
