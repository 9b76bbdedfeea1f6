// The list of delegations, the form's choices, and the work that one lets somebody sign.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Delegations {
    /// By what a line at the signing desk is signed.
    public struct Basis: Hashable, Sendable, Encodable {
        public let number: Int
        /// `KT.`, `TL.` or `TUQ.`
        public let mark: String
        public let document: String

        init(_ delegation: Delegation) {
            number = delegation.number
            mark = delegation.grant.form.mark
            document = delegation.grant.document
        }
    }

    public enum Standing: String, Hashable, Sendable, Encodable, CaseIterable {
        /// Holds today; on another weekday or later; its days are over; revoked.
        case holds, later, over, revoked
    }

    public struct Row: Sendable, Encodable {
        public let delegation: Delegation
        public let leader: String
        public let delegate: String
        public let standing: Standing
        public let mayRevoke: Bool
    }

    public struct Choice: Sendable, Encodable, Hashable {
        public let person: PersonID
        public let name: String
    }

    public struct Page: Sendable, Encodable {
        public let office: UnitID
        public let officeName: String
        /// Of the viewer's office, the newest first.
        public let rows: [Row]
        public let next: Int?
        /// For whom the viewer may give one; empty for who may not.
        public let leaders: [Choice]
        public let delegates: [Choice]
        public let fields: [String]
    }
}

extension DeskReading {
    /// Those by which the viewer may sign today.
    func delegations(to viewer: Viewer) throws -> [Delegations.Delegation] {
        let book = try delegationBook()
        if book.delegations.isEmpty { return [] }
        return book.inForce(for: viewer.person, try organisation(), on: viewer.today)
    }

    /// Open work of the leaders in the fields and procedures that are delegated.
    func delegatedWork(
        _ given: [Delegations.Delegation], _ viewer: Viewer, _ now: LocalMinute
    ) throws -> [Work.Row] {
        try given.flatMap { delegation in
            let narrowing = delegation.grant.narrowing
            return try [Dossiers.WorkList.offered, .open].flatMap { list in
                try work(
                    of: delegation.grant.leader, list, nil, viewer, now, narrowing: narrowing)
            }
        }
    }

    /// - Parameter before: Only delegations of smaller numbers; `nil` for the newest.
    func delegations(
        before: Int?, for viewer: Viewer, at now: LocalMinute
    ) throws -> Delegations.Page {
        let (organisation, fields) = (try organisation(), try processFields())
        let around = Delegations.Surroundings(
            person: viewer.person, organisation: organisation, fields: fields, now: now)
        let own = try delegationBook().delegations.filter { delegation in
            delegation.grant.office == viewer.office
                && before.map { delegation.number < $0 } ?? true
        }
        func name(_ person: PersonID) -> String {
            organisation.people[person]?.name ?? person.rawValue
        }
        let rows = own.suffix(Delegations.pageSize).reversed().map { delegation in
            let standing = delegation.standing(on: now.day)
            return Delegations.Row(
                delegation: delegation, leader: name(delegation.grant.leader),
                delegate: name(delegation.grant.delegate), standing: standing,
                mayRevoke: [.holds, .later].contains(standing)
                    && around.mayGive(for: delegation.grant.leader))
        }
        let people = organisation.units(ofOffice: viewer.office, on: now.day)
            .flatMap { organisation.members(of: $0.id, on: now.day) }
        let choices = Set(people).map { Delegations.Choice(person: $0, name: name($0)) }
            .sorted { ($0.name, $0.person) < ($1.name, $1.person) }
        let leaders = choices.filter {
            organisation.leads($0.person, viewer.office, on: now.day)
                && around.mayGive(for: $0.person)
        }
        return Delegations.Page(
            office: viewer.office, officeName: viewer.officeName, rows: rows,
            next: own.count > rows.count ? rows.last?.delegation.number : nil, leaders: leaders,
            delegates: leaders.isEmpty ? [] : choices,
            fields: leaders.isEmpty ? [] : Set(fields.values).sorted())
    }
}

extension Delegations.Delegation {
    func standing(on day: DayNumber) -> Delegations.Standing {
        if !isOpen { return .revoked }
        if grant.through < day { return .over }
        return grant.covers(day) ? .holds : .later
    }
}

extension Delegations.Grant {
    /// A condition on the dossier `d`; what may not be signed is not found.
    var narrowing: (sql: String, arguments: [SQLValue]) {
        if coversAll { return ("1 = 1", []) }
        let names = fields.map { SQLValue.text($0) }
        let codes = processes.map { SQLValue.text($0.rawValue) }
        func list(_ values: [SQLValue]) -> String {
            values.isEmpty ? "''" : values.map { _ in "?" }.joined(separator: ", ")
        }
        return ("(d.field IN (\(list(names))) OR d.process IN (\(list(codes))))", names + codes)
    }
}
