// From the events of the engine to the history that is split: with whom each piece of work was and
// since when, what was its own time, what was done again. Without a store.

import Engine
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// Events written by hand, for a process of a check, an opinion of another body and a signature.
private struct LatenessScript {
    private(set) var events: [EngineEvent] = []
    private var items = 0

    static let process: ProcessVersion = {
        func step(
            _ id: NodeID, _ performer: Performer, minutes: Int?, marksDone: Bool = false
        ) -> Node {
            Node(
                id: id, title: "\(id)",
                kind: .step(
                    Step(
                        performer: performer, work: "\(id)", product: "Phiếu",
                        time: minutes.map { StepTime.term(.workingMinutes($0)) } ?? .withinTotal,
                        marksDone: marksDone)))
        }
        var version = DossierTestSamples.processes[0]
        version.total = .workingDays(2)
        version.nodes = [
            Node(id: "dau", title: "Bắt đầu", kind: .start),
            step("kiem-tra", .focalPoint, minutes: 480),
            step("y-kien", .body("Sở"), minutes: nil),
            step("dan", .applicant, minutes: nil),
            Node(
                id: "cho", title: "Chờ",
                kind: .wait(Wait(party: .applicant, reason: "giấy", clock: .run))),
            Node(
                id: "cho-so", title: "Chờ Sở",
                kind: .wait(Wait(party: .body("Sở"), reason: "ý kiến", clock: .run))),
            step("ky", .focalPoint, minutes: 120, marksDone: true),
            Node(id: "cuoi", title: "Kết thúc", kind: .end(.finished)),
        ]
        return version
    }()

    init() {
        add(
            "3T09:00",
            .started(
                "A", process: "KS-01", issue: 1, node: "kiem-tra", focalPoint: "chi", unit: "p.mc")
        )
        mark("3T09:00", .received)
    }

    mutating func add(_ moment: String, _ change: EngineChange, by person: PersonID = "chi") {
        events.append(
            EngineEvent(
                at: LatenessSamples.moment(moment), actor: Actor(person), change: change))
    }

    mutating func mark(
        _ moment: String, _ kind: ClockEvent.Kind, cause: String = "", item: WorkItemID? = nil
    ) {
        add(moment, .clockMarked(kind, cause: cause, item: item, reason: ""))
    }

    /// Opens work where the token is.
    @discardableResult
    mutating func open(
        _ moment: String, _ kind: WorkItem.Kind = .step, unit: UnitID = "p.mc",
        due: String? = nil
    ) -> WorkItemID {
        items += 1
        let id = WorkItemID(items)
        add(
            moment,
            .itemOpened(
                id, token: 1, kind: kind, holder: "chi", unit: unit, needsTaking: false,
                due: due.map(LatenessSamples.moment), timers: [], note: ""))
        return id
    }

    mutating func go(_ moment: String, to node: NodeID) {
        add(moment, .tokenMoved(token: 1, to: node))
    }

    func work() -> [Lateness.Work] {
        var told = LatenessTelling(version: Self.process)
        for event in events { told.take(event) }
        return told.work(by: .vietnam)
    }

    func history(at moment: String) -> Lateness.History? {
        Lateness.History(
            events: events, version: Self.process, calendar: .vietnam,
            at: LatenessSamples.moment(moment))
    }
}

@Suite struct `What the entries tell of lateness` {
    private typealias Of = LatenessSamples

    @Test func `is the own time of a step, from its opening to its due time`() {
        var script = LatenessScript()
        let item = script.open("3T09:00", due: "4T09:00")
        script.add("4T11:00", .stepCompleted(item, product: "x"))
        let work = script.work()
        #expect(
            work == [Of.work(480, Of.turn("p.mc", "3T09:00", "4T11:00"))], "two hours beyond")
    }

    @Test func `is with the unit that has to accept it from the offer on`() {
        var script = LatenessScript()
        let item = script.open("3T09:00", due: "4T09:00")
        script.add(
            "3T09:00", .handoverOffered(item, receiver: "ha", unit: "p.tp", needsTaking: false))
        script.add("3T14:00", .handoverAccepted(item, receiver: "ha"), by: "ha")
        let work = script.work()
        #expect(
            work == [
                Of.work(
                    480, Of.turn("p.tp", "3T09:00", "3T14:00", isOffered: true),
                    Of.turn("p.tp", "3T14:00", nil))
            ], "the moment with the giver has no length")
    }

    @Test func `stays with the unit while it goes from hand to hand`() {
        var script = LatenessScript()
        let item = script.open("3T09:00", due: "4T09:00")
        script.add("3T10:00", .holderChanged(item, to: "binh", unit: "p.mc", reason: "bận"))
        script.add("3T11:00", .holderChanged(item, to: "chi", unit: "p.mc", reason: "rảnh"))
        #expect(script.work() == [Of.work(480, Of.turn("p.mc", "3T09:00", nil))])
    }

    @Test func `is rework from the second time on`() {
        var script = LatenessScript()
        let first = script.open("3T09:00", due: "4T09:00")
        script.add("3T10:00", .stepCompleted(first, product: "x"))
        script.go("3T10:00", to: "ky")
        let second = script.open("3T10:00", unit: "p", due: "3T12:00")
        script.add("3T11:00", .stepSentBack(second, to: "kiem-tra", reason: "sai"))
        script.go("3T11:00", to: "kiem-tra")
        let third = script.open("3T11:00", due: "4T11:00")
        script.add("3T15:00", .stepCompleted(third, product: "x"))
        script.go("3T15:00", to: "ky")
        script.open("3T15:00", unit: "p", due: "3T17:00")
        let work = script.work()
        #expect(work.map(\.isRework) == [false, false, true, true])
        #expect(work.map(\.limit) == [480, 120, 0, 0], "what is done again has no time left")
        #expect(work.map(\.allotment) == [480, 120, 480, 120])
    }

    @Test func `is rework too where the receiver gave it back`() {
        var script = LatenessScript()
        let first = script.open("3T09:00", due: "4T09:00")
        script.add("3T10:00", .stepCompleted(first, product: "x"))
        script.go("3T10:00", to: "ky")
        let second = script.open("3T10:00", due: "3T12:00")
        script.add(
            "3T10:00", .handoverOffered(second, receiver: "anh", unit: "p", needsTaking: false))
        script.add("4T10:00", .handoverReturned(second, reason: "thiếu"), by: "anh")
        script.add(
            "4T10:00",
            .itemReopened(
                3, token: 1, node: "kiem-tra", holder: "chi", unit: "p.mc",
                openedAt: Of.moment("3T09:00"), due: Of.moment("4T09:00"), timers: [],
                resumesAt: nil))
        let work = script.work()
        #expect(work.map(\.isRework) == [false, false, true])
        #expect(work.last?.turns == [Of.turn("p.mc", "4T10:00", nil)], "not from its first opening")
        #expect(work[1].turns == [Of.turn("p", "3T10:00", "4T10:00", isOffered: true)])
    }

    @Test(
        arguments: [
            ("kiem-tra", .step, .office), ("y-kien", .step, .body), ("dan", .step, .applicant),
            ("cho", .wait, .applicant), ("cho-so", .wait, .body), ("kiem-tra", .timer, .body),
            ("kiem-tra", .event, .body), ("kiem-tra", .call, .body),
            ("kiem-tra", .incident, .office), ("khong-co", .step, .office),
        ] as [(NodeID, WorkItem.Kind, Lateness.Party)])
    func `is of the office, of another body or of the citizen`(
        _ node: NodeID, _ kind: WorkItem.Kind, _ party: Lateness.Party
    ) {
        var script = LatenessScript()
        script.go("3T09:00", to: node)
        script.open("3T09:00", kind)
        #expect(script.work().map(\.party) == [party])
    }

    @Test(arguments: [WorkItem.Kind.wait, .event, .timer, .call, .incident])
    func `is no own time where nobody works on a step`(_ kind: WorkItem.Kind) {
        var script = LatenessScript()
        script.open("3T09:00", kind, due: "4T09:00")
        #expect(script.work().map(\.allotment) == [nil])
    }

    @Test func `is an own time that stops do not use up`() {
        var script = LatenessScript()
        let item = script.open("3T09:00", due: "4T09:00")
        script.mark("3T14:00", .dutyAsked, cause: "duty#1", item: item)
        script.mark("4T14:00", .dutyDone, cause: "duty#1", item: item)
        // The engine moves the due time on by the day that it stood still.
        script.add("4T14:00", .dueMoved(item, due: Of.moment("5T09:00"), timers: []))
        let work = script.work()
        #expect(work.map(\.allotment) == [480])
        #expect(work.first?.stops == [Of.stretch("3T14:00", "4T14:00")])
    }

    @Test func `is the same own time where the stop came after it was over`() {
        var script = LatenessScript()
        let item = script.open("3T09:00", due: "4T09:00")
        script.mark("4T14:00", .dutyAsked, cause: "duty#1", item: item)
        script.mark("5T14:00", .dutyDone, cause: "duty#1", item: item)
        #expect(script.work().map(\.allotment) == [480], "its due time stays")
    }

    @Test func `is one stop where two overlap`() {
        var script = LatenessScript()
        let item = script.open("3T09:00", due: "4T09:00")
        script.mark("3T10:00", .dutyAsked, cause: "duty#1", item: item)
        script.mark("3T11:00", .supplementRequested, cause: "supplement#2", item: item)
        script.mark("3T14:00", .dutyDone, cause: "duty#1", item: item)
        script.mark("3T16:00", .supplementReceived, cause: "supplement#2", item: item)
        #expect(script.work().first?.stops == [Of.stretch("3T10:00", "3T16:00")])
    }

    @Test func `ends with the work, also a stop that was still open`() {
        var script = LatenessScript()
        let item = script.open("3T09:00", due: "4T09:00")
        script.mark("3T10:00", .dutyAsked, cause: "duty#1", item: item)
        script.add("4T10:00", .ended(.withdrawn, reason: "rút"))
        let work = script.work()
        #expect(work.first?.stops == [Of.stretch("3T10:00", "4T10:00")])
        #expect(work.first?.turns == [Of.turn("p.mc", "3T09:00", "4T10:00")])
    }

    // MARK: The history

    /// Received on Monday at 09:00 with two working days: due on Wednesday at 17:30.
    @Test(
        arguments: [
            ("3T10:00", nil), ("5T17:30", nil), ("5T19:00", nil), ("6T08:00", "6T08:00"),
            ("7T10:00", "7T10:00"),
        ] as [(String, String?)])
    func `is a history once the appointment is over`(_ moment: String, _ end: String?) {
        var script = LatenessScript()
        script.open("3T09:00", due: "4T09:00")
        let history = script.history(at: moment)
        #expect(history?.end == end.map(Of.moment))
        guard let history else { return }
        #expect(history.begin == Of.moment("3T09:00") && history.due == Of.moment("5T17:30"))
        #expect(history.stops.isEmpty)
    }

    @Test func `ends where the clock ended, whenever it is asked`() {
        var script = LatenessScript()
        script.open("3T09:00", due: "4T09:00")
        script.mark("6T10:00", .finished)
        #expect(script.history(at: "31T10:00")?.end == Of.moment("6T10:00"))
        #expect(script.history(at: "6T10:00") == script.history(at: "31T10:00"))
    }

    @Test func `is none where it ended in time`() {
        var script = LatenessScript()
        script.open("3T09:00", due: "4T09:00")
        script.mark("5T17:30", .finished)
        #expect(script.history(at: "31T10:00") == nil)
    }

    @Test func `begins with the supplement that gave the term anew`() {
        var script = LatenessScript()
        let item = script.open("3T09:00", due: "4T09:00")
        script.mark("4T09:00", .supplementRequested, cause: "s", item: item)
        script.mark("10T09:00", .supplementReceived, cause: "s", item: item)
        #expect(script.history(at: "12T17:30") == nil)
        let history = script.history(at: "13T09:00")
        #expect(history?.begin == Of.moment("10T09:00"))
        #expect(history?.due == Of.moment("12T17:30"))
        #expect(history?.stops == [Of.stretch("4T09:00", "10T09:00")])
    }

    @Test func `begins with the receipt where only a duty stopped it`() {
        var script = LatenessScript()
        let item = script.open("3T09:00", due: "4T09:00")
        script.mark("4T09:00", .dutyAsked, cause: "d", item: item)
        script.mark("10T09:00", .dutyDone, cause: "d", item: item)
        let history = script.history(at: "13T09:00")
        #expect(history?.begin == Of.moment("3T09:00"))
        #expect(history?.due.day == Of.moment("11T00:00").day)
    }

    @Test func `stands still while a late one waits for the citizen`() {
        var script = LatenessScript()
        let item = script.open("3T09:00", due: "4T09:00")
        script.mark("6T10:00", .dutyAsked, cause: "d", item: item)
        let waiting = script.history(at: "7T10:00")
        #expect(waiting?.end == Of.moment("6T10:00"))
        #expect(waiting == script.history(at: "14T10:00"))
        script.mark("14T10:00", .dutyDone, cause: "d", item: item)
        let again = script.history(at: "14T11:00")
        #expect(again?.end == Of.moment("14T11:00"))
        #expect(again?.due == Of.moment("5T17:30"), "late before the stop stays late")
        #expect(again?.stops == [Of.stretch("6T10:00", "14T10:00")])
    }

    @Test func `is judged where the last stop began when it ended inside it`() {
        var script = LatenessScript()
        let item = script.open("3T09:00", due: "4T09:00")
        script.mark("6T10:00", .dutyAsked, cause: "d", item: item)
        script.mark("10T10:00", .withdrawn)
        #expect(script.history(at: "31T10:00")?.end == Of.moment("6T10:00"))
    }

    @Test func `is none without a limit or without a beginning`() {
        var script = LatenessScript()
        script.open("3T09:00", due: "4T09:00")
        var endless = LatenessScript.process
        endless.total = nil
        let at = Of.moment("31T10:00")
        #expect(
            Lateness.History(
                events: script.events, version: endless, calendar: .vietnam, at: at) == nil)
        #expect(
            Lateness.History(
                events: [], version: LatenessScript.process, calendar: .vietnam, at: at) == nil)
        #expect(
            Lateness.History(
                events: Array(script.events.dropFirst()), version: LatenessScript.process,
                calendar: .vietnam, at: at) == nil)
    }
}
