// What may be done with the line, in the words of the hall.

import Engine
import Testing
import WorkTime

@testable import Office

@Suite struct `Drawing a number` {
    @Test func `opens the day with the first and goes on by one`() throws {
        let first = try Queues.decide(
            Queues.Wish(field: "Hộ tịch"), on: nil, in: QueueSamples.around())
        #expect(first.count == 2)
        #expect(first.first == .opened(office: "p", day: QueueSamples.start.day))
        let drawing = Queues.Drawing(
            number: 1, field: "Hộ tịch", isPriority: false, at: QueueSamples.start)
        #expect(first.last == .drawn(drawing: drawing))
        let fourth = try Queues.decide(
            Queues.Wish(isPriority: true), on: QueueSamples.day([false, true, false]),
            in: QueueSamples.around())
        #expect(
            fourth == [
                .drawn(
                    drawing: Queues.Drawing(
                        number: 4, field: "", isPriority: true, at: QueueSamples.start))
            ])
    }

    @Test func `is for fields that the office takes`() {
        #expect(throws: Queues.Rejection.fieldUnknown) {
            try Queues.decide(
                Queues.Wish(field: "Hàng không"), on: nil, in: QueueSamples.around())
        }
    }

    /// Minutes from 09:00; the shop opens at 08:00 and closes at 17:00 here, less and plus nothing.
    @Test(arguments: [(-61, false), (-60, true), (0, true), (480, true), (481, false)])
    func `is for the hours of the office`(_ minutes: Int, _ isOpen: Bool) throws {
        let around = QueueSamples.around(
            now: QueueSamples.start + minutes,
            hours: (QueueSamples.start + -60)...(QueueSamples.start + 480))
        if isOpen {
            #expect(try Queues.decide(Queues.Wish(), on: nil, in: around).count == 2)
        } else {
            #expect(throws: Queues.Rejection.closed) {
                try Queues.decide(Queues.Wish(), on: nil, in: around)
            }
        }
    }

    @Test func `on a day off is done by an officer alone`() throws {
        #expect(throws: Queues.Rejection.closed) {
            try Queues.decide(Queues.Wish(), on: nil, in: QueueSamples.around(hours: nil))
        }
        let around = QueueSamples.around(hours: nil, isOfficer: true)
        #expect(try Queues.decide(Queues.Wish(), on: nil, in: around).count == 2)
    }

    @Test func `ends with the numbers of three digits`() throws {
        let nearly = QueueSamples.day(Array(repeating: false, count: 998))
        let last = try Queues.decide(Queues.Wish(), on: nearly, in: QueueSamples.around())
        #expect(last.count == 1)
        var full = nearly
        for event in last { full.apply(event) }
        #expect(throws: Queues.Rejection.full) {
            try Queues.decide(Queues.Wish(), on: full, in: QueueSamples.around())
        }
    }

    @Test(arguments: [(1, "001"), (17, "017"), (999, "999"), (1_000, "1000")])
    func `writes three digits`(_ number: Int, _ text: String) {
        #expect(Queues.text(of: number) == text)
    }
}

@Suite struct `Calling a number` {
    @Test func `goes to a window that is free`() throws {
        var day = QueueSamples.day([false, false])
        try day.perform(.next(window: 3, field: "", ends: false))
        let ticket = try #require(day.called(at: 3))
        #expect(ticket.number == 1 && ticket.standing == .called && ticket.calls == 1)
        #expect(throws: Queues.Rejection.windowBusy(1)) {
            try Queues.decide(
                .next(window: 3, field: "", ends: false), on: day, at: QueueSamples.start)
        }
        try day.perform(.next(window: 4, field: "", ends: false))
        #expect(day.called(at: 4)?.number == 2)
        #expect(day.called.map(\.number) == [2, 1])
    }

    @Test(arguments: [-1, 0, 21, 1_000])
    func `goes to no window that is not there`(_ window: Int) {
        #expect(throws: Queues.Rejection.windowUnknown) {
            try Queues.decide(
                .next(window: window, field: "", ends: true),
                on: QueueSamples.day([false]), at: QueueSamples.start)
        }
    }

    @Test func `and being done with the one before is one press`() throws {
        var day = QueueSamples.day([false, false])
        try day.perform(.next(window: 1, field: "", ends: true))
        try day.perform(.next(window: 1, field: "", ends: true), at: QueueSamples.start + 9)
        #expect(day.ticket(1)?.standing == .done)
        #expect(day.ticket(1)?.endedAt == QueueSamples.start + 9)
        #expect(day.called(at: 1)?.number == 2)
        try day.perform(.next(window: 1, field: "", ends: true))
        #expect(day.called.isEmpty, "the last one is done, and nobody waits")
        #expect(throws: Queues.Rejection.nobodyWaits) {
            try Queues.decide(
                .next(window: 1, field: "", ends: true), on: day, at: QueueSamples.start)
        }
    }

    @Test func `again is possible a few times`() throws {
        var day = QueueSamples.day([false])
        try day.perform(.next(window: 1, field: "", ends: false))
        for _ in 1..<Queues.terms.callsMaximum { try day.perform(.again(1)) }
        #expect(day.ticket(1)?.calls == Queues.terms.callsMaximum)
        #expect(throws: Queues.Rejection.calledOften(Queues.terms.callsMaximum)) {
            try Queues.decide(.again(1), on: day, at: QueueSamples.start)
        }
    }

    @Test func `who is not here goes back once, and is missed the second time`() throws {
        var day = QueueSamples.day([false])
        for _ in 0..<2 {
            try day.perform(.next(window: 1, field: "", ends: false))
            try day.perform(.notHere(1))
        }
        #expect(day.ticket(1)?.standing == .missed && day.ticket(1)?.setBacks == 1)
        #expect(day.line().isEmpty && day.called.isEmpty)
    }

    @Test(arguments: [Queues.Act.again(1), .notHere(1), .end(1)])
    func `nothing happens to who is at no window`(_ act: Queues.Act) throws {
        let waiting = QueueSamples.day([false])
        #expect(throws: Queues.Rejection.notCalled(1)) {
            try Queues.decide(act, on: waiting, at: QueueSamples.start)
        }
        var done = waiting
        try done.perform(.next(window: 1, field: "", ends: false))
        try done.perform(.end(1))
        #expect(throws: Queues.Rejection.notCalled(1)) {
            try Queues.decide(act, on: done, at: QueueSamples.start)
        }
    }

    @Test(arguments: [-1, 0, 2, 5_000])
    func `a number that nobody drew is not there`(_ number: Int) {
        #expect(throws: Queues.Rejection.unknown(number)) {
            try Queues.decide(
                .again(number), on: QueueSamples.day([false]), at: QueueSamples.start)
        }
    }

    @Test func `says every refusal in both languages`() {
        let all: [Queues.Rejection] = [
            .officeUnknown, .unknown(3), .mayNotCall, .fieldUnknown, .closed, .full,
            .tooMany(seconds: 61), .windowUnknown, .windowBusy(4), .nobodyWaits, .notCalled(5),
            .calledOften(5), .actUnknown, .fieldMissing, .noPriorities, .windowWithoutField(6),
            .fieldElsewhere(.init(name: "Hộ tịch", windows: [1, 2])), .maySetNothing,
            .tooManyFields, .fieldNameInvalid(""), .fieldTwice("Hộ tịch"),
            .fieldWindowsInvalid("Hộ tịch"), .tooManyPriorities, .priorityInvalid("x"),
            .numberOutOfRange(.callsMaximum),
        ]
        #expect(Set(all.map(\.sentence.vi)).count == all.count)
        #expect(Set(all.map(\.sentence.en)).count == all.count)
        #expect(Set(all.map(\.code)).count == all.count)
        #expect(all.filter(\.isNotFound) == [.officeUnknown, .unknown(3)])
        #expect(Queues.Rejection.windowBusy(4).sentence.vi.contains("004"))
        #expect(Queues.Rejection.windowWithoutField(6).sentence.vi.contains("Cửa 6"))
        let numbers = Queues.Number.allCases.map { Queues.Rejection.numberOutOfRange($0).sentence }
        #expect(Set(numbers.map(\.vi)).count == 4 && Set(numbers.map(\.en)).count == 4)
    }
}
