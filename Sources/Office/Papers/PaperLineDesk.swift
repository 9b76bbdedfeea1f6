// Added lines at the desk: one stream of the house.

import Engine
import Ledger
import WorkTime

extension DeskWork {
    func perform(_ command: Papers.Command) throws -> DeskAnswer {
        guard let person = order.actor?.person else { throw Papers.LineRejection.mayNotWrite }
        let told = try reading.told(Papers.LineBook.self, by: Papers.lineStream)
        var book = told?.state ?? Papers.LineBook()
        let events = try Papers.decide(
            command, on: book,
            in: .init(
                person: person,
                mayWrite: try reading.organisation().mayWritePapers(person, on: today), now: now))
        for event in events { book.apply(event) }
        let head = try write(
            events, feature: Papers.lineFeature, stream: Papers.lineStream, after: told?.head)
        try keep(book, after: told?.head.version ?? 0, head: head)
        return DeskAnswer(head)
    }
}
