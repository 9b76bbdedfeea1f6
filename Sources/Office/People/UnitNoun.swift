// A unit of the organisation: a body with a level, a department, a ward, a party body.

import Engine
import WorkTime

extension People {
    /// One unit of the dated tree. A name is not a key: wards of different years share names.
    public struct Unit: Hashable, Sendable, Codable {
        public var id: UnitID
        /// Short code printed in dossier codes and lists, for example `QLDT`.
        public var code: String
        public var name: String
        public var nameEnglish: String
        public var kind: UnitKind
        public var level: UnitLevel
        public var parent: UnitID?
        /// What it is for in its office, so that processes can name it: `mot-cua`, `tu-phap`.
        public var functions: [String]
        public var from: DayNumber
        /// Last day; `nil` while it exists.
        public var through: DayNumber?
        /// Where we know it from; empty source or `GK` means unconfirmed.
        public var source: String
        /// Where citizens may call; `nil` when it is not known.
        public var phone: String?

        public init(
            id: UnitID, code: String, name: String, nameEnglish: String = "", kind: UnitKind,
            level: UnitLevel, parent: UnitID?, functions: [String] = [], from: DayNumber,
            through: DayNumber? = nil, source: String = "", phone: String? = nil
        ) {
            self.id = id
            self.code = code
            self.name = name
            self.nameEnglish = nameEnglish
            self.kind = kind
            self.level = level
            self.parent = parent
            self.functions = functions
            self.from = from
            self.through = through
            self.source = source
            self.phone = phone
        }

        public var isConfirmed: Bool { !source.isEmpty && source != "GK" }

        public func exists(on day: DayNumber) -> Bool {
            from <= day && through.map { day <= $0 } ?? true
        }
    }

    public enum UnitKind: String, Hashable, Sendable, Codable, CaseIterable {
        /// People's Committee: receives dossiers and answers for their results.
        case committee
        case council, department, office, serviceUnit, team, partyBody, massOrganisation, oneStop
    }

    /// Levels of government and of the units under it. Which of them exist is a matter of dates.
    public enum UnitLevel: String, Hashable, Sendable, Codable, CaseIterable {
        case city, district, ward
    }
}
