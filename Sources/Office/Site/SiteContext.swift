// What a handler knows about one request beside the request itself.

import Engine
import Hummingbird
import Logging
import NIOCore
import WorkTime

extension Site {
    /// Everything that lives as long as the server: the door, the words, the files.
    public struct House: Sendable {
        public let desk: Desk
        public let texts: Texts
        public let assets: [String: SiteAssets.Asset]
        /// The clock of the office; a demo office has one that can be moved on.
        public let clock: OfficeClock
        /// Sign-in hints of the demo office; empty in a real one.
        public let demoAccounts: [DemoAccount]
        /// What codes on paper lead to.
        public let publicAddress: PublicAddress
        /// Makes PDF; `nil` where the server has nothing to make it with.
        public let press: (any Papers.Press)?
        /// How files of papers are taken.
        public let attachments: Attachments.Settings
        /// How people can show that an address is theirs.
        public let contacts: Contacts.Settings

        public init(
            desk: Desk, texts: Texts, assets: [String: SiteAssets.Asset], clock: OfficeClock,
            demoAccounts: [DemoAccount], publicAddress: PublicAddress = PublicAddress(),
            press: (any Papers.Press)? = nil,
            attachments: Attachments.Settings = Attachments.Settings(),
            contacts: Contacts.Settings = Contacts.Settings()
        ) {
            self.desk = desk
            self.texts = texts
            self.assets = assets
            self.clock = clock
            self.demoAccounts = demoAccounts
            self.publicAddress = publicAddress
            self.press = press
            self.attachments = attachments
            self.contacts = contacts
        }
    }

    /// Whom to sign in as in the demo office.
    public struct DemoAccount: Sendable, Codable {
        public let account: String
        public let name: String
        public let position: String
        public let unit: String
        public init(account: String, name: String, position: String, unit: String) {
            self.account = account
            self.name = name
            self.position = position
            self.unit = unit
        }
    }

    /// Hummingbird's context, with the viewer and the language.
    public struct Context: RequestContext {
        public var coreContext: CoreRequestContextStorage
        public var language = Language.vi
        /// Who is signed in; `nil` for the public pages.
        public var viewer: Viewer?
        /// Raw session token, from which the token of forms is derived.
        public var sessionToken = ""
        /// A token opened the door: no cookie that a browser sends by itself, so forms need none
        /// of their own.
        public var isProgram = false
        /// Who is at the other end of the line; empty where there is no network in between.
        let peerAddress: String
        /// What was sent, for an answer that hands it back.
        let sent = Site.SentForm()

        public init(source: ApplicationRequestContextSource) {
            coreContext = CoreRequestContextStorage(source: source)
            peerAddress = source.channel.remoteAddress?.ipAddress ?? ""
        }
        /// Bodies of forms are small; files have a door of their own (Attachments).
        public var maxUploadSize: Int { 1_048_576 }
    }
}

/// The person who looks, with what the organisation says of the person today.
public struct Viewer: Sendable {
    public let person: PersonID
    public let name: String
    /// Title of the first position, for the head of the page.
    public let title: String
    public let unitName: String
    public let unit: UnitID
    public let office: UnitID
    public let officeName: String
    public let today: DayNumber
    public let roles: Set<People.Role>
    /// The same by the office of the position: a role in one office is none in another.
    private let rolesByOffice: [UnitID: Set<People.Role>]
    /// The same by visible unit: a role counts in the office of its position, and that of leading
    /// or of reading figures also in what lies under it.
    private let rolesOverUnit: [UnitID: Set<People.Role>]
    /// Units whose work the person may see: own ones, and below or around them as roles allow.
    public let visibleUnits: [UnitID]
    /// Units of which the person is a member.
    public let ownUnits: [UnitID]
    /// Units that the person leads, or reads the figures of.
    public let overseenUnits: [UnitID]
    /// Colleagues for whom the person acts today.
    public let absentees: [PersonID]

    public var actor: Actor { Actor(person) }

    public func has(_ role: People.Role) -> Bool { roles.contains(role) }

    /// Whether the person holds the role in a position of that office itself.
    func has(_ role: People.Role, in office: UnitID) -> Bool {
        rolesByOffice[office]?.contains(role) ?? false
    }

    /// Visible units in which one of the roles counts.
    func units(where wanted: Set<People.Role>) -> [UnitID] {
        visibleUnits.filter { !(rolesOverUnit[$0] ?? []).isDisjoint(with: wanted) }
    }
}

extension Viewer {
    /// `nil` when the person holds no position on that day: then nothing may be seen.
    public init?(person: PersonID, in organisation: People.Organisation, today: DayNumber) {
        let positions = organisation.positions(of: person, on: today)
        guard let record = organisation.people[person], let first = positions.first,
            let unit = organisation.units[first.unit],
            let office = organisation.office(of: unit.id)
        else { return nil }
        self.person = person
        name = record.name
        title = first.title
        unitName = unit.name
        self.unit = unit.id
        self.office = office
        officeName = organisation.units[office]?.name ?? ""
        self.today = today
        roles = Set(positions.flatMap(\.roles))
        ownUnits = positions.map(\.unit).eachOnce
        absentees = organisation.absentees(of: person, on: today).eachOnce
        var overseen: Set<UnitID> = []
        var visible = Set(ownUnits)
        var byOffice: [UnitID: Set<People.Role>] = [:]
        var overUnit: [UnitID: Set<People.Role>] = [:]
        for position in positions {
            let wide = position.roles.filter { [.lead, .figures].contains($0) }
            guard let office = organisation.office(of: position.unit) else { continue }
            byOffice[office, default: []].formUnion(position.roles)
            if position.roles.contains(.counter) { visible.insert(office) }
            if wide.isEmpty { continue }
            for unit in organisation.subtree(of: office, on: today) {
                overseen.insert(unit)
                overUnit[unit, default: []].formUnion(wide)
            }
        }
        visible.formUnion(overseen)
        for unit in visible {
            guard let office = organisation.office(of: unit) else { continue }
            overUnit[unit, default: []].formUnion(byOffice[office] ?? [])
        }
        rolesByOffice = byOffice
        rolesOverUnit = overUnit
        overseenUnits = overseen.sorted { $0.rawValue < $1.rawValue }
        visibleUnits = visible.sorted { $0.rawValue < $1.rawValue }
    }
}

extension Array where Element: Hashable {
    /// Without repetitions, in order: lists are read once for each unit and each absentee.
    fileprivate var eachOnce: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
