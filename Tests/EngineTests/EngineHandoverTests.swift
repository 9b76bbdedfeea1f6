// Work between people: until the receiver accepts, the giver holds it.

import Engine
import ProcessModel
import Testing
import WorkTime

struct EngineHandoverTests {
    let across = version(
        [
            step("a", time: .term(.workingMinutes(60))),
            step("b", post("dung", "tuphap"), time: .term(.workingDays(2))),
        ], ["s a b e"])

    func offered() throws -> EngineStory {
        var story = try EngineStory.begun(across)
        story.now = minute("09:30")
        try story.complete("a", by: "an")
        return story
    }

    @Test func `work that crosses to another unit is held by the giver until it is accepted`()
        throws
    {
        var story = try offered()
        #expect(story.item("b")?.holder == "an")
        #expect(story.item("b")?.offer?.person == "dung")
        let early = EngineCommand.complete(2, product: "", fields: [:])
        #expect(story.refusal(early, by: "dung") == .notAcceptedYet(2, receiver: "dung"))
        #expect(story.refusal(.accept(2), by: "ha") == .notReceiver(2, receiver: "dung"))
        story.now = minute("10:00")
        try story.perform(.accept(2), by: "dung")
        #expect(story.item("b")?.holder == "dung")
        #expect(story.item("b")?.unit == "tuphap")
        #expect(story.refusal(.accept(2), by: "dung") == .notOffered(2))
    }

    @Test func `the control slip tells when work was given, accepted and how the giver stood`()
        throws
    {
        var story = try offered()
        story.now = minute("10:00")
        try story.perform(.accept(2), by: "dung")
        let state = try #require(story.state)
        let handover = try #require(state.handovers.first)
        #expect(handover.given == minute("09:30"))
        #expect(handover.answered == minute("10:00"))
        #expect(handover.isBetweenUnits && handover.state == .accepted)
        let step = try #require(state.givenStep(of: handover))
        #expect(step.started == minute("08:00"))
        #expect(step.due == minute("09:00"))
        #expect(step.ended == minute("09:30"))
        #expect(state.result(of: handover) == .late)
    }

    @Test func `returned work is an open item of the giver, who must act again`() throws {
        var story = try offered()
        let bare = EngineCommand.returnHandover(2, reason: " ")
        #expect(story.refusal(bare, by: "dung") == .reasonMissing)
        try story.perform(.returnHandover(2, reason: "thiếu bản chính"), by: "dung")
        #expect(story.open == ["a"])
        let again = try #require(story.item("a"))
        #expect(again.holder == "an")
        #expect(again.openedAt == minute("08:00"))
        #expect(again.due == minute("09:00"))
        #expect(story.state?.handovers.first?.state == .returned)
        #expect(story.state?.handovers.first?.reason == "thiếu bản chính")
        try story.complete("a", by: "an")
        #expect(story.item("b")?.offer?.person == "dung")
    }

    @Test func `returned work of a branch goes on in that branch alone`() throws {
        let process = version(
            [
                step("a"), node("p", .gateway(.parallel)), step("b", post("dung", "tuphap")),
                step("c", post("giang", "lanhdao")), node("j", .gateway(.parallel)), step("d"),
            ], ["s a p b j d e", "p c j"])
        var story = try EngineStory.begun(process)
        try story.complete("a", by: "an")
        try story.perform(.returnHandover(story.id("b"), reason: "sai"), by: "dung")
        #expect(story.open == ["a", "c"])
        try story.complete("a", by: "an")
        #expect(story.open == ["b", "c"])
        for (node, person) in [("b", "dung"), ("c", "giang")] as [(NodeID, PersonID)] {
            try story.accept(node, by: person)
            try story.complete(node, by: person)
        }
        #expect(story.state?.handovers.last?.receiver == "an")
        try story.perform(.accept(story.id("d")), by: "an")
        try story.complete("d", by: "an")
        #expect(story.state?.isEnded == true)
    }

    @Test func `inside a unit the first act is the acceptance`() throws {
        let process = version([step("a"), step("b", post("binh", "motcua"))], ["s a b e"])
        var story = try EngineStory.begun(process)
        try story.complete("a", by: "an")
        #expect(story.item("b")?.holder == "binh")
        #expect(story.state?.handovers.first?.state == .given)
        story.now = minute("11:00")
        try story.complete("b", by: "binh")
        #expect(story.state?.handovers.first?.state == .accepted)
        #expect(story.state?.handovers.first?.answered == minute("11:00"))
    }

    @Test func `work nobody took is held by the head, and a member may take it`() throws {
        let process = version([step("a"), step("b", .member(of: .code("tuphap")))], ["s a b e"])
        var story = try EngineStory.begun(process)
        try story.complete("a", by: "an")
        try story.accept("b", by: "chi")
        #expect(story.item("b")?.holder == "chi")
        #expect(story.refusal(.take(2), by: "binh") == .mayNotTake(2, holder: "chi"))
        try story.perform(.take(2), by: "ha")
        #expect(story.item("b")?.holder == "ha")
        #expect(story.refusal(.take(2), by: "dung") == .mayNotTake(2, holder: "ha"))
    }

    @Test func `a member accepts for the unit and then holds the work`() throws {
        let process = version([step("b", .member(of: .code("tuphap")))], ["s b e"])
        var story = try EngineStory.begun(process)
        try story.perform(.take(1), by: "ha")
        #expect(story.item("b")?.holder == "ha")
        #expect(story.item("b")?.needsTaking == false)
        #expect(story.state?.handovers.map(\.receiver) == ["ha"])
    }

    @Test func `the head assigns, a holder hands over inside the unit with a reason`() throws {
        var story = try offered()
        #expect(
            story.refusal(.assign(2, to: "ha"), by: "chi") == .notAcceptedYet(2, receiver: "dung"))
        try story.perform(.accept(2), by: "dung")
        #expect(story.refusal(.assign(2, to: "ha"), by: "ha") == .mayNotAssign(2, unit: "tuphap"))
        #expect(story.refusal(.assign(2, to: "an"), by: "chi") == .notInUnit("an", unit: "tuphap"))
        #expect(story.refusal(.assign(2, to: "dung"), by: "chi") == .alreadyHolds("dung"))
        try story.perform(.assign(2, to: "ha"), by: "chi")
        #expect(story.item("b")?.holder == "ha")
        #expect(story.refusal(.handOver(2, to: "dung", reason: ""), by: "ha") == .reasonMissing)
        try story.perform(.handOver(2, to: "dung", reason: "nghỉ phép"), by: "ha")
        #expect(story.item("b")?.holder == "dung")
        #expect(story.state?.handovers.map(\.state) == [.accepted, .accepted, .given])
    }

    @Test func `an offer looks for its receiver again when posts have changed`() throws {
        var story = try offered()
        #expect(story.refusal(.retry(2, fields: [:]), by: "an") == .alreadyHolds("dung"))
        story.office.units["dung"] = nil
        #expect(story.refusal(.retry(2, fields: [:]), by: "an") == .notOffered(2))
        story.office.units["dung"] = "tuphap"
        #expect(story.refusal(.retry(2, fields: [:]), by: "ha") == .notHolder(2, holder: "an"))
    }

    @Test func `when the giver has left, the head of the unit holds what waits`() throws {
        let process = version(
            [step("a", post("binh", "motcua")), step("b"), node("w", wait)], ["s a w b e"])
        var story = try EngineStory.begun(process)
        try story.complete("a", by: "binh")
        #expect(story.item("w")?.holder == "binh")
        story.office.units["binh"] = nil
        try story.perform(.endWait(story.id("w"), event: nil), by: "an")
        #expect(story.item("b")?.holder == "an")
    }

    let wait = NodeKind.wait(Wait(party: .applicant, reason: "bổ sung", clock: .run))
}
