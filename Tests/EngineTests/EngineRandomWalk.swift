// One random instance: sensible commands mixed with hostile ones.

import Engine
import Foundation
import ProcessModel
import Testing
import WorkTime

struct EngineRandomWalk {
    let seed: UInt64
    private var chance: EngineChance
    private(set) var story: EngineStory
    private(set) var refused = 0

    var accepted: Int { story.accepted }

    init(seed: UInt64) throws {
        self.seed = seed
        chance = EngineChance(seed: seed)
        story = try EngineStory.begun(EngineRandomGraph.version(seed: seed))
    }

    mutating func wander(steps: Int) throws {
        for _ in 0..<steps {
            let items = story.state?.items ?? []
            if items.isEmpty { return }
            let item = items[chance.below(items.count)]
            story.now = story.now + chance.below(400)
            story.office.vacantPost = chance.percent(70) ? "binh" : nil
            if chance.percent(30) {
                attempt(hostile(item), by: anybody(), at: story.now)
            } else {
                let driver = EngineFairDriver(story: story)
                var move = driver.move(for: item, number: Double(chance.below(10)))
                if chance.percent(30) { move = sidestep(item) }
                attempt(move.command, by: move.person, at: move.at)
            }
            if chance.percent(2) { try roundTrip() }
        }
    }

    /// Accepted or refused: a refusal must leave everything as it was.
    private mutating func attempt(_ command: EngineCommand, by person: PersonID, at: LocalMinute) {
        let before = story.state
        let count = story.events.count
        story.now = at
        do {
            try story.perform(command, as: Actor(person))
        } catch {
            refused += 1
            #expect(story.state == before && story.events.count == count, "seed \(seed): \(error)")
            #expect(!error.sentence.vi.isEmpty)
        }
    }

    private mutating func anybody() -> PersonID {
        chance.pick(["an", "binh", "chi", "dung", "giang", "ha", "khanh", "la", ""], or: "an")
    }

    /// What a holder may do beside completing.
    private mutating func sidestep(
        _ item: WorkItem
    ) -> (command: EngineCommand, person: PersonID, at: LocalMinute) {
        let now = story.now
        if let offer = item.offer {
            let back = EngineCommand.returnHandover(item.id, reason: "thiếu")
            return (chance.percent(60) ? back : .take(item.id), offer.person, now)
        }
        let returns = story.graph[item.node]?.step?.returnsTo ?? []
        let commands: [EngineCommand] = [
            .askSupplement(item.id, reason: "thiếu"), .askDuty(item.id, reason: "lệ phí"),
            .sendBack(item.id, to: chance.pick(returns, or: "s1"), reason: "sai"),
            .sendBack(item.id, to: chance.pick(returns, or: "s1"), reason: "sai"),
            .handOver(item.id, to: anybody(), reason: "bận"), .take(item.id),
            .assign(item.id, to: anybody()),
            .changeFocalPoint(anybody(), reason: "chuyển công tác"),
        ]
        let timer = item.timers.first
        if let timer, chance.percent(30) {
            return (.fireTimer(timer), "maychu", max(now, timer.at))
        }
        return (chance.pick(commands, or: .take(item.id)), item.holder, now)
    }

    /// Commands that mostly must be refused: wrong items, wrong people, wrong values.
    private mutating func hostile(_ item: WorkItem) -> EngineCommand {
        let id = WorkItemID(chance.pick([item.id.rawValue, 0, -1, 3, 999, .max], or: 0))
        let nodes = story.process.nodes.map(\.id)
        let node = chance.pick(nodes, or: "la")
        let timer = TimerEntry(item: id, kind: .elapsed, node: node, at: story.now)
        let commands: [EngineCommand] = [
            .start("hs9", focalPoint: nil, fields: [:]), .accept(id),
            .returnHandover(id, reason: ""), .take(id), .assign(id, to: anybody()),
            .handOver(id, to: anybody(), reason: ""),
            .complete(id, product: "", fields: ["la": .text("x"), "n0": .number(.nan)]),
            .complete(id, product: "", fields: [:]), .sendBack(id, to: node, reason: "x"),
            .sendBack(id, to: "la", reason: ""), .askSupplement(id, reason: ""),
            .receiveSupplement(id), .askDuty(id, reason: ""), .confirmDuty(id),
            .endWait(id, event: node), .linkCall(id, "hs9"), .endCall(id, .stopped),
            .fireTimer(timer), .retry(id, fields: ["n0": .text("x")]),
            .changeFocalPoint("la", reason: "x"), .close(.finished, reason: "x"),
            .close(.stopped, reason: ""),
        ]
        return chance.pick(commands, or: .accept(id))
    }

    /// The state survives being written and read.
    private func roundTrip() throws {
        let state = try #require(story.state)
        let data = try JSONEncoder().encode(state)
        #expect(try JSONDecoder().decode(Instance.self, from: data) == state, "seed \(seed)")
        let events = try JSONEncoder().encode(story.events)
        let read = try JSONDecoder().decode([EngineEvent].self, from: events)
        #expect(EngineRules.replay(read) == state, "seed \(seed)")
    }
}
