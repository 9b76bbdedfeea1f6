// Times that came stay with the instance: whose work it was then, and when they were noted.

import Engine
import ProcessModel
import Testing
import WorkTime

struct EngineFiredTimerTests {
    private let two = version(
        [
            step("a", time: .term(.workingDays(3))),
            step("b", time: .term(.workingDays(1))),
        ], ["s a b e"])

    /// Lets every time come that has come by now.
    private func fire(_ story: inout EngineStory) throws {
        for timer in story.state?.timers ?? [] where timer.at <= story.now {
            try story.perform(.fireTimer(timer), by: "maychu")
        }
    }

    @Test func `a time that came names its holder, its unit and its moment`() throws {
        var story = try EngineStory.begun(two)
        let item = try #require(story.item("a"))
        let due = try #require(item.due)
        story.now = due
        try fire(&story)
        let fired = try #require(story.state?.firedTimers)
        #expect(fired.map(\.kind) == [.reminder, .due])
        #expect(fired.allSatisfy { $0.holder == item.holder && $0.unit == item.unit })
        #expect(fired.allSatisfy { $0.node == "a" && $0.at == due })
    }

    @Test func `each time is noted once, however often it is asked for`() throws {
        var story = try EngineStory.begun(two)
        let timers = try #require(story.state?.timers)
        story.now = minute("17:30", "2017-07-20")
        try fire(&story)
        try fire(&story)
        #expect(story.state?.firedTimers.count == timers.count)
        #expect(story.state?.timers.isEmpty == true)
    }

    @Test func `what came stays when the work goes on`() throws {
        var story = try EngineStory.begun(two)
        story.now = minute("08:00", "2017-07-10")
        try fire(&story)
        let before = try #require(story.state?.firedTimers)
        #expect(!before.isEmpty)
        try story.complete("a", by: "an")
        #expect(story.state?.firedTimers == before)
        story.now = minute("17:30", "2017-07-20")
        try fire(&story)
        let after = try #require(story.state?.firedTimers)
        #expect(Array(after.prefix(before.count)) == before)
        #expect(Set(after.dropFirst(before.count).map(\.node)) == ["b"])
    }

    @Test func `a time that came moves no clock and no holder`() throws {
        var story = try EngineStory.begun(two)
        let before = try #require(story.state)
        story.now = minute("17:30", "2017-07-20")
        try fire(&story)
        let after = try #require(story.state)
        #expect(after.clock == before.clock)
        #expect(after.holders == before.holders)
        #expect(after.items.map(\.due) == before.items.map(\.due))
        #expect(after.tokens == before.tokens)
    }
}
