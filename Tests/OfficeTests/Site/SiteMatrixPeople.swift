// Everybody who asks in the matrix of rights: each role in each unit of two wards and a district,
// people with two posts, the staff that does the work, and what each of them may see, in the words
// of the office.

import Engine
import WorkTime

@testable import Office

/// A ward of the matrix: `s` lies under the district `d`, `p` does not.
enum SiteMatrixWard: String, CaseIterable, Sendable {
    case p, s

    var office: UnitID { UnitID(rawValue) }

    /// Where its dossiers of a birth come by.
    var units: Set<UnitID> { Set(["", ".mc", ".tp", ".kt"].map { UnitID(rawValue + $0) }) }

    /// Who does the work there: the people of ward A, and the same again in the other ward.
    func hand(_ name: String) -> PersonID { PersonID(self == .p ? name : "s-\(name)") }
}

struct SiteMatrixPost: Hashable, Sendable {
    let unit: UnitID
    let role: People.Role

    var office: UnitID { UnitID(String(unit.rawValue.prefix(1))) }
}

struct SiteMatrixPerson: Sendable, CustomStringConvertible {
    let id: PersonID
    /// The first one is what the person is called by.
    let posts: [SiteMatrixPost]

    init(_ posts: [SiteMatrixPost], id: PersonID? = nil) {
        self.posts = posts
        self.id =
            id ?? PersonID("ghe-" + posts.map { "\($0.unit)-\($0.role)" }.joined(separator: "-"))
    }

    var description: String { posts.map { "\($0.role) in \($0.unit)" }.joined(separator: " and ") }
    var office: UnitID { posts[0].office }

    /// New positions with new holders; the staff is there already.
    var commands: [People.Command] {
        let begin = organisationDay("2016-01-01")
        var commands: [People.Command] = [.addPerson(.init(id: id, name: "Người \(id)"))]
        for (number, post) in posts.enumerated() {
            let position = "\(id):\(number)"
            commands.append(
                .createPosition(
                    .init(
                        id: position, unit: post.unit, code: position, title: "Ghế",
                        roles: [post.role])))
            commands.append(.appoint(.init(position: position, person: id, from: begin)))
        }
        return commands
    }
}

// MARK: Who there is

extension SiteMatrixPerson {
    static let offices: [String: [UnitID]] = [
        "p": ["p", "p.tp"], "s": ["s", "s.tp"], "d": ["d", "d.mc"],
    ]

    /// Every role in every unit.
    static func seats(_ office: String) -> [SiteMatrixPerson] {
        (offices[office] ?? []).flatMap { unit in
            People.Role.allCases.map { SiteMatrixPerson([.init(unit: unit, role: $0)]) }
        }
    }

    private static let secondPosts: [SiteMatrixPost] = [
        .init(unit: "s.mc", role: .counter), .init(unit: "s", role: .lead),
        .init(unit: "s.tp", role: .head), .init(unit: "s", role: .figures),
        .init(unit: "d", role: .lead), .init(unit: "d.mc", role: .counter),
    ]

    /// A role in one office is none in the other.
    static let twofold: [SiteMatrixPerson] = secondPosts.flatMap { second in
        [
            SiteMatrixPerson([.init(unit: "p", role: .work), second]),
            SiteMatrixPerson([.init(unit: "p.tp", role: .work), second]),
        ]
    }

    private static let staffPosts: [(String, String, [People.Role])] = [
        ("anh", "", [.lead]), ("binh", ".mc", [.counter, .head]),
        ("chi", ".mc", [.counter, .work]),
        ("tam", ".tp", [.head, .work]), ("ha", ".tp", [.work]), ("ke", ".kt", [.work, .head]),
    ]

    /// Those of both wards who work on what the matrix looks at.
    static let staff: [SiteMatrixPerson] = SiteMatrixWard.allCases.flatMap { ward in
        staffPosts.map { name, unit, roles in
            SiteMatrixPerson(
                roles.map { .init(unit: UnitID(ward.rawValue + unit), role: $0) },
                id: ward.hand(name))
        }
    }

    static let groups = ["p", "s", "d", "twofold", "staff"]

    static func group(_ name: String) -> [SiteMatrixPerson] {
        switch name {
        case "twofold": twofold
        case "staff": staff
        default: seats(name)
        }
    }
}

// MARK: What they may

extension SiteMatrixPerson {
    func has(_ roles: People.Role...) -> Bool { posts.contains { roles.contains($0.role) } }

    func has(_ role: People.Role, inOffice office: UnitID) -> Bool {
        posts.contains { $0.role == role && $0.office == office }
    }

    /// Committees whose figures are open: of the own office, and of the wards of a district.
    var overseen: Set<UnitID> {
        Set(
            posts.filter { [.lead, .figures].contains($0.role) }.flatMap { post -> [UnitID] in
                post.office == "d" ? ["d", "s"] : [post.office]
            })
    }

    /// Leaders and readers of figures see their office and what lies under it, the counter what its
    /// office received, everybody the own unit.
    var visible: Set<UnitID> {
        var units = Set(posts.map(\.unit))
        for post in posts where post.role == .counter { units.insert(post.office) }
        for office in overseen {
            if office == "d" { units.formUnion(["d", "d.mc"]) }
            if let ward = SiteMatrixWard(rawValue: office.rawValue) {
                units.formUnion(ward.units)
                units.insert(UnitID("\(office).vp"))
            }
        }
        return units
    }

    /// Visible units in whose office one of the roles is held; who leads the district, or reads its
    /// figures, does so in the ward below it too.
    func units(where roles: Set<People.Role>) -> Set<UnitID> {
        visible.filter { unit in
            let office = unit.rawValue.prefix(1)
            return posts.contains { post in
                roles.contains(post.role)
                    && (post.office.rawValue == office
                        || (post.office == "d" && office == "s"
                            && [.lead, .figures].contains(post.role)))
            }
        }
    }

    /// Who answers for what others look at.
    static let answering: Set<People.Role> = [.head, .lead, .administer]
    var answeredUnits: Set<UnitID> { units(where: Self.answering) }

    func finds(_ ward: SiteMatrixWard) -> Bool { !visible.isDisjoint(with: ward.units) }

    func findsAtCounter(_ ward: SiteMatrixWard) -> Bool {
        visible.contains(ward.office) || visible.contains(UnitID("\(ward.rawValue).mc"))
    }

    func isClerk(_ office: UnitID) -> Bool { has(.counter, inOffice: office) }

    /// Whoever leads from the committee itself, or from the one above it.
    func leads(_ office: UnitID) -> Bool {
        posts.contains {
            $0.role == .lead && ($0.unit == office || (office == "s" && $0.unit == "d"))
        }
    }

    /// Lists of money and of deliveries.
    func readsCounter(_ office: UnitID) -> Bool { isClerk(office) || leads(office) }

    func carries(_ ward: SiteMatrixWard) -> Bool { id == ward.hand("ha") }

    /// What a citizen says of an officer is for those who lead the ward, and who was given it.
    func seesConduct(_ ward: SiteMatrixWard) -> Bool { has(.lead, inOffice: ward.office) }

    /// Everything else also for heads of units.
    func seesIdea(_ ward: SiteMatrixWard) -> Bool {
        seesConduct(ward) || has(.head, inOffice: ward.office)
            || [ward.hand("ha"), ward.hand("ke")].contains(id)
    }

    /// What came online is for the counter of the office that the person is called by.
    func seesFiling(_ ward: SiteMatrixWard) -> Bool {
        office == ward.office && isClerk(ward.office)
    }

    /// Claims are for who leads or administers the ward itself, and who was given one.
    func seesClaim(_ ward: SiteMatrixWard) -> Bool {
        has(.lead, inOffice: ward.office) || has(.administer, inOffice: ward.office)
            || id == ward.hand("ke")
    }

    /// Offices whose officers the viewer compares.
    func compares(in ward: SiteMatrixWard) -> Bool {
        let units = units(where: [.lead, .figures, .head])
        let whole = units.intersection(["p", "s", "d"])
        return whole.isEmpty
            ? units.contains { $0.rawValue.prefix(1) == ward.rawValue }
            : whole.contains(ward.office)
    }

    /// Offices that the page of figures offers.
    func reports(on ward: SiteMatrixWard) -> Bool {
        let committees: Set<UnitID> = ["p", "s", "d"]
        let whole = visible.intersection(committees)
        return whole.isEmpty
            ? posts.contains { $0.office == ward.office } : whole.contains(ward.office)
    }
}
