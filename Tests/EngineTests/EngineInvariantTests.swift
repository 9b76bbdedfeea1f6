// The checker of invariants must see what it is for: each state here is broken by hand.

import ProcessModel
import Testing
import WorkTime

@testable import Engine

struct EngineInvariantTests {
    static let process = version(
        [step("a"), step("b", post("chi", "tuphap"))], ["s a b e"])

    /// The second step is on offer.
    func sound() throws -> Instance {
        var story = try EngineStory.begun(Self.process)
        try story.complete("a", by: "an")
        return try #require(story.state)
    }

    @Test func `a sound state has nothing to find`() throws {
        #expect(try sound().violations(Self.process) == [])
    }

    typealias Breaking = @Sendable (inout Instance) -> Void

    static let breakings: [(violation: String, breaking: Breaking)] = [
        ("no focal point", { $0.focalPoint = "" }),
        ("item 2 has no holder", { $0.items[0].holder = "" }),
        ("item 2 has no unit", { $0.items[0].unit = "" }),
        ("item 2 is offered to its holder", { $0.items[0].holder = "chi" }),
        ("item 2 is on offer without a handover", { $0.items[0].handover = nil }),
        ("two items of one number", { $0.items.append($0.items[0]) }),
        ("an item has a number that was not given out", { $0.lastItem = 1 }),
        ("item 2 stands on no token at b", { $0.tokens[0].node = "a" }),
        ("token 1 is lost at b", { $0.items = [] }),
        ("nobody has anything to do", { $0.items = [] }),
        ("ended, but work is open", { $0.outcome = .finished }),
        ("ended and without tokens must agree", { $0.tokens = [] }),
        ("outcome and time of the end disagree", { $0.endedAt = minute("09:00") }),
        ("ended, but the clock runs on", { $0.outcome = .finished }),
        ("the clock does not begin with receipt", { $0.clock = [] }),
        ("the clock ended twice", { $0.clock += [done, done] }),
        ("handover 0 is pending without work", { $0.items[0].handover = 1 }),
        ("handover 0: answer and its time disagree", { $0.handovers[0].state = .accepted }),
        ("handover 0 names a step that is not recorded", { $0.records = [] }),
        (
            "item 2 is stopped, but the clock is not: x",
            { $0.items[0].stops = [ItemStop(kind: .dutyAsked, cause: "x", since: minute("08:00"))] }
        ),
        (
            "item 2: stops and their beginning disagree",
            { $0.items[0].stoppedSince = minute("08:00") }
        ),
    ]

    @Test(arguments: breakings.indices)
    func `a broken state is named`(index: Int) throws {
        var state = try sound()
        Self.breakings[index].breaking(&state)
        let found = state.violations(Self.process)
        #expect(found.contains(Self.breakings[index].violation), "\(found)")
    }

    static let done = ClockEvent(.finished, at: minute("10:00"))

    @Test func `events that name nothing change nothing`() throws {
        let state = try sound()
        let changes: [EngineChange] = [
            .tokenMoved(token: 9, to: "a"), .tokenSplit(token: 9, to: ["a"]), .tokensJoined([9]),
            .itemClosed(9, event: nil), .stepCompleted(9, product: ""),
            .handoverReturned(9, reason: ""), .holderChanged(9, to: "an", unit: "u", reason: ""),
            .timerFired(9, kind: .due, node: "a"), .callStarted(9, "x"),
        ]
        for change in changes {
            var other = state
            let event = EngineEvent(at: minute("09:00"), actor: Actor("an"), change: change)
            EngineRules.apply(event, to: &other)
            #expect(other == state, "\(change)")
        }
        #expect(EngineRules.replay([]) == nil)
    }
}
