// Random valid processes, built of blocks: choices, branches, loops, waits, timers, calls.

import Engine
import ProcessModel
import WorkTime

struct EngineRandomGraph {
    private var chance: EngineChance
    private var nodes: [Node] = []
    private var flows: [Flow] = []
    private var forms: [Form] = []
    private var steps: [NodeID] = []
    private var count = 0

    init(seed: UInt64) { chance = EngineChance(seed: seed) }

    static func version(seed: UInt64) -> ProcessVersion {
        var graph = EngineRandomGraph(seed: seed)
        let start = graph.add("s", .start)
        let (entry, exit) = graph.sequence(depth: 1 + Int(seed % 3))
        let end = graph.add("e", .end(.finished))
        graph.flow(start, entry)
        graph.flow(exit, end)
        return ProcessVersion(
            code: "NGAU-NHIEN", title: "Quy trình ngẫu nhiên \(seed)", kind: .procedure,
            ownerUnit: "motcua", forms: graph.forms, nodes: graph.nodes, flows: graph.flows)
    }

    private typealias Block = (entry: NodeID, exit: NodeID)

    @discardableResult
    private mutating func add(_ prefix: String, _ kind: NodeKind) -> NodeID {
        count += 1
        let id = NodeID("\(prefix)\(count)")
        nodes.append(Node(id: id, title: id.rawValue, kind: kind))
        return id
    }

    private mutating func flow(_ from: NodeID, _ to: NodeID, _ condition: Condition? = nil) {
        flows.append(Flow(from: from, to: to, condition: condition))
    }

    private mutating func sequence(depth: Int) -> Block {
        let first = block(depth: depth)
        var exit = first.exit
        for _ in 0..<chance.below(3) {
            let next = block(depth: depth)
            flow(exit, next.entry)
            exit = next.exit
        }
        return (first.entry, exit)
    }

    private mutating func block(depth: Int) -> Block {
        if depth == 0 { return single(chance.below(3) == 0 ? chance.below(5) : 0) }
        switch chance.below(9) {
        case 0: return choice(depth: depth)
        case 1, 2: return parallel(depth: depth)
        case 3: return inclusive(depth: depth)
        case 4: return loop(depth: depth)
        case 5: return event(depth: depth)
        case 6: return single(1 + chance.below(4))
        default: return single(0)
        }
    }

    private mutating func single(_ kind: Int) -> Block {
        let id: NodeID
        switch kind {
        case 1: id = add("w", .wait(wait()))
        case 2: id = add("t", .timer(.workingMinutes(1 + chance.below(600))))
        case 3: id = add("c", .call(Call(process: "KHAC", unit: .function("thue"))))
        case 4: id = add("m", .service(action: "báo tin"))
        default: id = step(form: nil)
        }
        return (id, id)
    }

    private mutating func wait() -> Wait {
        let clock = chance.pick([ClockEffect.run, .pause, .restart], or: .run)
        return Wait(party: .applicant, reason: "bổ sung", clock: clock)
    }

    private mutating func step(form: String?) -> NodeID {
        let unit = chance.pick(["motcua", "tuphap", "lanhdao"], or: "motcua")
        let posts: [Performer] = [
            post("an", "motcua"), post("dung", "tuphap"), post("khanh", "lanhdao"),
            .head(of: .code(unit)), .member(of: .code(unit)), .focalPoint, .applicant,
            post("khuyet", unit), .performer(of: chance.pick(steps, or: "s1")),
        ]
        let times: [StepTime?] = [
            nil, .withinTotal, .term(.workingMinutes(30)), .term(.workingDays(2)),
            .term(.halfDays(1)), .term(.calendarDays(3)),
        ]
        let clocks: [ClockEffect] = [.run, .run, .run, .pause, .resume, .pauseAndResume]
        let back = chance.percent(40) ? [chance.pick(steps, or: "s1")] : []
        let id = add(
            "b",
            .step(
                Step(
                    performer: chance.pick(posts, or: .focalPoint), work: "làm việc",
                    product: chance.percent(30) ? "văn bản" : "", form: form,
                    time: chance.pick(times, or: nil), clock: chance.pick(clocks, or: .run),
                    marksDone: chance.percent(3), returnsTo: back)))
        steps.append(id)
        return id
    }

    /// A step that asks for a number from 0 to 9, by which the ways behind it are chosen.
    private mutating func asking() -> (NodeID, key: String) {
        let key = "n\(forms.count)"
        let field = FormField(key: key, label: key, type: .number, required: true)
        forms.append(Form(code: "m\(forms.count)", title: key, fields: [field]))
        return (step(form: forms[forms.count - 1].code), key)
    }

    private mutating func choice(depth: Int) -> Block {
        let (ask, key) = asking()
        let split = add("x", .gateway(.exclusive))
        let merge = add("x", .gateway(.exclusive))
        flow(ask, split)
        let way = sequence(depth: depth - 1)
        flow(split, way.entry, .compare(key, .less, .number(5)))
        flow(way.exit, merge)
        flow(split, merge)
        return (ask, merge)
    }

    private mutating func parallel(depth: Int) -> Block {
        let split = add("p", .gateway(.parallel))
        let join = add("p", .gateway(.parallel))
        for _ in 0..<2 + chance.below(2) {
            let way = sequence(depth: depth - 1)
            flow(split, way.entry)
            flow(way.exit, join)
        }
        return (split, join)
    }

    private mutating func inclusive(depth: Int) -> Block {
        let (ask, key) = asking()
        let split = add("i", .gateway(.inclusive))
        let join = add("i", .gateway(.inclusive))
        flow(ask, split)
        for limit in [3.0, 6, 8] {
            let way = sequence(depth: depth - 1)
            flow(split, way.entry, .compare(key, .less, .number(limit)))
            flow(way.exit, join)
        }
        flow(split, join)
        return (ask, join)
    }

    /// Goes round while the number is below 4.
    private mutating func loop(depth: Int) -> Block {
        let merge = add("x", .gateway(.exclusive))
        let body = sequence(depth: depth - 1)
        let (ask, key) = asking()
        let split = add("x", .gateway(.exclusive))
        let out = add("x", .gateway(.exclusive))
        flow(merge, body.entry)
        flow(body.exit, ask)
        flow(ask, split)
        flow(split, merge, .compare(key, .less, .number(4)))
        flow(split, out)
        return (merge, out)
    }

    private mutating func event(depth: Int) -> Block {
        let split = add("v", .gateway(.event))
        let merge = add("x", .gateway(.exclusive))
        let waiting = add("w", .wait(wait()))
        let timer = add("t", .timer(.workingDays(1 + chance.below(3))))
        for first in [waiting, timer] {
            let way = sequence(depth: depth - 1)
            flow(split, first)
            flow(first, way.entry)
            flow(way.exit, merge)
        }
        return (split, merge)
    }
}
