// A small invented office for the tests of the engine: three units, seven people, posts by name.

import Engine
import ProcessModel
import WorkTime

/// People and units. All names are invented.
struct EngineTestOffice {
    var units: [PersonID: UnitID] = [
        "an": "motcua", "binh": "motcua", "chi": "tuphap", "dung": "tuphap", "giang": "lanhdao",
        "ha": "tuphap", "khanh": "lanhdao",
    ]
    var heads: [UnitID: PersonID] = ["motcua": "an", "tuphap": "chi", "lanhdao": "giang"]
    /// The post `khuyet` is filled by this person, or by nobody.
    var vacantPost: PersonID?
    /// Who stands in for whom.
    var substitutions: [PersonID: PersonID] = ["dung": "chi"]
    /// May act on anything, as the head of the office.
    var chairman: PersonID = "chutich"

    var roster: Roster {
        let office = self
        return Roster(
            resolve: { performer, instance in office.assignment(performer, in: instance) },
            unitOf: { office.units[$0] },
            headOf: { office.heads[$0] },
            mayAct: { actor, _ in
                guard let other = actor.onBehalfOf else { return actor.person == office.chairman }
                return office.substitutions[actor.person] == other
            })
    }

    private func assignment(_ performer: Performer, in instance: Instance) -> Assignment? {
        // Nobody has done that step yet, or that person has left: the focal point does it.
        if case .performer = performer, let unit = units[instance.focalPoint] {
            return Assignment(unit: unit, person: instance.focalPoint)
        }
        guard case .code(let code)? = performer.unit else { return nil }
        let unit = UnitID(code)
        guard let head = heads[unit] else { return nil }
        switch performer {
        case .position("khuyet", _):
            return vacantPost.map { Assignment(unit: units[$0] ?? unit, person: $0) }
        case .position(let name, _):
            let person = PersonID(name)
            return units[person] == unit ? Assignment(unit: unit, person: person) : nil
        case .head: return Assignment(unit: unit, person: head)
        case .member: return Assignment(unit: unit, person: head, needsTaking: true)
        case .focalPoint, .performer, .applicant, .body: return nil
        }
    }
}

/// A post in a unit, by the name of its holder.
func post(_ name: String, _ unit: String) -> Performer { .position(name, in: .code(unit)) }

func node(_ id: NodeID, _ kind: NodeKind) -> Node { Node(id: id, title: id.rawValue, kind: kind) }

/// A step of a person of the one-stop unit unless said otherwise.
func step(
    _ id: NodeID, _ performer: Performer? = post("an", "motcua"), time: StepTime? = nil,
    product: String = "", form: String? = nil, clock: ClockEffect = .run, marksDone: Bool = false,
    returnsTo: [NodeID] = [], controls: [NodeID] = []
) -> Node {
    let step = Step(
        performer: performer, work: "làm \(id)", product: product, form: form, time: time,
        clock: clock, marksDone: marksDone, returnsTo: returnsTo, controls: controls)
    return node(id, .step(step))
}

/// Flows along chains such as `"s a b e"`, and flows with conditions beside them.
func version(
    _ nodes: [Node], _ chains: [String], when conditions: [Flow] = [], forms: [Form] = []
) -> ProcessVersion {
    let start = node("s", .start)
    let end = node("e", .end(.finished))
    var flows: [Flow] = []
    for chain in chains {
        let ids = chain.split(separator: " ").map { NodeID(String($0)) }
        flows += zip(ids, ids.dropFirst()).map { Flow(from: $0, to: $1) }
    }
    return ProcessVersion(
        code: "THU-01", title: "Quy trình thử", kind: .procedure, ownerUnit: "motcua",
        forms: forms, nodes: [start] + nodes + [end], flows: conditions + flows)
}

/// A form with one required number `n`.
let numberForm = Form(
    code: "so", title: "Số",
    fields: [
        FormField(key: "n", label: "Số lượng", type: .number, required: true)
    ])

func whenNumber(_ from: NodeID, _ to: NodeID, above limit: Double) -> Flow {
    Flow(from: from, to: to, condition: .compare("n", .greater, .number(limit)))
}
