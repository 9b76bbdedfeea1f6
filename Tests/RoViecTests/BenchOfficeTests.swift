// The office of the measure is an office like any other: its process is clear, and each piece of
// work has somebody who does it.

import Engine
import Office
import ProcessModel
import Testing
import WorkTime

@testable import RoViec

struct BenchOfficeTests {
    @Test func `the process passes the gate`() {
        let gate = ClarityGate(
            today: BenchOffice.opening.day, catalogue: ProcessCatalogue([BenchOffice.version]),
            roster: nil)
        let found = gate.check(BenchOffice.version).filter { $0.severity == .error }
        #expect(found.isEmpty, "\(found.map(\.message.en))")
    }

    @Test func `six pieces of work lie on the way of approval, and one on that of refusal`() {
        let steps = BenchOffice.version.nodes.filter { $0.step != nil }
        #expect(steps.count == BenchOffice.works.count + 1)
        #expect(BenchOffice.works.map(\.item.rawValue) == Array(1...6))
        #expect(BenchOffice.works.count { !$0.fields.isEmpty } == 1)
        let graph = ProcessGraph(BenchOffice.version)
        #expect(graph.dangling.isEmpty)
        #expect(graph.starts.count == 1 && graph.ends.count == 2)
        let reached = graph.reached(from: graph.starts)
        #expect(!reached.contains(false))
    }

    @Test(arguments: [false, true])
    func `every desk has its person and its head`(apart: Bool) {
        var people: Set<PersonID> = []
        var units: [UnitID: [String]] = [:]
        var posts: [UnitID: Int] = [:]
        for command in BenchOffice.organisation(apart: apart) {
            switch command {
            case .createUnit(let unit): units[unit.id] = unit.functions
            case .createPosition(let position): posts[position.unit, default: 0] += 1
            case .addPerson(let person): #expect(people.insert(person.id).inserted)
            default: continue
            }
        }
        for desk in BenchOffice.Desk.allCases {
            #expect(people.contains(desk.person))
            #expect(units.values.count { $0.contains(desk.rawValue) } == 1)
        }
        // The office itself and, apart, a unit for each desk.
        #expect(units.count == (apart ? 5 : 2))
        #expect(posts.values.sorted() == (apart ? [2, 2, 2, 2] : [5]))
    }

    @Test func `each request is another one`() {
        let intakes = (0..<20).map(BenchOffice.intake)
        #expect(Set(intakes).count == 20)
        #expect(intakes.allSatisfy { $0.process == BenchOffice.process })
    }
}
