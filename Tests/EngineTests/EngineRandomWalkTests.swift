// Random processes walked at random: after every accepted command the invariants hold and replay
// gives the live state; refused commands change nothing; the end can always be reached.

import Engine
import ProcessModel
import Testing
import WorkTime

struct EngineRandomWalkTests {
    /// Ten walks of at least a thousand accepted commands each.
    @Test(arguments: 0..<10)
    func `a thousand transitions keep the invariants and replay the same`(shard: Int) throws {
        var done = 0
        var ended = 0
        var seed = UInt64(shard) << 32
        while done < 1_000 {
            seed += 1
            var walk = try EngineRandomWalk(seed: seed)
            try walk.wander(steps: 30)
            var driver = EngineFairDriver(story: walk.story)
            let isOver = driver.drive(limit: 500)
            #expect(isOver, "seed \(seed): no way to the end from \(driver.story.open)")
            #expect(driver.story.state?.items == [], "seed \(seed)")
            expectClock(driver.story, seed: seed)
            let incidents = driver.story.incidents.subtracting([.noPerformer, .handoverReturned])
            #expect(incidents == [], "seed \(seed)")
            done += driver.story.accepted
            ended += isOver ? 1 : 0
        }
        #expect(ended > 5)
    }

    /// What the engine records of time can be read by the two clocks.
    private func expectClock(_ story: EngineStory, seed: UInt64) {
        do {
            _ = try DossierClock.read(
                story.state?.clock ?? [], policy: ClockPolicy(term: .workingDays(10)),
                calendar: .vietnam)
        } catch {
            Issue.record("seed \(seed): \(error)")
        }
    }

    @Test func `the same seed gives the same process and the same walk`() throws {
        var one = try EngineRandomWalk(seed: 7)
        var two = try EngineRandomWalk(seed: 7)
        try one.wander(steps: 20)
        try two.wander(steps: 20)
        #expect(one.story.process == two.story.process)
        #expect(one.story.events == two.story.events)
        #expect(EngineRandomGraph.version(seed: 8) != one.story.process)
    }

    @Test func `random walks meet refusals and every kind of event`() throws {
        var refused = 0
        var met: Set<String> = []
        for seed in 0..<80 {
            var walk = try EngineRandomWalk(seed: UInt64(1_000 + seed))
            try walk.wander(steps: 40)
            var driver = EngineFairDriver(story: walk.story)
            _ = driver.drive(limit: 500)
            refused += walk.refused
            for event in driver.story.events {
                met.insert(String("\(event.change)".prefix { $0 != "(" }))
            }
        }
        #expect(refused > 300)
        let all: Set = [
            "started", "fieldsFilled", "tokenMoved", "tokenSplit", "tokensJoined", "tokenEnded",
            "tokensWithdrawn", "itemOpened", "itemReopened", "handoverOffered",
            "handoverAccepted", "handoverReturned", "holderChanged", "stepCompleted",
            "stepSentBack", "clockMarked", "dueMoved", "timerFired", "itemClosed",
            "serviceRequested", "callRequested", "callStarted", "callEnded",
            "focalPointChanged", "ended",
        ]
        #expect(all.subtracting(met) == [])
    }

    @Test func `every kind of node occurs in the random processes`() {
        var kinds: Set<String> = []
        for seed in 0..<100 {
            for node in EngineRandomGraph.version(seed: UInt64(seed)).nodes {
                kinds.insert(String(node.id.rawValue.prefix(1)))
            }
        }
        #expect(kinds == ["s", "e", "b", "w", "t", "c", "m", "x", "p", "i", "v"])
    }
}
