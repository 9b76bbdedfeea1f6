// Constructs inside constructs: what each does alone must hold when they meet.

import Engine
import ProcessModel
import Testing
import WorkTime

struct EngineNestedTests {
    @Test func `an event gateway in one branch leaves the other branch working`() throws {
        let process = version(
            [
                node("p", .gateway(.parallel)), node("v", .gateway(.event)),
                node("w", .wait(Wait(party: .body("Chi cục thuế"), reason: "ý kiến", clock: .run))),
                node("t", .timer(.workingDays(1))), node("m", .gateway(.exclusive)), step("c"),
                node("j", .gateway(.parallel)), step("d"),
            ], ["s p v w m j d e", "v t m", "p c j"])
        var story = try EngineStory.begun(process)
        #expect(story.open == ["c", "v"])
        try story.complete("c", by: "an")
        let timer = try #require(story.state?.timers.first)
        story.now = timer.at
        try story.perform(.fireTimer(timer), by: "maychu")
        #expect(story.open == ["d"])
    }

    @Test func `an inclusive split inside a parallel one joins by itself`() throws {
        let process = version(
            [
                node("p", .gateway(.parallel)), step("a", form: "so"),
                node("i", .gateway(.inclusive)), step("b"), step("c"),
                node("k", .gateway(.inclusive)),
                step("f"), step("g"), node("j", .gateway(.parallel)),
            ], ["s p a i k f j e", "b k", "c k", "p g j"],
            when: [whenNumber("i", "b", above: 1), whenNumber("i", "c", above: 2)],
            forms: [numberForm])
        var story = try EngineStory.begun(process)
        try story.complete("a", by: "an", n: 3)
        #expect(story.open == ["b", "c", "g"])
        try story.complete("b", by: "an")
        #expect(story.open == ["c", "g"])
        try story.complete("c", by: "an")
        #expect(story.open == ["f", "g"])
        try story.complete("g", by: "an")
        try story.complete("f", by: "an")
        #expect(story.state?.isEnded == true)
    }

    @Test func `a join of ways taken does not wait for a branch that could only come round`() throws
    {
        // Step c could reach the join k, but only through the outer join and the loop behind it.
        let process = version(
            [
                node("m", .gateway(.exclusive)), node("p", .gateway(.parallel)),
                node("i", .gateway(.inclusive)), step("b1"), step("b2"),
                node("k", .gateway(.inclusive)), step("b3"), step("c"),
                node("j", .gateway(.parallel)), step("d", form: "so"),
                node("x", .gateway(.exclusive)),
            ], ["s m p i b1 k b3 j d x e", "b2 k", "p c j"],
            when: [whenNumber("i", "b2", above: 0), whenNumber("x", "m", above: 0)],
            forms: [numberForm])
        var story = try EngineStory.begun(process)
        try story.complete("b1", by: "an")
        #expect(story.open == ["b3", "c"])
        try story.complete("b3", by: "an")
        try story.complete("c", by: "an")
        try story.complete("d", by: "an", n: 1)
        #expect(story.open == ["b2", "c"])
        try story.complete("b2", by: "an")
        #expect(story.open == ["b3", "c"])
    }

    @Test func `a branch goes round its own loop while its sister waits at the join`() throws {
        let process = version(
            [
                node("p", .gateway(.parallel)), step("b", form: "so"),
                node("x", .gateway(.exclusive)), step("c"), node("j", .gateway(.parallel)),
                step("d"),
            ], ["s p b x j d e", "p c j"], when: [whenNumber("x", "b", above: 0)],
            forms: [numberForm])
        var story = try EngineStory.begun(process)
        try story.complete("c", by: "an")
        for n in [2.0, 1] {
            try story.complete("b", by: "an", n: n)
            #expect(story.open == ["b"])
        }
        try story.complete("b", by: "an", n: 0)
        #expect(story.open == ["d"])
    }

    @Test func `back from a nested branch to before both splits makes all others void`() throws {
        let process = version(
            [
                step("a"), node("p", .gateway(.parallel)), node("q", .gateway(.parallel)),
                step("b", returnsTo: ["a"]), step("c"), step("d"), node("k", .gateway(.parallel)),
                node("j", .gateway(.parallel)),
            ], ["s a p q b k j e", "q c k", "p d j"])
        var story = try EngineStory.begun(process)
        try story.complete("a", by: "an")
        #expect(story.open == ["b", "c", "d"])
        try story.complete("c", by: "an")
        try story.perform(.sendBack(story.id("b"), to: "a", reason: "sai"), by: "an")
        #expect(story.open == ["a"])
        #expect(story.state?.tokens.map(\.scopes) == [[]])
        try story.complete("a", by: "an")
        for node in ["d", "c", "b"] as [NodeID] { try story.complete(node, by: "an") }
        #expect(story.state?.isEnded == true)
    }

    @Test func `a call inside a branch cannot be made void behind its back`() throws {
        let call = NodeKind.call(Call(process: "KHAC", unit: .code("thue")))
        let process = version(
            [
                step("a"), node("p", .gateway(.parallel)), step("b", returnsTo: ["a"]),
                node("g", call), node("j", .gateway(.parallel)),
            ], ["s a p b j e", "p g j"])
        var story = try EngineStory.begun(process)
        try story.complete("a", by: "an")
        let command = EngineCommand.sendBack(story.id("b"), to: "a", reason: "sai")
        #expect(story.refusal(command, by: "an") == .mayNotReturnThere("a"))
    }

    @Test func `a gateway may join and split at once`() throws {
        let process = version(
            [
                node("p", .gateway(.parallel)), step("a"), step("b"),
                node("q", .gateway(.parallel)), step("c"), step("d"),
                node("j", .gateway(.parallel)),
            ], ["s p a q c j e", "p b q d j"])
        var story = try EngineStory.begun(process)
        try story.complete("a", by: "an")
        #expect(story.open == ["b"])
        try story.complete("b", by: "an")
        #expect(story.open == ["c", "d"])
        try story.complete("d", by: "an")
        try story.complete("c", by: "an")
        #expect(story.state?.isEnded == true)
    }

    @Test func `flows with conditions that leave a step choose like a gateway`() throws {
        let process = version(
            [step("a", form: "so"), step("b"), step("c")], ["s a c e", "b e"],
            when: [whenNumber("a", "b", above: 5)], forms: [numberForm])
        var large = try EngineStory.begun(process)
        try large.complete("a", by: "an", n: 6)
        #expect(large.open == ["b"])
        var small = try EngineStory.begun(process)
        try small.complete("a", by: "an", n: 5)
        #expect(small.open == ["c"])
    }

    @Test func `work crosses units inside each branch by itself`() throws {
        let process = version(
            [
                node("p", .gateway(.parallel)), step("b", post("dung", "tuphap")),
                step("c", post("khanh", "lanhdao")), node("j", .gateway(.parallel)), step("d"),
            ], ["s p b j d e", "p c j"])
        var story = try EngineStory.begun(process)
        #expect(story.state?.items.map(\.holder) == ["an", "an"])
        try story.accept("b", by: "dung")
        #expect(story.state?.holders == ["an", "dung"])
        try story.accept("c", by: "khanh")
        try story.complete("c", by: "khanh")
        try story.complete("b", by: "dung")
        // The last to arrive hands over what follows the join.
        #expect(story.state?.handovers.last?.giver == "dung")
        #expect(story.item("d")?.holder == "dung")
    }
}
