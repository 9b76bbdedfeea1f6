// Ends before the end, the focal point, and places where an instance cannot go on.

import Engine
import ProcessModel
import Testing
import WorkTime

struct EngineClosureTests {
    let process = version([step("a"), step("b", post("chi", "tuphap"))], ["s a b e"])

    @Test(arguments: [
        (EndOutcome.refused, ClockEvent.Kind.refused), (.withdrawn, .withdrawn),
        (.stopped, .stopped),
    ])
    func `a matter is closed with a reason and nothing is left of it`(
        outcome: EndOutcome, mark: ClockEvent.Kind
    ) throws {
        var story = try EngineStory.begun(process)
        try story.complete("a", by: "an")
        #expect(story.refusal(.close(outcome, reason: " "), by: "an") == .reasonMissing)
        #expect(story.refusal(.close(outcome, reason: "x"), by: "ha") == .mayNotDecide("ha"))
        try story.perform(.close(outcome, reason: "không đủ điều kiện"), by: "an")
        let state = try #require(story.state)
        #expect(state.outcome == outcome)
        #expect(state.endReason == "không đủ điều kiện")
        #expect(state.items.isEmpty && state.tokens.isEmpty && state.timers.isEmpty)
        #expect(state.handovers.map(\.state) == [.lapsed])
        #expect(story.clock == [.received, mark])
    }

    @Test func `nobody declares a matter finished`() throws {
        let story = try EngineStory.begun(process)
        #expect(
            story.refusal(.close(.finished, reason: "x"), by: "an") == .mayNotEndThus(.finished))
    }

    @Test func `whom the office lets may close a matter too`() throws {
        var story = try EngineStory.begun(process)
        try story.perform(.close(.stopped, reason: "theo chỉ đạo"), by: "chutich")
        #expect(story.state?.isEnded == true)
    }

    @Test func `the focal point passes the matter on by name and with a reason`() throws {
        var story = try EngineStory.begun(process)
        let change = EngineCommand.changeFocalPoint("binh", reason: "chuyển công tác")
        #expect(story.refusal(change, by: "binh") == .mayNotDecide("binh"))
        #expect(
            story.refusal(.changeFocalPoint("la", reason: "x"), by: "an") == .personMissing)
        #expect(
            story.refusal(.changeFocalPoint("an", reason: "x"), by: "an") == .alreadyHolds("an"))
        try story.perform(change, by: "an")
        #expect(story.state?.focalPoint == "binh")
        #expect(story.item("a")?.holder == "an")
    }

    @Test func `when nobody fills a post, the focal point holds the incident until it is mended`()
        throws
    {
        let vacant = version([step("a"), step("b", post("khuyet", "motcua"))], ["s a b e"])
        var story = try EngineStory.begun(vacant)
        try story.complete("a", by: "an")
        #expect(story.item("b")?.incident == .noPerformer)
        try story.perform(.changeFocalPoint("binh", reason: "nghỉ"), by: "an")
        #expect(story.item("b")?.holder == "binh")
        try story.perform(.retry(story.id("b"), fields: [:]), by: "binh")
        #expect(story.item("b")?.incident == .noPerformer)
        story.office.vacantPost = "binh"
        try story.perform(.retry(story.id("b"), fields: [:]), by: "binh")
        #expect(story.item("b")?.kind == .step)
        try story.complete("b", by: "binh")
        #expect(story.state?.isEnded == true)
    }

    @Test func `the holder of such an incident may name somebody of the office`() throws {
        let vacant = version([step("a"), step("b", nil)], ["s a b e"])
        var story = try EngineStory.begun(vacant)
        try story.complete("a", by: "an")
        #expect(story.refusal(.assign(2, to: "ha"), by: "chi") == .notHolder(2, holder: "an"))
        #expect(story.refusal(.assign(2, to: "la"), by: "an") == .personMissing)
        try story.perform(.assign(2, to: "ha"), by: "an")
        #expect(story.item("b")?.offer?.person == "ha")
    }

    @Test func `where no condition holds, the missing field is filled in and the way found`() throws
    {
        let choice = version(
            [step("a"), node("x", .gateway(.exclusive)), step("b")], ["s a x", "b e"],
            when: [whenNumber("x", "b", above: 1)], forms: [numberForm])
        var story = try EngineStory.begun(choice)
        try story.complete("a", by: "an")
        #expect(story.item("x")?.incident == .noWayForward)
        try story.perform(.retry(story.id("x"), fields: ["n": .number(2)]), by: "an")
        #expect(story.open == ["b"])
        #expect(story.state?.records.count == 1)
    }

    @Test func `gateways that run in a circle end in an incident, not in a hang`() throws {
        let circle = version(
            [step("a"), node("x", .gateway(.exclusive)), node("y", .service(action: "m"))],
            ["s a x y x"])
        var story = try EngineStory.begun(circle)
        try story.complete("a", by: "an")
        #expect(story.item("x")?.incident == .endlessLoop)
        let bomb = version(
            [step("a"), node("p", .gateway(.parallel)), node("q", .gateway(.parallel))],
            ["s a p q p", "p q", "q p"])
        var other = try EngineStory.begun(bomb)
        try other.complete("a", by: "an")
        #expect(other.state?.items.isEmpty == false)
        #expect(other.events.count < 500)
    }

    @Test func `a flow into nothing is an incident at that place`() throws {
        var story = try EngineStory.begun(version([step("a")], ["s a mat"]))
        try story.complete("a", by: "an")
        #expect(story.item("a")?.incident == .noWayForward)
    }

    @Test func `branches that wait for each other are let on by the focal point`() throws {
        let process = version(
            [
                node("p", .gateway(.parallel)), step("a"), step("b"),
                node("j", .gateway(.parallel)), node("k", .gateway(.parallel)),
                step("x"), step("y"),
            ], ["s p a j x k y e", "p b k", "y j"])
        var story = try EngineStory.begun(process)
        try story.complete("a", by: "an")
        try story.complete("b", by: "an")
        let stalled = try #require(story.state?.items.first)
        #expect(stalled.incident == .stalled)
        try story.perform(.retry(stalled.id, fields: [:]), by: "an")
        #expect(story.open == ["x"])
    }

    @Test func `the first work returned to the start is the giver's to mend`() throws {
        let first = version([step("b", post("chi", "tuphap"))], ["s b e"])
        var story = try EngineStory.begun(first)
        try story.perform(.returnHandover(1, reason: "không thuộc thẩm quyền"), by: "chi")
        #expect(story.item("b")?.incident == .handoverReturned)
        #expect(story.item("b")?.holder == "an")
        try story.perform(.retry(story.id("b"), fields: [:]), by: "an")
        #expect(story.item("b")?.offer?.person == "chi")
    }
}
