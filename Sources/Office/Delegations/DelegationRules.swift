// Giving a delegation and revoking one.

import Engine
import ProcessModel
import WorkTime

extension Delegations {
    public enum Command: Sendable {
        case give(Grant)
        case revoke(Int, reason: String)
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum Event: Hashable, Sendable, Codable {
        case given(delegation: Delegation)
        case revoked(number: Int, revocation: Revocation)
    }

    public enum Rejection: Error, Hashable, Sendable {
        case mayNotGive
        case mayNotRevoke
        case unknown(Int)
        case leaderUnknown
        /// Not in the office, or the leader.
        case delegateUnknown
        case formMissing
        case fieldUnknown(String)
        case processUnknown(ProcessCode)
        case tooMany
        case dayInvalid(field: String)
        case endsBeforeItBegins
        case isOver
        case tooLong
        case weekdayInvalid
        /// No day of the dates is such a weekday.
        case neverHolds
        case documentMissing
        case textTooLong(field: String)
        /// The same leader has given the same things for the same days.
        case overlaps(Int)
        case reasonMissing
        case alreadyRevoked
    }

    /// What `decide` must know beside the book.
    struct Surroundings {
        let person: PersonID
        let organisation: People.Organisation
        /// The field of each published process.
        let fields: [ProcessCode: String]
        let now: LocalMinute
    }

    /// Says what happens, or why it may not. Reads only its arguments.
    static func decide(
        _ command: Command, on book: Book, in around: Surroundings
    ) throws(Rejection) -> [Event] {
        switch command {
        case .give(let grant):
            try check(grant, in: around)
            let other = book.delegations.first { $0.isOpen && $0.grant.overlaps(grant, around) }
            if let other { throw .overlaps(other.number) }
            return [
                .given(
                    delegation: Delegation(
                        number: book.delegations.count + 1, grant: grant, givenAt: around.now,
                        givenBy: around.person))
            ]
        case .revoke(let number, let reason):
            guard let delegation = book.delegation(number) else { throw .unknown(number) }
            if !around.mayGive(for: delegation.grant.leader) { throw .mayNotRevoke }
            if delegation.revocation != nil { throw .alreadyRevoked }
            if delegation.grant.through < around.now.day { throw .isOver }
            if reason.allSatisfy(\.isWhitespace) { throw .reasonMissing }
            if reason.count > reasonMaximum { throw .textTooLong(field: "reason") }
            return [
                .revoked(
                    number: number,
                    revocation: Revocation(
                        at: around.now, by: around.person, reason: reason))
            ]
        }
    }

    private static func check(
        _ grant: Grant, in around: Surroundings
    ) throws(Rejection) {
        let (organisation, today) = (around.organisation, around.now.day)
        if !around.mayGive(for: grant.leader) { throw .mayNotGive }
        if !organisation.leads(grant.leader, grant.office, on: today) { throw .leaderUnknown }
        guard grant.delegate != grant.leader,
            organisation.works(grant.delegate, in: grant.office, on: today)
        else { throw .delegateUnknown }
        if grant.fields.count + grant.processes.count > namesMaximum { throw .tooMany }
        let known = Set(around.fields.values)
        for field in grant.fields where !known.contains(field) { throw .fieldUnknown(field) }
        for process in grant.processes where around.fields[process] == nil {
            throw .processUnknown(process)
        }
        if grant.through < grant.from { throw .endsBeforeItBegins }
        if grant.through < today { throw .isOver }
        if grant.through - grant.from >= daysMaximum { throw .tooLong }
        if grant.weekdays.contains(where: { !(1...7).contains($0) }) { throw .weekdayInvalid }
        let days = 0...min(6, grant.through - grant.from)
        if !days.contains(where: { grant.covers(grant.from + $0) }) { throw .neverHolds }
        if grant.document.allSatisfy(\.isWhitespace) { throw .documentMissing }
        if grant.document.count > documentMaximum { throw .textTooLong(field: "document") }
    }
}

extension Delegations.Surroundings {
    /// Leaders for themselves, administrators for any.
    func mayGive(for leader: PersonID) -> Bool {
        let leads = organisation.positions(of: leader, on: now.day).contains {
            $0.roles.contains(.lead)
        }
        return (leader == person && leads) || organisation.mayAdminister(person, now.day)
    }
}

extension Delegations.Grant {
    /// Whether both would let somebody sign the same thing on the same day for the same leader.
    func overlaps(_ other: Self, _ around: Delegations.Surroundings) -> Bool {
        guard leader == other.leader, office == other.office else { return false }
        let (first, last) = (max(from, other.from), min(through, other.through))
        guard first <= last else { return false }
        let isSameDay = (0...min(6, last - first)).contains { offset in
            covers(first + offset) && other.covers(first + offset)
        }
        return isSameDay && (names(other, around) || other.names(self, around))
    }

    /// Whether something that the other names is named here.
    private func names(_ other: Self, _ around: Delegations.Surroundings) -> Bool {
        if coversAll { return true }
        if other.fields.contains(where: { fields.contains($0) }) { return true }
        return other.processes.contains { covers($0, field: around.fields[$0] ?? "") }
    }
}
