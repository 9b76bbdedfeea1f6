// Gateways: one way, all ways, the ways that hold, the first that happens; and loops.

import Engine
import ProcessModel
import Testing
import WorkTime

struct EngineGatewayTests {
    let choice = version(
        [step("a", form: "so"), node("x", .gateway(.exclusive)), step("lon"), step("nho")],
        ["s a x nho e", "lon e"], when: [whenNumber("x", "lon", above: 10)], forms: [numberForm])

    @Test(arguments: [(11.0, NodeID("lon")), (10, "nho")])
    func `an exclusive gateway takes the way whose condition holds, else the default`(
        n: Double, way: NodeID
    ) throws {
        var story = try EngineStory.begun(choice)
        try story.complete("a", by: "an", n: n)
        #expect(story.open == [way])
    }

    let both = version(
        [
            step("a"), node("p", .gateway(.parallel)), step("b"), step("c", post("binh", "motcua")),
            node("j", .gateway(.parallel)), step("d"),
        ], ["s a p b j d e", "p c j"])

    @Test func `a parallel split gives each branch its own holder and the join waits for both`()
        throws
    {
        var story = try EngineStory.begun(both)
        try story.complete("a", by: "an")
        #expect(story.open == ["b", "c"])
        #expect(story.item("c")?.holder == "binh")
        try story.complete("c", by: "binh")
        #expect(story.open == ["b"])
        try story.complete("b", by: "an")
        #expect(story.open == ["d"])
        #expect(story.state?.tokens.map(\.scopes) == [[]])
    }

    let some = version(
        [
            step("a", form: "so"), node("i", .gateway(.inclusive)), step("b"), step("c"), step("d"),
            node("j", .gateway(.inclusive)), step("z"),
        ], ["s a i d j z e", "b j", "c j"],
        when: [whenNumber("i", "b", above: 1), whenNumber("i", "c", above: 2)],
        forms: [numberForm])

    @Test(arguments: [(0.0, ["d"]), (2, ["b"]), (3, ["b", "c"])] as [(Double, [NodeID])])
    func `an inclusive join waits for exactly the ways that were taken`(
        n: Double, ways: [NodeID]
    ) throws {
        var story = try EngineStory.begun(some)
        try story.complete("a", by: "an", n: n)
        #expect(story.open == ways)
        for way in ways {
            #expect(!story.open.contains("z"))
            try story.complete(way, by: "an")
        }
        #expect(story.open == ["z"])
    }

    @Test func `a join inside a branch does not wait for a branch outside it`() throws {
        // The outer block lies in a loop, so the outer branch could come round to the inner join.
        let process = version(
            [
                node("m", .gateway(.exclusive)), node("p", .gateway(.parallel)),
                node("q", .gateway(.parallel)), step("b1"), step("b2"),
                node("k", .gateway(.parallel)), step("b3"), step("c"),
                node("j", .gateway(.parallel)),
                step("d", form: "so"), node("x", .gateway(.exclusive)),
            ], ["s m p q b1 k b3 j d x e", "q b2 k", "p c j"],
            when: [whenNumber("x", "m", above: 0)], forms: [numberForm])
        var story = try EngineStory.begun(process)
        for round in [1.0, 0] {
            try story.complete("b1", by: "an")
            try story.complete("b2", by: "an")
            #expect(story.open == ["b3", "c"])
            try story.complete("b3", by: "an")
            try story.complete("c", by: "an")
            try story.complete("d", by: "an", n: round)
        }
        #expect(story.state?.isEnded == true)
    }

    @Test func `a branch that ends by itself does not hold up the others`() throws {
        let process = version(
            [
                node("p", .gateway(.parallel)), step("b"), step("c", form: "so"),
                node("x", .gateway(.exclusive)), node("j", .gateway(.parallel)), step("d"),
            ], ["s p b j d e", "p c x j"], when: [whenNumber("x", "e", above: 0)],
            forms: [numberForm])
        var story = try EngineStory.begun(process)
        try story.complete("b", by: "an")
        #expect(story.open == ["c"])
        try story.complete("c", by: "an", n: 1)
        #expect(story.open == ["d"])
    }

    @Test func `an end with another outcome ends all branches`() throws {
        let process = version(
            [
                node("p", .gateway(.parallel)), step("b"), step("c"), node("t", .end(.refused)),
            ], ["s p b e", "p c t"])
        var story = try EngineStory.begun(process)
        try story.complete("c", by: "an")
        #expect(story.state?.outcome == .refused)
        #expect(story.clock == [.received, .refused])
    }

    @Test func `a loop runs until its condition lets go`() throws {
        let process = version(
            [step("a", form: "so"), node("x", .gateway(.exclusive))], ["s a x e"],
            when: [whenNumber("x", "a", above: 0)], forms: [numberForm])
        var story = try EngineStory.begun(process)
        for n in [3.0, 2, 1] {
            try story.complete("a", by: "an", n: n)
            #expect(story.open == ["a"])
        }
        try story.complete("a", by: "an", n: 0)
        #expect(story.state?.records.count == 4)
        #expect(story.state?.isEnded == true)
    }
}
