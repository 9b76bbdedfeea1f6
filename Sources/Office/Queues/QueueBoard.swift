// What the pages of the line show: the entrance, one number, the screen, and the officers' desk.

import Engine
import WorkTime

extension Queues {
    /// The entrance of an office.
    public struct Entrance: Sendable, Encodable {
        public let office: UnitID
        public let officeName: String
        public let fields: [String]
        public let waiting: Int
        public let isOpen: Bool
        public let terms: Terms
    }

    /// One number, for whoever drew it. Nothing personal: everybody may look.
    public struct Slip: Sendable, Encodable {
        public let office: UnitID
        public let officeName: String
        public let number: Int
        public let text: String
        public let field: String
        public let drawnAt: LocalMinute
        public let standing: Standing
        public let window: Int?
        /// `nil` for one that does not wait.
        public let before: Int?
        /// That take its field, where that is set.
        public var windows: [Int] = []
    }

    /// A call on the screen.
    public struct Call: Hashable, Sendable, Encodable {
        public let number: String
        public let window: Int
    }

    /// What everybody in the hall sees.
    public struct Screen: Sendable, Encodable {
        public let office: UnitID
        public let officeName: String
        public let calls: [Call]
        public let next: [String]
        public let waiting: Int
        public let now: LocalMinute
        /// Who is next of each field that is set.
        public var fields: [ScreenField] = []
    }

    public struct ScreenField: Hashable, Sendable, Encodable {
        public let field: Field
        public let next: [String]
        public let waiting: Int
    }

    /// The officers' desk.
    public struct Console: Sendable, Encodable {
        public let office: UnitID
        public let officeName: String
        public let fields: [String]
        /// Where the viewer sits; `nil` until it was said.
        public let window: Int?
        public let field: String
        /// Who is at that window.
        public let here: Ticket?
        public let others: [Ticket]
        public let line: [Ticket]
        public let figures: Figures
        public let terms: Terms
        public let now: LocalMinute
        /// Of each field that is set.
        public var byField: [FieldFigures] = []
        public var maySet = false
    }

    /// /queue/settings.
    public struct SettingsPage: Sendable, Encodable {
        public let office: UnitID
        public let officeName: String
        public let terms: Terms
        /// `nil` while nothing was set.
        public let changedAt: LocalMinute?
        public let changedBy: String?
        public let maySet: Bool
    }
}
