// Time that stands still: papers to complete, fees to pay, waits and steps of the citizen.

import Engine
import ProcessModel
import Testing
import WorkTime

struct EngineStopTests {
    let one = version(
        [
            step("a", time: .term(.workingDays(2)), marksDone: true), step("tra"),
        ], ["s a tra e"])

    @Test func `a supplement is asked for once, and the step rests until it has come`() throws {
        var story = try EngineStory.begun(one)
        #expect(story.refusal(.askSupplement(1, reason: ""), by: "an") == .reasonMissing)
        #expect(
            story.refusal(.askSupplement(1, reason: "x"), by: "binh")
                == .notHolder(1, holder: "an"))
        try story.perform(.askSupplement(1, reason: "thiếu giấy khai sinh"), by: "an")
        let complete = EngineCommand.complete(1, product: "", fields: [:])
        #expect(story.refusal(complete, by: "an") == .itemStopped(1, cause: "supplement#1"))
        #expect(story.state?.openCauses == ["supplement#1"])
        story.now = minute("10:00", "2017-07-04")
        try story.perform(.receiveSupplement(1), by: "an")
        #expect(story.clock == [.received, .supplementRequested, .supplementReceived])
        #expect(story.refusal(.askSupplement(1, reason: "x"), by: "an") == .supplementAlreadyAsked)
        #expect(story.refusal(.receiveSupplement(1), by: "an") == .noOpenStop(1))
        try story.complete("a", by: "an")
    }

    @Test func `the due time of the step moves on by the working minutes of the stop`() throws {
        var story = try EngineStory.begun(one)
        #expect(story.item("a")?.due == minute("17:30", "2017-07-05"))
        story.now = minute("10:00")
        try story.perform(.askDuty(1, reason: "lệ phí"), by: "an")
        #expect(
            story.refusal(.askDuty(1, reason: "x"), by: "an") == .stopAlreadyOpen(cause: "duty#1"))
        #expect(story.state?.timers == [])
        story.now = minute("11:00")
        try story.perform(.askSupplement(1, reason: "thiếu"), by: "an")
        story.now = minute("12:00")
        try story.perform(.confirmDuty(1), by: "an")
        #expect(story.item("a")?.due == minute("17:30", "2017-07-05"))
        story.now = minute("14:30")
        try story.perform(.receiveSupplement(1), by: "an")
        // 10:00-12:00 and 13:30-14:30: three hours, first of them on the morning of the 6th.
        #expect(story.item("a")?.due == minute("11:00", "2017-07-06"))
        #expect(
            story.item("a")?.timers.first { $0.kind == .due }?.at == minute("11:00", "2017-07-06"))
    }

    @Test func `a step that was late before the stop stays late`() throws {
        var story = try EngineStory.begun(one)
        story.now = minute("08:00", "2017-07-06")
        try story.perform(.askDuty(1, reason: "lệ phí"), by: "an")
        story.now = minute("08:00", "2017-07-10")
        try story.perform(.confirmDuty(1), by: "an")
        #expect(story.item("a")?.due == minute("17:30", "2017-07-05"))
    }

    @Test func `the result ends the public clock, the return of it ends the matter`() throws {
        var story = try EngineStory.begun(one)
        try story.complete("a", by: "an")
        #expect(story.clock == [.received, .finished])
        #expect(story.state?.isEnded == false)
        let ask = EngineCommand.askSupplement(2, reason: "x")
        #expect(story.refusal(ask, by: "an") == .resultAlreadyReady)
        #expect(story.refusal(.close(.refused, reason: "x"), by: "an") == .resultAlreadyReady)
        try story.complete("tra", by: "an")
        #expect(story.clock == [.received, .finished])
        #expect(story.state?.isEnded == true)
    }

    @Test func `other branches go on while one is stopped`() throws {
        let process = version(
            [node("p", .gateway(.parallel)), step("b"), step("c")], ["s p b e", "p c e"])
        var story = try EngineStory.begun(process)
        try story.perform(.askDuty(story.id("b"), reason: "lệ phí"), by: "an")
        try story.complete("c", by: "an")
        #expect(story.open == ["b"])
    }

    @Test(
        arguments: [
            (ClockEffect.pause, [ClockEvent.Kind.received, .dutyAsked], [.dutyDone]),
            (.restart, [.received, .supplementRequested], [.supplementReceived]),
            (.run, [.received], []), (.end, [.received], [.finished]),
        ] as [(ClockEffect, [ClockEvent.Kind], [ClockEvent.Kind])])
    func `a wait is held by whoever asked and does to the clock what it says`(
        effect: ClockEffect, during: [ClockEvent.Kind], after: [ClockEvent.Kind]
    ) throws {
        let wait = Wait(party: .applicant, reason: "bổ sung", clock: effect)
        let process = version([step("a"), node("w", .wait(wait)), step("b")], ["s a w b e"])
        var story = try EngineStory.begun(process)
        try story.perform(.handOver(1, to: "binh", reason: "đông việc"), by: "an")
        try story.complete("a", by: "binh")
        #expect(story.item("w")?.holder == "binh")
        #expect(story.clock == during)
        let end = EngineCommand.endWait(story.id("w"), event: nil)
        #expect(story.refusal(end, by: "chi") == .notHolder(2, holder: "binh"))
        #expect(story.refusal(.endWait(2, event: "a"), by: "binh") == .notAmongEvents("a"))
        try story.perform(end, by: "binh")
        #expect(story.clock == during + after)
        #expect(story.open == ["b"])
    }

    @Test func `steps stop and start the clock as their row says`() throws {
        let process = version(
            [
                step("a", clock: .pause), step("b", clock: .resume), step("c", .applicant),
                step("d", clock: .pauseAndResume), step("f", clock: .end),
            ], ["s a b c d f e"])
        var story = try EngineStory.begun(process)
        for node in ["a", "b", "c"] as [NodeID] { try story.complete(node, by: "an") }
        #expect(story.clock == [.received, .dutyAsked, .dutyDone, .dutyAsked])
        #expect(story.state?.openCauses == ["step#4"])
        try story.complete("d", by: "an")
        try story.complete("f", by: "an")
        #expect(story.clock.suffix(2) == [.dutyDone, .finished])
    }

    @Test func `the clocks can be derived from what the engine recorded`() throws {
        var story = try EngineStory.begun(one)
        story.now = minute("10:00", "2017-07-05")
        try story.perform(.askSupplement(1, reason: "thiếu"), by: "an")
        story.now = minute("15:00", "2017-07-07")
        try story.perform(.receiveSupplement(1), by: "an")
        story.now = minute("16:00", "2017-07-13")
        try story.complete("a", by: "an")
        let reading = try DossierClock.read(
            story.state?.clock ?? [], policy: ClockPolicy(term: .workingDays(5)),
            calendar: .vietnam)
        #expect(reading.indexMinutes == 3060)
    }
}
