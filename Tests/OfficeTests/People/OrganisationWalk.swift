// A walk by chance through the commands of the organisation, and what must hold after each step.

import Engine
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// Draws commands over few names, so that they meet each other: many are refused.
struct OrganisationWalk {
    var state = People.Organisation()
    var chance: DossierTestChance
    private(set) var events: [People.Event] = []
    private(set) var refused: [String: Int] = [:]

    static let first = organisationDay("2016-01-01")

    init(seed: UInt64) { chance = DossierTestChance(seed: seed) }

    // MARK: Drawing

    private mutating func day() -> DayNumber { Self.first + chance.below(60) }

    private mutating func through() -> DayNumber? { chance.below(3) == 0 ? nil : day() }

    private mutating func unit() -> UnitID {
        chance.below(25) == 0
            ? chance.pick(["$", ""]) : chance.pick(["a", "b", "c", "d", "e", "f", "g"])
    }

    private mutating func position() -> String {
        chance.below(25) == 0
            ? chance.pick(["$x", ""]) : chance.pick(["1", "2", "3", "4", "5", "6", "7", "8", "9"])
    }

    mutating func person() -> PersonID {
        chance.below(25) == 0
            ? chance.pick(["$", ""]) : chance.pick(["an", "ba", "ca", "du", "em", "gi", "ho"])
    }

    mutating func command() -> People.Command {
        switch chance.below(16) {
        case 0, 1:
            let parent = chance.below(3) == 0 ? nil : unit()
            let kind = chance.pick(People.UnitKind.allCases)
            let unit = People.Unit(
                id: unit(), code: chance.pick(["X", "Y", "Z"]),
                name: chance.pick(["Một", "Hai", "Ba", "Bốn", "Năm", ""]), kind: kind, level: .ward,
                parent: parent, functions: [chance.pick(["mot-cua", "tu-phap"])], from: day(),
                through: through())
            return .createUnit(unit)
        case 2: return .closeUnit(unit(), through: day())
        case 3, 4:
            return .createPosition(
                .init(
                    id: position(), unit: unit(), code: chance.pick(["truong", "pho"]),
                    title: "Vị trí", isHead: chance.below(2) == 0,
                    roles: [chance.pick(People.Role.allCases)]))
        case 5, 6:
            let account = chance.below(2) == 0 ? nil : chance.pick(["mot", "hai", ""])
            return .addPerson(
                .init(
                    id: person(), name: chance.pick(["Người", "Ai", "Ai đó", ""]), account: account)
            )
        case 7: return .openAccount(person(), name: chance.pick(["mot", "hai", "ba", "bon", ""]))
        case 8, 9, 10, 11:
            return .appoint(
                .init(position: position(), person: person(), from: day(), through: through()))
        case 12, 13:
            return .endHolding(position: position(), person: person(), through: day())
        default:
            return .substitute(
                .init(
                    absent: person(), substitute: person(), unit: unit(), from: day(),
                    through: day(), reason: "nghỉ"))
        }
    }

    /// One command by the installer or by somebody; the state changes only when it is granted.
    mutating func step() {
        let command = command()
        let by = chance.below(5) == 0 ? person() : nil
        let today = day()
        do {
            let told = try People.decide(command, on: state, by: by, today: today)
            if let by {
                // Granted to a person: an administrator of the day, or a head naming.
                let names = if case .substitute = command { true } else { false }
                #expect(state.mayAdminister(by, today) || names)
            }
            for event in told { state.apply(event) }
            events += told
        } catch {
            refused[String(error.code), default: 0] += 1
        }
    }
}

// MARK: What must hold

extension People.Organisation {
    /// Every date range ends after it begins, every name points at something that is there.
    func expectSound() {
        for unit in units.values {
            #expect(unit.through.map { $0 >= unit.from } ?? true)
            #expect(unit.parent.map { units[$0] != nil } ?? true)
            #expect(!unit.name.isEmpty && !unit.id.rawValue.isEmpty)
            // Nothing hangs under itself, whatever the way.
            #expect(chain(from: unit.id).count <= units.count)
            #expect(chain(from: unit.id).last.map { units[$0]?.parent == nil } == true)
        }
        for position in positions.values { #expect(units[position.unit] != nil) }
        for holding in holdings {
            #expect(positions[holding.position] != nil && people[holding.person] != nil)
            #expect(holding.through.map { $0 >= holding.from } ?? true)
        }
        for (index, one) in holdings.enumerated() {
            for other in holdings[(index + 1)...]
            where one.person == other.person && one.position == other.position {
                #expect(!one.overlaps(other), "\(one) and \(other)")
            }
        }
        for substitution in substitutions {
            #expect(substitution.from <= substitution.through)
            #expect(substitution.absent != substitution.substitute)
            #expect(people[substitution.absent] != nil && people[substitution.substitute] != nil)
            #expect(units[substitution.unit] != nil)
        }
        let accounts = people.values.compactMap(\.account)
        #expect(Set(accounts).count == accounts.count && !accounts.contains(""))
    }

    /// The indexes say what a search through everything says.
    func expectIndexed(on day: DayNumber) {
        for id in units.keys {
            let office = chain(from: id).first { units[$0]?.kind == .committee }
            #expect(self.office(of: id) == office)
            let present = Set(subtree(of: id, on: day))
            for other in units.values {
                let isBelow = chain(from: other.id).contains(id) && other.exists(on: day)
                #expect(present.contains(other.id) == isBelow)
            }
            let held = holdings.filter { $0.covers(day) && positions[$0.position]?.unit == id }
            #expect(Set(members(of: id, on: day)) == Set(held.map(\.person)))
            #expect(members(of: id, on: day).count == Set(held.map(\.person)).count)
        }
        for id in positions.keys {
            let held = holdings.filter { $0.position == id && $0.covers(day) }.map(\.person)
            #expect(holders(of: id, on: day) == held)
            #expect(Set(held).count == held.count)
        }
        for id in people.keys {
            let held = holdings.filter { $0.person == id && $0.covers(day) }.map(\.position)
            #expect(positions(of: id, on: day).map(\.id) == held)
        }
        for (office, inside) in unitsOfOffice {
            #expect(inside.allSatisfy { officeOfUnit[$0] == office })
            #expect(Set(inside).count == inside.count)
        }
    }

    /// Work goes to somebody who is there, in a unit that is there.
    func expectAssigned(on day: DayNumber) {
        for office in unitsOfOffice.keys {
            for function in ["mot-cua", "tu-phap", "khong-co"] {
                for performer: Performer in [
                    .position("truong", in: .function(function)), .head(of: .function(function)),
                    .member(of: .function(function)),
                ] {
                    guard let found = assignment(of: performer, office: office, on: day) else {
                        continue
                    }
                    #expect(units[found.unit]?.exists(on: day) == true)
                    #expect(officeOfUnit[found.unit] == office)
                    #expect(!positions(of: found.person, on: day).isEmpty)
                    if found.needsTaking {
                        #expect(head(of: found.unit, on: day) == found.person)
                    }
                }
            }
        }
    }
}
