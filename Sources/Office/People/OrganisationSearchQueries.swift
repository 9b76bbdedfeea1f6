// Finding people and units of the organisation by a few words, without marks.

import Engine
import Ledger
import WorkTime

extension People {
    /// A person in a position, as the search finds them.
    public struct FoundPerson: Hashable, Sendable, Encodable {
        public var person: PersonName
        public var title: String
        public var unit: UnitName
    }

    /// What a search of the organisation found on a day.
    public struct Found: Hashable, Sendable, Encodable {
        public var search: String
        public var on: DayNumber
        public var units: [UnitNode]
        public var people: [FoundPerson]
        /// There was more than is shown: fewer would be found by more words.
        public var hasMore: Bool
    }

    static let foundMaximum = 40
}

extension DeskReading {
    /// Units by name or code, people by name, position and unit; every word must be found. The
    /// organisation is open to everybody who has signed in.
    func searchOrganisation(
        _ search: String, for viewer: Viewer, on day: DayNumber
    ) throws -> People.Found {
        let organisation = try organisation()
        let words = Folding.fold(search).split(separator: " ").prefix(8).map(String.init)
        let units = organisation.units.values
            .filter { unit in
                unit.exists(on: day)
                    && words.isFound(in: "\(unit.name) \(unit.nameEnglish) \(unit.code)")
            }
            .sorted {
                ($0.name.count, $0.name, $0.id.rawValue) < ($1.name.count, $1.name, $1.id.rawValue)
            }
        let people = organisation.foundPeople(words, on: day)
        return People.Found(
            search: search, on: day,
            units: units.prefix(People.foundMaximum).map { organisation.leaf($0, on: day) },
            people: Array(people.prefix(People.foundMaximum)),
            hasMore: units.count > People.foundMaximum || people.count > People.foundMaximum)
    }
}

extension People.Organisation {
    /// Those whose own name holds all words first, then those whose position is called so, then
    /// those found by name, position and unit together.
    fileprivate func foundPeople(_ words: [String], on day: DayNumber) -> [People.FoundPerson] {
        let phrase = words.joined(separator: " ")
        var byName: [People.FoundPerson] = []
        var byTitle: [People.FoundPerson] = []
        var byPlace: [People.FoundPerson] = []
        for person in people.values {
            for position in positions(of: person.id, on: day) {
                let unit = units[position.unit]?.name ?? ""
                let found = People.FoundPerson(
                    person: .init(id: person.id, name: person.name), title: position.title,
                    unit: .init(id: position.unit, name: unit))
                if words.isFound(in: person.name) {
                    byName.append(found)
                } else if " \(Folding.fold(position.title)) ".contains(" \(phrase) ") {
                    byTitle.append(found)
                } else if words.isFound(in: "\(person.name) \(position.title) \(unit)") {
                    byPlace.append(found)
                }
            }
        }
        return [byName, byTitle, byPlace].flatMap {
            $0.sorted(by: People.FoundPerson.stands(_:before:))
        }
    }
}

extension People.FoundPerson {
    fileprivate static func stands(_ one: Self, before other: Self) -> Bool {
        (one.person.name, one.title, one.unit.name, one.person.id.rawValue)
            < (other.person.name, other.title, other.unit.name, other.person.id.rawValue)
    }
}

extension [String] {
    /// Whether all words, folded already, begin words of a text.
    fileprivate func isFound(in text: String) -> Bool {
        if isEmpty { return false }
        let folded = " " + Folding.fold(text)
        return allSatisfy { folded.contains(" \($0)") }
    }
}
