// The organisation of the demo office as commands: units, positions, holders, substitutes,
// accounts.

import Engine
import WorkTime

extension Demo {
    /// Fixed points of the demo's history.
    enum Day {
        /// Invented people hold their positions from here: the term of the councils 2016-2021.
        static let appointed = DayNumber(trusted: 2016, 7, 1)
        static let substitutesFrom = DayNumber(trusted: 2017, 1, 1)
        static let substitutesThrough = DayNumber(trusted: 2018, 12, 31)
        static let processesInForce = DayNumber(trusted: 2017, 1, 1)
        static let firstReceipt = DayNumber(trusted: 2017, 1, 3)
        static let lastReceipt = DayNumber(trusted: 2017, 6, 30)
        /// The day on which the demo office opens for visitors.
        static let today = DayNumber(trusted: 2017, 8, 1)
    }

    /// One position with the invented person who holds it.
    struct Post: Sendable {
        let position: People.Position
        let person: People.Person
    }

    /// Builds the whole organisation; pure apart from reading the bundled tables.
    public static func organisationCommands() throws(DataError) -> [People.Command] {
        let wards = try Ward.all()
        let units = try units(wards: wards)
        let posts = try posts(wards: wards)
        var commands = units.map(People.Command.createUnit)
        commands += posts.map { .createPosition($0.position) }
        commands += posts.map { .addPerson($0.person) }
        commands += posts.map {
            .appoint(
                People.Holding(
                    position: $0.position.id, person: $0.person.id, from: Day.appointed))
        }
        commands += substitutions(among: posts, units: units).map(People.Command.substitute)
        return commands
    }

    /// All positions with their holders, district first, then ward by ward.
    static func posts(wards: [Ward]) throws(DataError) -> [Post] {
        let columns = ["unit", "code", "title", "head", "roles", "count", "account"]
        let district = try Table.load("positions-district", columns: columns).rows
        let ward = try Table.load("positions-ward", columns: columns).rows
        var blanks: [(position: People.Position, account: String)] = []
        for row in district {
            blanks += try positions(of: row, in: UnitID(row["unit"]), ending: "")
        }
        for place in wards {
            for row in ward {
                let unit = wardUnit(place.slug, row["unit"])
                blanks += try positions(of: row, in: unit, ending: "." + place.slug)
            }
        }
        var chance = Chance(seed: 2017, of: "roster")
        let names = try Names().roster(blanks.count, &chance)
        return zip(blanks, names).map { blank, name in
            Post(
                position: blank.position,
                person: People.Person(
                    id: PersonID(blank.account), name: name, account: blank.account,
                    isInvented: true))
        }
    }

    /// The positions of one row: as many as it counts, numbered from the second on.
    private static func positions(
        of row: Row, in unit: UnitID, ending: String
    ) throws(DataError) -> [(position: People.Position, account: String)] {
        var roles: [People.Role] = []
        for word in row["roles"].split(separator: " ") {
            guard let role = People.Role(rawValue: String(word)) else {
                throw .badValue(String(word), column: "roles", table: row.table)
            }
            roles.append(role)
        }
        return (1...max(1, try row.number("count"))).map { number in
            let mark = number == 1 ? "" : "\(number)"
            let position = People.Position(
                id: unit.rawValue + ":" + row["code"] + mark, unit: unit, code: row["code"],
                title: row["title"], isHead: row["head"] == "yes", roles: roles)
            return (position, account(row["account"], mark) + ending)
        }
    }

    /// `cv.qldt` becomes `cv2.qldt` for the second holder.
    private static func account(_ pattern: String, _ mark: String) -> String {
        guard let dot = pattern.firstIndex(of: ".") else { return pattern + mark }
        return pattern[..<dot] + mark + pattern[dot...]
    }

    /// Everybody has a standing substitute of the same unit: the next in its list, the last has the
    /// first. A unit of one person is covered by the head of its office's clerical unit.
    static func substitutions(among posts: [Post], units: [People.Unit]) -> [People.Substitution] {
        let byUnit = Dictionary(grouping: posts, by: \.position.unit)
        let parents = Dictionary(uniqueKeysWithValues: units.map { ($0.id, $0.parent) })
        var substitutions: [People.Substitution] = []
        for unit in units {
            let members = byUnit[unit.id] ?? []
            for (index, member) in members.enumerated() {
                let next = members[(index + 1) % members.count]
                let alone = members.count == 1
                guard
                    let cover = alone ? deputy(of: unit.id, parents, byUnit) : next.person.id,
                    cover != member.person.id
                else { continue }
                substitutions.append(
                    People.Substitution(
                        absent: member.person.id, substitute: cover, unit: unit.id,
                        from: Day.substitutesFrom, through: Day.substitutesThrough,
                        reason: "Phân công thay thế thường xuyên (NĐ 61/2018/NĐ-CP Đ12k8)"))
            }
        }
        return substitutions
    }

    /// Somebody of the unit above, or of the unit above that.
    private static func deputy(
        of unit: UnitID, _ parents: [UnitID: UnitID?], _ posts: [UnitID: [Post]]
    ) -> PersonID? {
        var above = parents[unit] ?? nil
        while let id = above {
            if let post = posts[id]?.last { return post.person.id }
            above = parents[id] ?? nil
        }
        return nil
    }
}

extension DayNumber {
    /// A date written in the source of this file's own constants; 1970-01-01 if there is no such.
    init(trusted year: Int, _ month: Int, _ day: Int) {
        self = DayNumber(year: year, month: month, day: day) ?? DayNumber(rawValue: 0)
    }
}
