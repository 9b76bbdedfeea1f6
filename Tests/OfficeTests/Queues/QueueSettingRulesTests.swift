// What may be set, and how the line keeps to it.

import Engine
import Testing
import WorkTime

@testable import Office

@Suite struct `Settings of a queue` {
    private static func field(_ name: String, _ windows: [Int]) -> Queues.Field {
        Queues.Field(name: name, windows: windows)
    }

    private static func group(_ vi: String, _ en: String, _ source: String = "")
        -> Queues.Priority
    {
        Queues.Priority(vi: vi, en: en, source: source)
    }

    private static let long = String(repeating: "a", count: Queues.labelMaximum + 1)

    private static let cases: [(@Sendable (inout Queues.Terms) -> Void, Queues.Rejection?)] = [
        ({ _ in }, nil),
        ({ $0.ordinaryBetween = 0 }, nil),
        ({ $0.ordinaryBetween = 9 }, nil),
        ({ $0.ordinaryBetween = 10 }, .numberOutOfRange(.ordinaryBetween)),
        ({ $0.ordinaryBetween = -1 }, .numberOutOfRange(.ordinaryBetween)),
        ({ $0.callsMaximum = 0 }, .numberOutOfRange(.callsMaximum)),
        ({ $0.callsMaximum = 21 }, .numberOutOfRange(.callsMaximum)),
        ({ $0.setBacksMaximum = 0 }, nil),
        ({ $0.setBacksMaximum = 6 }, .numberOutOfRange(.setBacksMaximum)),
        ({ $0.minutesBefore = 0 }, nil),
        ({ $0.minutesBefore = 241 }, .numberOutOfRange(.minutesBefore)),
        ({ $0.fields = [] }, nil),
        ({ $0.fields = [field(" ", [1])] }, .fieldNameInvalid(" ")),
        ({ $0.fields = [field(long, [1])] }, .fieldNameInvalid(long)),
        ({ $0.fields = [field("A", [])] }, .fieldWindowsInvalid("A")),
        ({ $0.fields = [field("A", [0])] }, .fieldWindowsInvalid("A")),
        ({ $0.fields = [field("A", [21])] }, .fieldWindowsInvalid("A")),
        ({ $0.fields = [field("A", [1, 1])] }, .fieldWindowsInvalid("A")),
        ({ $0.fields = [field("A", [20])] }, nil),
        (
            { $0.fields = [field("Hộ tịch", [1]), field("HO TICH", [2])] },
            .fieldTwice("HO TICH")
        ),
        (
            { $0.fields = (0...Queues.fieldsMaximum).map { field("A\($0)", [1]) } },
            .tooManyFields
        ),
        ({ $0.priorities = [] }, nil),
        ({ $0.priorities = [group("A", "")] }, .priorityInvalid("A")),
        ({ $0.priorities = [group("", "A")] }, .priorityInvalid("")),
        ({ $0.priorities = [group(long, "A")] }, .priorityInvalid(long)),
        (
            {
                $0.priorities = [
                    group("A", "A", String(repeating: "a", count: Queues.sourceMaximum + 1))
                ]
            }, .priorityInvalid("A")
        ),
        (
            {
                $0.priorities = (0...Queues.prioritiesMaximum).map { group("A\($0)", "A") }
            }, .tooManyPriorities
        ),
    ]

    @Test(arguments: cases.indices)
    func `are within their ranges, each field and group once and named`(_ index: Int) throws {
        var terms = QueueSamples.terms
        Self.cases[index].0(&terms)
        if let refusal = Self.cases[index].1 {
            #expect(throws: refusal) {
                try Queues.decide(terms, by: "binh", at: QueueSamples.start)
            }
        } else {
            #expect(
                try Queues.decide(terms, by: "binh", at: QueueSamples.start)
                    == [.set(terms: terms, at: QueueSamples.start, by: "binh")])
        }
    }

    @Test(arguments: [
        ("1", [1]), ("1, 2", [1, 2]), ("1-3", [1, 2, 3]), (" 1 - 2 ; 5", [1, 2, 5]), ("", []),
        ("x", []), ("1, x", []), ("3-1", []), ("1-2-3", []), ("-1", []), ("1-999999999", []),
    ])
    func `name windows one by one or from to`(_ typed: String, _ windows: [Int]) {
        #expect(Queues.Field.windows(typed: typed) == windows)
    }

    @Test func `are typed in lines, and are the same when they are shown again`() throws {
        let form = Site.Form(pairs: QueueSamples.setting.map { (name: $0.0, value: $0.1) })
        let terms = Queues.Terms(typed: form)
        #expect(terms.fields == QueueSamples.terms.fields)
        #expect(terms.ordinaryBetween == 2 && terms.callsMaximum == 3)
        #expect(terms.setBacksMaximum == 0 && terms.minutesBefore == 30)
        #expect(terms.priorities.first?.source == "Luật (hư cấu), điều 1")
        let again = Queues.Terms(
            typed: form.with("fields", terms.fieldLines).with("priorities", terms.priorityLines))
        #expect(again == terms)
        let nothing = Queues.Terms(typed: Site.Form(pairs: []))
        #expect(throws: Queues.Rejection.numberOutOfRange(.ordinaryBetween)) {
            try Queues.decide(nothing, by: "binh", at: QueueSamples.start)
        }
    }

    @Test func `are confirmed once every group names its text`() {
        var terms = Queues.terms
        #expect(!terms.isConfirmed)
        terms.priorities = [Self.group("A", "A", "Luật (hư cấu)")]
        #expect(terms.isConfirmed)
        terms.priorities.append(Self.group("B", "B"))
        #expect(!terms.isConfirmed)
        terms.priorities = []
        #expect(!terms.isConfirmed)
    }
}

@Suite struct `Drawing where fields are set` {
    private func around(_ terms: Queues.Terms) -> Queues.Surroundings {
        Queues.Surroundings(
            office: "p", fields: terms.fields.map(\.name), now: QueueSamples.start,
            hours: (QueueSamples.start + -60)...(QueueSamples.start + 480), isOfficer: false,
            terms: terms)
    }

    private func drawn(_ wish: Queues.Wish, _ terms: Queues.Terms) throws -> String? {
        guard
            case .drawn(let drawing)? = try Queues.decide(
                wish, on: nil, in: around(terms)
            ).last
        else { return nil }
        return drawing.field
    }

    @Test func `asks which, when there is more than one`() throws {
        let terms = QueueSamples.terms
        #expect(throws: Queues.Rejection.fieldMissing) { try drawn(Queues.Wish(), terms) }
        #expect(try drawn(Queues.Wish(field: "Chứng thực"), terms) == "Chứng thực")
        #expect(throws: Queues.Rejection.fieldUnknown) {
            try drawn(Queues.Wish(field: "Đất đai"), terms)
        }
    }

    @Test func `asks nothing when there is one, or none`() throws {
        var terms = QueueSamples.terms
        terms.fields.removeLast()
        #expect(try drawn(Queues.Wish(), terms) == "Hộ tịch")
        terms.fields = []
        #expect(try drawn(Queues.Wish(), terms)?.isEmpty == true)
    }

    @Test func `puts nobody first where no group is set`() throws {
        var terms = QueueSamples.terms
        let wish = Queues.Wish(field: "Hộ tịch", isPriority: true)
        #expect(try drawn(wish, terms) == "Hộ tịch")
        terms.priorities = []
        #expect(throws: Queues.Rejection.noPriorities) { try drawn(wish, terms) }
    }
}

@Suite struct `Calling where fields are set` {
    private let terms = QueueSamples.terms
    private let now = QueueSamples.start + 30

    /// 001 and 004 civil status, 002 certification, 003 for a field that is not set any more.
    private let day = QueueSamples.day(
        [false, false, false, false], fields: ["Hộ tịch", "Chứng thực", "Đất đai", "Hộ tịch"])

    private func next(
        _ window: Int, _ field: String = "", on day: Queues.Day
    ) throws -> [Queues.Event] {
        try Queues.decide(
            .next(window: window, field: field, ends: false), on: day, at: now, by: terms)
    }

    @Test func `a window calls its fields, and what no window has`() throws {
        #expect(try next(3, on: day) == [.called(number: 2, window: 3, at: now)])
        var rest = day
        for event in try next(3, on: rest) { rest.apply(event) }
        rest.apply(.ended(number: 2, at: now))
        #expect(try next(3, on: rest) == [.called(number: 3, window: 3, at: now)])
        rest.apply(.missed(number: 3, at: now))
        #expect(throws: Queues.Rejection.nobodyWaits) { try next(3, on: rest) }
        #expect(try next(2, on: rest) == [.called(number: 1, window: 2, at: now)])
    }

    @Test func `another window's field is refused, and a window without any`() throws {
        #expect(
            throws: Queues.Rejection.fieldElsewhere(
                Queues.Field(name: "Hộ tịch", windows: [1, 2]))
        ) { try next(3, "Hộ tịch", on: day) }
        #expect(throws: Queues.Rejection.windowWithoutField(4)) { try next(4, on: day) }
        #expect(throws: Queues.Rejection.windowUnknown) { try next(0, on: day) }
        let free = try Queues.decide(
            .next(window: 4, field: "", ends: false), on: day, at: now)
        #expect(free == [.called(number: 1, window: 4, at: now)], "where nothing is set")
    }

    @Test func `who waits counts those of the same field alone`() {
        #expect(day.waitingBefore(4, by: terms) == 1)
        #expect(day.waitingBefore(2, by: terms) == 0)
        #expect(day.waitingBefore(4) == 3, "where nothing is set")
    }

    /// Two first, four ordinary: with two between they come as 1, 3, 4, 2 and so on.
    @Test(arguments: [
        (0, [1, 2, 3, 4, 5, 6]), (1, [1, 3, 2, 4, 5, 6]), (2, [1, 3, 4, 2, 5, 6]),
    ])
    func `those that come first come after as many as are set`(
        _ between: Int, _ order: [Int]
    ) {
        var terms = Queues.terms
        terms.ordinaryBetween = between
        let day = QueueSamples.day([true, true, false, false, false, false])
        #expect(day.line(by: terms).map(\.number) == order)
    }

    @Test func `calls and setbacks end where it is set`() throws {
        var terms = terms
        terms.callsMaximum = 2
        terms.setBacksMaximum = 0
        var day = day
        for event in try next(1, on: day) { day.apply(event) }
        for event in try Queues.decide(.again(1), on: day, at: now, by: terms) {
            day.apply(event)
        }
        #expect(throws: Queues.Rejection.calledOften(2)) {
            try Queues.decide(.again(1), on: day, at: now, by: terms)
        }
        #expect(
            try Queues.decide(.notHere(1), on: day, at: now, by: terms)
                == [.missed(number: 1, at: now)])
    }

    @Test func `figures are of each field`() throws {
        var day = day
        for event in try next(1, on: day) { day.apply(event) }
        let figures = day.figures(by: terms, at: now)
        #expect(figures.map(\.field.name) == ["Hộ tịch", "Chứng thực"])
        #expect(figures.map(\.figures.drawn) == [2, 1])
        #expect(figures.map(\.figures.waiting) == [1, 1])
        #expect(figures.map(\.figures.medianMinutes) == [30, nil])
        #expect(day.figures(at: now).drawn == 4)
        #expect(day.figures(by: Queues.terms, at: now).isEmpty)
    }
}
