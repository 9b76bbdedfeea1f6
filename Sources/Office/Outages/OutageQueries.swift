// The list of outages, open to everybody of the house, and what the viewer may do with each.

import Engine
import Ledger
import WorkTime

extension Outages {
    public enum Act: String, Hashable, Sendable, Encodable, CaseIterable {
        case approve, refuse, withdraw
    }

    public struct Row: Sendable, Encodable {
        public let outage: Outage
        public let unitName: String
        public let declaredBy: String
        public let decidedBy: String
        public let withdrawnBy: String
        /// Working minutes that lie in it.
        public let minutes: Int
        public let acts: [Act]
    }

    public struct Choice: Sendable, Encodable, Hashable {
        public let unit: UnitID
        public let name: String
    }

    public struct Page: Sendable, Encodable {
        /// The newest first.
        public let rows: [Row]
        /// Where the list goes on.
        public let next: Int?
        public let scopes: [Scope]
        /// Units and offices for which the viewer may declare.
        public let choices: [Choice]
        /// Working minutes of the last thirty days in which something was down for somebody,
        /// approved, each counted once.
        public let lost: Int
    }
}

extension DeskReading {
    /// - Parameter before: Only outages of smaller numbers; `nil` for the newest.
    func outages(
        before: Int?, for viewer: Viewer, at now: LocalMinute
    ) throws -> Outages.Page {
        let (book, organisation, calendar) = (
            try outageBook(), try organisation(), try calendar()
        )
        let around = Outages.Surroundings(
            person: viewer.person, organisation: organisation, calendar: calendar, now: now)
        let older = book.outages.filter { outage in before.map { outage.number < $0 } ?? true }
        let page = older.suffix(Outages.pageSize).reversed()
        func name(_ person: PersonID?) -> String {
            person.map { organisation.people[$0]?.name ?? $0.rawValue } ?? ""
        }
        let rows = page.map { outage in
            let (from, until) = (outage.declaration.from, outage.declaration.until)
            return Outages.Row(
                outage: outage,
                unitName: outage.declaration.unit.map {
                    organisation.units[$0]?.name ?? $0.rawValue
                } ?? "",
                declaredBy: name(outage.declaredBy), decidedBy: name(outage.decision?.by),
                withdrawnBy: name(outage.withdrawal?.by),
                minutes: (try? calendar.workingMinutes(from: from, to: until)) ?? 0,
                acts: outage.acts(around))
        }
        let (scopes, choices) = Outages.choices(around, viewer)
        return Outages.Page(
            rows: rows, next: older.count > rows.count ? rows.last?.outage.number : nil,
            scopes: scopes, choices: choices,
            lost: Outages.lost(
                book.approved, calendar, from: LocalMinute(startOf: now.day - 30), until: now))
    }
}

extension Outages.Outage {
    /// What the viewer would not be refused for rights.
    fileprivate func acts(_ around: Outages.Surroundings) -> [Outages.Act] {
        let mayDecide = around.mayDecide(declaration)
        let isOwn = declaredBy == around.person
        switch standing {
        case .declared:
            return (mayDecide && !isOwn ? [.approve, .refuse] : [])
                + (isOwn || mayDecide ? [.withdraw] : [])
        case .approved: return isOwn || mayDecide ? [.withdraw] : []
        case .refused, .withdrawn: return []
        }
    }
}

extension Outages {
    fileprivate static func choices(
        _ around: Surroundings, _ viewer: Viewer
    ) -> (scopes: [Scope], choices: [Choice]) {
        func may(_ scope: Scope, _ unit: UnitID?) -> Bool {
            around.mayDeclare(
                Declaration(
                    kind: .system, scope: scope, unit: unit, from: around.now,
                    until: around.now, reason: "", evidence: ""))
        }
        let units = around.organisation.units.values
            .filter { $0.exists(on: viewer.today) && may(.unit, $0.id) }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        let scopes = Scope.allCases.filter { scope in
            switch scope {
            case .unit: !units.isEmpty
            case .office: units.contains { $0.kind == .committee && may(.office, $0.id) }
            case .all: may(.all, nil)
            }
        }
        return (scopes, units.map { Choice(unit: $0.id, name: $0.name) })
    }

    /// Working minutes covered by any of them: what overlaps counts once.
    static func lost(
        _ outages: [Outage], _ calendar: WorkCalendar, from: LocalMinute, until: LocalMinute
    ) -> Int {
        var (sum, reached) = (0, from)
        let spans = outages.map { ($0.declaration.from, $0.declaration.until) }
        for (start, end) in spans.sorted(by: { $0 < $1 }) {
            let (first, last) = (max(start, reached), min(end, until))
            if first >= last { continue }
            sum += (try? calendar.workingMinutes(from: first, to: last)) ?? 0
            reached = last
        }
        return sum
    }
}
