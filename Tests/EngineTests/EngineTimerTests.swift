// Times at which something is to be fired, each once; timers, event gateways and calls.

import Engine
import ProcessModel
import Testing
import WorkTime

struct EngineTimerTests {
    let one = version([step("a", time: .term(.workingDays(3)))], ["s a e"])

    @Test func `a step with a term is reminded before, due, and escalated after`() throws {
        let story = try EngineStory.begun(one)
        let timers = try #require(story.state?.timers)
        #expect(timers.map(\.kind) == [.reminder, .due, .escalation])
        #expect(timers[1].at == minute("17:30", "2017-07-06"))
        #expect(timers[2].at == minute("17:30", "2017-07-07"))
    }

    @Test func `a timer fires when it is due, and once`() throws {
        var story = try EngineStory.begun(one)
        let due = try #require(story.state?.timers.first { $0.kind == .due })
        #expect(story.refusal(.fireTimer(due), by: "maychu") == .timerNotDue(at: due.at))
        story.now = due.at
        try story.perform(.fireTimer(due), by: "maychu")
        #expect(story.refusal(.fireTimer(due), by: "maychu") == .staleTimer(1))
        #expect(story.item("a")?.holder == "an")
        #expect(story.state?.timers.map(\.kind) == [.reminder, .escalation])
    }

    @Test func `timers of work that is done are stale`() throws {
        var story = try EngineStory.begun(one)
        let timer = try #require(story.state?.timers.first)
        try story.complete("a", by: "an")
        #expect(story.refusal(.fireTimer(timer), by: "maychu") == .alreadyEnded(.finished))
    }

    @Test func `a step within the total has no due time of its own`() throws {
        let story = try EngineStory.begun(version([step("a", time: .withinTotal)], ["s a e"]))
        #expect(story.item("a")?.due == nil)
        #expect(story.state?.timers == [])
    }

    @Test func `a due time beyond the calendar is refused, not guessed`() throws {
        var story = EngineStory(one)
        story.now = minute("08:00", "2027-12-31")
        guard
            case .dueNotReckoned = story.refusal(
                .start("hs", focalPoint: nil, fields: [:]), by: "an")
        else {
            Issue.record("a due time was made up")
            return
        }
    }

    @Test func `a timer of the graph lets a term pass`() throws {
        let process = version([node("t", .timer(.workingMinutes(60))), step("a")], ["s t a e"])
        var story = try EngineStory.begun(process)
        let timer = try #require(story.state?.timers.first)
        #expect(timer.kind == .elapsed)
        #expect(timer.at == minute("09:00"))
        story.now = minute("09:00")
        try story.perform(.fireTimer(timer), by: "maychu")
        #expect(story.open == ["a"])
    }

    let race = version(
        [
            step("a"), node("v", .gateway(.event)),
            node("w", .wait(Wait(party: .applicant, reason: "bổ sung", clock: .restart))),
            node("t", .timer(.workingDays(1))), step("co"), step("khong"),
        ], ["s a v w co e", "v t khong e"])

    @Test func `behind an event gateway the wait wins when it comes first`() throws {
        var story = try EngineStory.begun(race)
        try story.complete("a", by: "an")
        #expect(story.open == ["v"])
        #expect(story.refusal(.endWait(2, event: nil), by: "an") == .notAmongEvents("v"))
        #expect(story.refusal(.endWait(2, event: "t"), by: "an") == .notAmongEvents("t"))
        try story.perform(.endWait(2, event: "w"), by: "an")
        #expect(story.open == ["co"])
        #expect(story.clock == [.received, .supplementRequested, .supplementReceived])
    }

    @Test func `behind an event gateway the timer wins when nothing comes`() throws {
        var story = try EngineStory.begun(race)
        try story.complete("a", by: "an")
        let timer = try #require(story.state?.timers.first)
        #expect(timer.node == "t")
        story.now = timer.at
        try story.perform(.fireTimer(timer), by: "maychu")
        #expect(story.open == ["khong"])
        #expect(story.refusal(.endWait(2, event: "w"), by: "an") == .alreadyDone(2))
    }

    @Test func `a call waits for the other instance and tells its outcome`() throws {
        let call = Call(process: "LT-02", unit: .function("thue"))
        let process = version(
            [
                step("a"), node("g", .call(call)), node("x", .gateway(.exclusive)), step("tot"),
                step("xau"),
            ], ["s a g x xau e", "tot e"],
            when: [
                Flow(from: "x", to: "tot", condition: .compare("g", .equal, .text("finished")))
            ])
        var story = try EngineStory.begun(process)
        try story.complete("a", by: "an")
        #expect(
            story.events.contains {
                $0.change == .callRequested(2, process: "LT-02", unit: .function("thue"))
            })
        #expect(story.item("g")?.holder == "an")
        #expect(story.refusal(.endCall(2, .finished), by: "maychu") == .callNotStarted(2))
        try story.perform(.linkCall(2, "hs2"), by: "maychu")
        #expect(story.refusal(.linkCall(2, "hs3"), by: "maychu") == .callAlreadyStarted("hs2"))
        #expect(story.item("g")?.linked == "hs2")
        try story.perform(.endCall(2, .finished), by: "maychu")
        #expect(story.open == ["tot"])
    }

    @Test func `each command fits only its kind of work`() throws {
        let story = try EngineStory.begun(one)
        #expect(story.refusal(.endWait(1, event: nil), by: "an") == .unfitItem(1, .step))
        #expect(story.refusal(.linkCall(1, "x"), by: "an") == .unfitItem(1, .step))
        #expect(story.refusal(.retry(1, fields: [:]), by: "an") == .unfitItem(1, .step))
    }
}
