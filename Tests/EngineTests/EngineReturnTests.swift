// Work sent back to an earlier step, in its branch and out of it.

import Engine
import ProcessModel
import Testing
import WorkTime

struct EngineReturnTests {
    @Test func `work goes back to whoever did the earlier step, with a reason`() throws {
        let process = version(
            [step("a"), step("b", post("chi", "tuphap"), returnsTo: ["a"])], ["s a b e"])
        var story = try EngineStory.begun(process)
        try story.perform(.handOver(1, to: "binh", reason: "đông việc"), by: "an")
        try story.complete("a", by: "binh")
        try story.accept("b", by: "chi")
        #expect(story.refusal(.sendBack(2, to: "a", reason: ""), by: "chi") == .reasonMissing)
        #expect(
            story.refusal(.sendBack(2, to: "z", reason: "x"), by: "chi") == .unknownNode("z"))
        #expect(
            story.refusal(.sendBack(2, to: "b", reason: "x"), by: "chi")
                == .mayNotReturnThere("b"))
        try story.perform(.sendBack(2, to: "a", reason: "sai tên"), by: "chi")
        #expect(story.item("a")?.offer?.person == "binh")
        #expect(story.item("a")?.holder == "chi")
        try story.accept("a", by: "binh")
        try story.complete("a", by: "binh")
        #expect(story.open == ["b"])
        #expect(story.state?.records.map(\.isCompleted) == [true, false, true])
    }

    @Test func `what was never completed cannot be gone back to`() throws {
        let process = version(
            [
                node("x", .gateway(.exclusive)), step("a"), step("b"),
                step("c", returnsTo: ["a", "b"]),
            ], ["s x b c e", "a c"],
            when: [Flow(from: "x", to: "a", condition: .isSet("n"))])
        var story = try EngineStory.begun(process)
        try story.complete("b", by: "an")
        let command = EngineCommand.sendBack(story.id("c"), to: "a", reason: "x")
        #expect(story.refusal(command, by: "an") == .mayNotReturnThere("a"))
    }

    /// `a`, then `b b2` beside `c`, then `d`.
    let branches = version(
        [
            step("a"), node("p", .gateway(.parallel)), step("b"),
            step("b2", returnsTo: ["a", "b", "c"]), step("c", post("binh", "motcua")),
            node("j", .gateway(.parallel)), step("d", returnsTo: ["b"]),
        ], ["s a p b b2 j d e", "p c j"])

    func inBranch() throws -> EngineStory {
        var story = try EngineStory.begun(branches)
        try story.complete("a", by: "an")
        try story.complete("b", by: "an")
        return story
    }

    @Test func `going back inside a branch leaves the other branch alone`() throws {
        var story = try inBranch()
        try story.perform(.sendBack(story.id("b2"), to: "b", reason: "sửa"), by: "an")
        #expect(story.open == ["b", "c"])
    }

    @Test func `going back before the split makes the other branches void`() throws {
        var story = try inBranch()
        try story.perform(.sendBack(story.id("b2"), to: "a", reason: "sửa"), by: "an")
        #expect(story.open == ["a"])
        #expect(story.state?.tokens.count == 1)
        try story.complete("a", by: "an")
        #expect(story.open == ["b", "c"])
    }

    @Test func `a branch that waits for the citizen cannot be made void`() throws {
        var story = try inBranch()
        try story.perform(.askDuty(story.id("c"), reason: "lệ phí"), by: "binh")
        let command = EngineCommand.sendBack(story.id("b2"), to: "a", reason: "sửa")
        let item = story.id("c")
        #expect(story.refusal(command, by: "an") == .itemStopped(item, cause: "duty#1"))
    }

    @Test func `one branch cannot send work back into its sister`() throws {
        var story = try inBranch()
        try story.complete("c", by: "binh")
        let command = EngineCommand.sendBack(story.id("b2"), to: "c", reason: "sửa")
        #expect(story.refusal(command, by: "an") == .mayNotReturnThere("c"))
    }

    @Test func `back into one branch behind the join, the join waits for nobody else`() throws {
        var story = try inBranch()
        try story.complete("b2", by: "an")
        try story.complete("c", by: "binh")
        try story.perform(.sendBack(story.id("d"), to: "b", reason: "sửa"), by: "an")
        try story.complete("b", by: "an")
        try story.complete("b2", by: "an")
        #expect(story.open == ["d"])
    }
}
