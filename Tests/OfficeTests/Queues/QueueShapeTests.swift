// Shapes are for ever: the entries of a queue as they stand in the ledger, and what each makes of
// the day.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `A queue as its stream tells it` {
    private static let at = LocalMinute("2017-07-03T09:05") ?? .init(rawValue: 0)

    /// What older ledgers hold. A line here is never changed, only added to.
    private static let entries: [(Queues.Event, String, String)] = [
        (
            .opened(office: "p", day: QueueSamples.start.day), "queue.opened",
            #"{day: "2017-07-03", office: "p"}"#
        ),
        (
            .drawn(
                drawing: Queues.Drawing(
                    number: 7, field: "Hộ tịch", isPriority: true, at: QueueSamples.start)),
            "queue.drawn",
            """
            {drawing: {at: "2017-07-03T09:00", field: "Hộ tịch", isPriority: yes, number: 7}}
            """
        ),
        (
            .called(number: 7, window: 2, at: at), "queue.called",
            #"{at: "2017-07-03T09:05", number: 7, window: 2}"#
        ),
        (
            .calledAgain(number: 7, at: at), "queue.calledAgain",
            #"{at: "2017-07-03T09:05", number: 7}"#
        ),
        (
            .setBack(number: 7, at: at), "queue.setBack",
            #"{at: "2017-07-03T09:05", number: 7}"#
        ),
        (
            .missed(number: 7, at: at), "queue.missed",
            #"{at: "2017-07-03T09:05", number: 7}"#
        ),
        (
            .ended(number: 7, at: at), "queue.ended",
            #"{at: "2017-07-03T09:05", number: 7}"#
        ),
    ]

    @Test func `has entries of the shapes that every ledger holds`() throws {
        for (event, type, text) in Self.entries {
            let entry = try EventEncoding.entry(of: event, feature: Queues.feature)
            #expect(entry.type == type)
            #expect(entry.payload.rendered == text)
            let told = try EventDecoding.event(
                Queues.Event.self, entryType: type, payload: entry.payload,
                feature: Queues.feature)
            #expect(told == event)
        }
    }

    private func day(_ events: Queues.Event...) -> Queues.Day {
        var day = QueueSamples.day([false, true])
        for event in events { day.apply(event) }
        return day
    }

    @Test func `counts its entries, so that a number knows in which it was drawn`() {
        let day = day()
        #expect(day.version == 3)
        #expect(day.tickets.map(\.drawnIn) == [2, 3])
    }

    @Test func `a call names the window and the minute, the first one for ever`() {
        let once = day(.called(number: 1, window: 4, at: Self.at))
        #expect(once.ticket(1)?.standing == .called && once.ticket(1)?.window == 4)
        #expect(once.ticket(1)?.firstCalledAt == Self.at && once.ticket(1)?.waitedMinutes == 5)
        #expect(once.ordinarySince == 1)
        var twice = once
        twice.apply(.setBack(number: 1, at: Self.at + 1))
        twice.apply(.called(number: 1, window: 5, at: Self.at + 9))
        #expect(twice.ticket(1)?.firstCalledAt == Self.at)
        #expect(twice.ticket(1)?.calledAt == Self.at + 9 && twice.ticket(1)?.window == 5)
        #expect(twice.ticket(1)?.calls == 1, "calls are counted at the window where it is")
    }

    @Test func `a call again moves the number up on the screen`() {
        let day = day(
            .called(number: 1, window: 1, at: Self.at),
            .called(number: 2, window: 2, at: Self.at + 1),
            .calledAgain(number: 1, at: Self.at + 2))
        #expect(day.called.map(\.number) == [1, 2])
        #expect(day.ticket(1)?.calls == 2)
    }

    @Test func `who comes first is counted from its call on`() {
        let day = day(.called(number: 2, window: 1, at: Self.at))
        #expect(day.ordinarySince == 0)
    }

    @Test func `an end is an end, by being served or by not being here`() {
        let done = day(
            .called(number: 1, window: 1, at: Self.at), .ended(number: 1, at: Self.at + 3))
        #expect(done.ticket(1)?.standing == .done && done.ticket(1)?.endedAt == Self.at + 3)
        let gone = day(
            .called(number: 1, window: 1, at: Self.at), .missed(number: 1, at: Self.at + 3))
        #expect(gone.ticket(1)?.standing == .missed && gone.ticket(1)?.endedAt == Self.at + 3)
        #expect(done.called.isEmpty && gone.called.isEmpty)
        #expect(Queues.Standing.allCases.filter(\.isEnded) == [.done, .missed])
    }

    @Test(arguments: [-1, 0, 3, 999])
    func `an entry about a number that is not there changes no number`(_ number: Int) {
        let before = day()
        let after = day(
            .called(number: number, window: 1, at: Self.at), .ended(number: number, at: Self.at))
        #expect(after.tickets == before.tickets)
    }

    @Test func `that begins without its opening is not understood`() async throws {
        try await DossierTestOffice.run { office in
            try await office.draw()
            let entries = try await office.desk.read {
                try $0.reader.entries(of: "queue/p/2017-07-03", after: 0)
            }
            #expect(entries.count == 2)
            #expect(throws: (any Error).self) {
                _ = try Queues.Day.told(by: entries[1], after: nil, zone: .indochina)
            }
            let first = try Queues.Day.told(by: entries[0], after: nil, zone: .indochina)
            #expect(first.office == "p" && first.tickets.isEmpty)
            let second = try Queues.Day.told(by: entries[1], after: first, zone: .indochina)
            let lived = try await office.queueDay()
            #expect(second == lived)
        }
    }

    @Test func `a state row comes back as it was`() throws {
        var day = QueueSamples.day([false, true, false])
        try day.perform(.next(window: 1, field: "", ends: false))
        try day.perform(.notHere(2))
        let payload = try Payload(decoding: StreamState.bytes(of: day))
        #expect(try EventDecoding.value(Queues.Day.self, from: .nested(payload)) == day)
    }
}
