// What can be passed on together, what came of each, and the sheet.

import Engine
import WorkTime

extension Handovers {
    /// Which way the papers go, seen from the viewer.
    public enum Way: String, Hashable, Sendable, Codable, CaseIterable {
        /// The viewer's own step is completed, and the next one lies in the other unit.
        case give
        /// The other unit offers it, and the viewer accepts.
        case receive
    }

    /// The two units and the way: what goes on one sheet.
    public struct Route: Hashable, Sendable, Codable {
        public var way: Way
        public var from: UnitID
        public var to: UnitID

        public init(way: Way, from: UnitID, to: UnitID) {
            self.way = way
            self.from = from
            self.to = to
        }
    }

    /// One dossier that can be passed on.
    public struct Row: Sendable, Encodable {
        public let choice: Signings.Choice
        public let title: String
        public let applicant: String
        public let step: String
        public let papers: Int
        public let due: LocalMinute?
        public let left: Work.TimeLeft
        /// The absent colleague in whose place it is done; `nil` for one's own.
        public let inPlaceOf: String?
        /// Whose work it is, or to whom it is offered.
        let person: PersonID
        /// What the step yields, which stands on the timeline.
        let product: String

        private enum CodingKeys: String, CodingKey {
            case choice, title, applicant, step, papers, due, left, inPlaceOf
        }
    }

    public struct Group: Sendable, Encodable {
        public let route: Route
        public let fromName: String
        public let toName: String
        public let rows: [Row]
    }

    public struct List: Sendable, Encodable {
        public let groups: [Group]
        public let now: LocalMinute
        /// More work is there than one look takes.
        public let isCut: Bool

        func group(_ route: Route) -> Group? { groups.first { $0.route == route } }
    }

    /// What came of one.
    public struct Outcome: Sendable, Encodable {
        public let choice: Signings.Choice
        public let title: String
        public let isDone: Bool
        /// Why not; `nil` when it is done.
        public let code: String?
        public let vi: String?
        public let en: String?

        init(_ choice: Signings.Choice, _ title: String, _ why: (any Refusal)?) {
            self.choice = choice
            self.title = title
            isDone = why == nil
            code = why?.code
            vi = why?.sentence.vi
            en = why?.sentence.en
        }
    }

    /// All outcomes, and the sheet; `nil` when nothing was passed on.
    public struct Result: Sendable, Encodable {
        public let route: Route
        public let sheet: String?
        public let outcomes: [Outcome]
    }

    /// A line of the sheet as the ledger keeps it.
    public struct Line: Hashable, Sendable, Codable {
        public var dossier: String
        public var item: Int
        /// Sheets of paper that were handed in, all copies.
        public var papers: Int
        public var giver: PersonID
        public var receiver: PersonID
    }

    public struct Sheet: Hashable, Sendable, Codable {
        public var code: String
        public var office: UnitID
        public var route: Route
        public var at: LocalMinute
        public var by: PersonID
        public var lines: [Line]
    }

    public struct Wish: Hashable, Sendable {
        public var route: Route
        public var choices: [Signings.Choice]
    }

    public enum Command: Sendable {
        /// Writes the sheet of what the same person passed on in this very minute.
        case record(Wish)
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum Event: Hashable, Sendable, Codable {
        case recorded(sheet: Sheet)
    }
}

extension Handovers.Route {
    /// `give/FROM/TO`, as forms carry it.
    var text: String { "\(way.rawValue)/\(from.rawValue)/\(to.rawValue)" }

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let way = Handovers.Way(rawValue: parts[0]), !parts[1].isEmpty,
            !parts[2].isEmpty
        else { return nil }
        self.init(way: way, from: UnitID(parts[1]), to: UnitID(parts[2]))
    }
}
