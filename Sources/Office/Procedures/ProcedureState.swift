// A procedure as its stream tells it.

import Ledger
import ProcessModel
import WorkTime

extension Procedures {
    /// One issue of the sheet.
    public struct Issue: Hashable, Sendable, Codable {
        public var number: Int
        public var effective: DayNumber
        /// The last day; `nil` while the next issue is not known.
        public var through: DayNumber?
        public var sheet: Sheet
    }

    /// All issues, oldest first.
    public struct Procedure: Hashable, Sendable, Codable {
        public internal(set) var issues: [Issue] = []

        /// The issue that holds on a day.
        public func issue(on day: DayNumber) -> Issue? {
            issues.last { $0.effective <= day && $0.through.map { day <= $0 } ?? true }
        }
    }
}

extension Procedures.Procedure: ToldState {
    /// Sheets change a few times a year.
    static var savedEvery: Int { 1 }

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        var procedure = state ?? Self()
        procedure.apply(
            try EventDecoding.event(
                Procedures.Event.self, entryType: entry.type,
                payload: try entry.decodedPayload(), feature: "procedure"))
        return procedure
    }

    /// Writes one event into the state. Never refuses, never looks at a clock.
    mutating func apply(_ event: Procedures.Event) {
        switch event {
        case .issued(let number, let effective, let sheet):
            // A last day that was announced lies behind the first of the next issue.
            for index in issues.indices
            where issues[index].through.map({ $0 >= effective }) ?? true {
                issues[index].through = effective - 1
            }
            issues.append(.init(number: number, effective: effective, sheet: sheet))
        case .ended(let through, _):
            if let last = issues.indices.last { issues[last].through = through }
        }
    }
}
