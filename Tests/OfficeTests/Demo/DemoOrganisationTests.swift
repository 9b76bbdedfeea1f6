// The demo organisation: whole, resolvable, and made of invented people.

import Engine
import Testing
import WorkTime

@testable import Office

@Suite struct DemoOrganisationTests {
    static func built() throws -> People.Organisation {
        var state = People.Organisation()
        let today = Demo.Day.firstReceipt
        for command in try Demo.organisationCommands() {
            for event in try People.decide(command, on: state, by: nil, today: today) {
                state.apply(event)
            }
        }
        return state
    }

    @Test func `The commands build an organisation without a refusal`() throws {
        let state = try Self.built()
        let committees = state.units.values.filter { $0.kind == .committee }
        #expect(committees.filter { $0.level == .ward }.count == 14)
        #expect(committees.filter { $0.level == .district }.count == 1)
        #expect(state.units.count == 26 + 14 * 13)
        #expect(state.people.count > 380)
    }

    @Test func `Every ward has the functions that its processes name`() throws {
        let state = try Self.built()
        let wanted = [
            "mot-cua", "tu-phap-ho-tich", "dia-chinh-xay-dung", "lao-dong-xa-hoi", "van-hoa",
            "tai-chinh", "lanh-dao", "van-thu", "van-phong", "quan-su", "cong-an",
        ]
        for office in state.units.values where office.kind == .committee && office.level == .ward {
            let functions = state.units(ofOffice: office.id, on: Demo.Day.firstReceipt)
                .flatMap(\.functions)
            for function in wanted {
                #expect(functions.count { $0 == function } == 1, "\(office.name): \(function)")
            }
        }
    }

    @Test func `Every unit with work has a head on each day of the history`() throws {
        let state = try Self.built()
        for day in [Demo.Day.firstReceipt, Demo.Day.lastReceipt, Demo.Day.today] {
            for unit in state.units.values {
                #expect(state.head(of: unit.id, on: day) != nil, "\(unit.name)")
                #expect(!state.members(of: unit.id, on: day).isEmpty, "\(unit.name)")
            }
        }
    }

    @Test func `One-stop officers and leaders have a standing substitute`() throws {
        let state = try Self.built()
        let covered = Set(
            state.substitutions.filter { $0.covers(Demo.Day.firstReceipt) }.map(\.absent))
        for position in state.positions.values
        where !Set(position.roles).isDisjoint(with: [.counter, .lead]) {
            for person in state.holders(of: position.id, on: Demo.Day.firstReceipt) {
                #expect(covered.contains(person), "\(position.title) \(person)")
            }
        }
    }

    @Test func `All people are invented, with names and accounts of their own`() throws {
        let people = try Self.built().people.values
        #expect(people.allSatisfy { $0.isInvented })
        #expect(Set(people.map(\.name)).count == people.count)
        #expect(Set(people.compactMap(\.account)).count == people.count)
        for word in ["Vũ Thu Hà", "Vũ Thị Thành", "Thế Dương", "Thanh Hải"] {
            #expect(!people.contains { $0.name.hasSuffix(word) }, "\(word)")
        }
    }

    @Test func `The suggested accounts exist and tell the kinds of work apart`() throws {
        let state = try Self.built()
        for suggestion in Demo.signIns {
            let person = PersonID(suggestion.account)
            #expect(state.people[person]?.account == suggestion.account)
            #expect(!state.positions(of: person, on: Demo.Day.today).isEmpty)
        }
        #expect(state.mayAdminister("quantri", Demo.Day.today))
    }

    @Test func `Units known from general knowledge alone stay marked`() throws {
        let state = try Self.built()
        #expect(state.units[UnitID("nv")]?.isConfirmed == true)
        #expect(state.units[UnitID("tp")]?.isConfirmed == false)
    }

    @Test func `Building twice gives the same events`() throws {
        #expect(try Self.built() == Self.built())
    }
}
