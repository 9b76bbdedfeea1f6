// Declaring an outage, deciding on it, withdrawing it; and who may.

import Engine
import WorkTime

extension Outages {
    public enum Command: Sendable {
        case declare(Declaration)
        case approve(Int)
        case refuse(Int, reason: String)
        case withdraw(Int, reason: String)
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum Event: Hashable, Sendable, Codable {
        case declared(outage: Outage)
        case approved(number: Int, word: Word)
        case refused(number: Int, word: Word)
        case withdrawn(number: Int, word: Word)
    }

    public enum Rejection: Error, Hashable, Sendable {
        case mayNotDeclare
        case mayNotDecide
        case mayNotWithdraw
        case unknown(Int)
        case unitMissing
        case unitUnknown(String)
        case kindMissing
        case scopeMissing
        case timeInvalid(field: String)
        case endsBeforeItBegins
        case notOver
        case tooLate
        case tooLong
        /// No working minute lies in it.
        case nothingLost
        case reasonMissing
        case evidenceMissing
        case textTooLong(field: String)
        /// Declared and decided by one person.
        case ownDeclaration
        case alreadyDecided
        case alreadyWithdrawn
    }

    /// What `decide` must know beside the book.
    struct Surroundings {
        let person: PersonID
        let organisation: People.Organisation
        let calendar: WorkCalendar
        let now: LocalMinute
    }

    /// Says what happens, or why it may not. Reads only its arguments.
    static func decide(
        _ command: Command, on book: Book, in around: Surroundings
    ) throws(Rejection) -> [Event] {
        func word(_ reason: String) -> Word {
            Word(at: around.now, by: around.person, reason: reason)
        }
        switch command {
        case .declare(let declaration):
            try check(declaration, in: around)
            return [
                .declared(
                    outage: Outage(
                        number: book.outages.count + 1, declaration: declaration,
                        declaredAt: around.now, declaredBy: around.person))
            ]
        case .approve(let number):
            _ = try undecided(number, in: book, around)
            return [.approved(number: number, word: word(""))]
        case .refuse(let number, let reason):
            _ = try undecided(number, in: book, around)
            try require(reason, "reason", orElse: .reasonMissing)
            return [.refused(number: number, word: word(reason))]
        case .withdraw(let number, let reason):
            guard let outage = book.outage(number) else { throw .unknown(number) }
            guard around.person == outage.declaredBy || around.mayDecide(outage.declaration)
            else { throw .mayNotWithdraw }
            if outage.standing == .withdrawn { throw .alreadyWithdrawn }
            if outage.standing == .refused { throw .alreadyDecided }
            try require(reason, "reason", orElse: .reasonMissing)
            return [.withdrawn(number: number, word: word(reason))]
        }
    }

    private static func undecided(
        _ number: Int, in book: Book, _ around: Surroundings
    ) throws(Rejection) -> Outage {
        guard let outage = book.outage(number) else { throw .unknown(number) }
        guard around.mayDecide(outage.declaration) else { throw .mayNotDecide }
        if outage.declaredBy == around.person { throw .ownDeclaration }
        switch outage.standing {
        case .declared: return outage
        case .withdrawn: throw .alreadyWithdrawn
        case .approved, .refused: throw .alreadyDecided
        }
    }

    private static func check(
        _ declaration: Declaration, in around: Surroundings
    ) throws(Rejection) {
        if declaration.scope == .all {
            if declaration.unit != nil { throw .scopeMissing }
        } else {
            guard let id = declaration.unit else { throw .unitMissing }
            let unit = around.organisation.units[id]
            guard let unit, declaration.scope == .unit || unit.kind == .committee else {
                throw .unitUnknown(id.rawValue)
            }
        }
        if !around.mayDeclare(declaration) { throw .mayNotDeclare }
        let (from, until, now) = (declaration.from, declaration.until, around.now)
        if until <= from { throw .endsBeforeItBegins }
        if until > now { throw .notOver }
        if until.day - from.day > lengthMaximum { throw .tooLong }
        let lost = try? around.calendar.workingMinutes(from: from, to: until)
        guard let lost, lost > 0 else { throw .nothingLost }
        let since = try? around.calendar.workingMinutes(from: until, to: now)
        guard let since, since <= daysMaximum * 480 else { throw .tooLate }
        try require(declaration.reason, "reason", orElse: .reasonMissing)
        try require(declaration.evidence, "evidence", orElse: .evidenceMissing)
    }

    private static func require(
        _ text: String, _ field: String, orElse missing: Rejection
    ) throws(Rejection) {
        if text.allSatisfy(\.isWhitespace) { throw missing }
        if text.count > textMaximum { throw .textTooLong(field: field) }
    }
}

extension Outages.Surroundings {
    /// Heads for their unit, leaders for their office, administrators and the leaders of the
    /// topmost offices for the whole house.
    func mayDeclare(_ declaration: Outages.Declaration) -> Bool {
        let today = now.day
        if organisation.mayAdminister(person, today) { return true }
        guard let unit = declaration.unit else { return leadsHouse }
        if organisation.has(.lead, person: person, over: unit, on: today) { return true }
        return declaration.scope == .unit
            && organisation.has(.head, person: person, over: unit, on: today)
    }

    /// Leaders over the unit; for the whole house those of the topmost offices.
    func mayDecide(_ declaration: Outages.Declaration) -> Bool {
        guard let unit = declaration.unit else { return leadsHouse }
        return organisation.has(.lead, person: person, over: unit, on: now.day)
    }

    private var leadsHouse: Bool {
        organisation.units(where: .lead, of: person, on: now.day).contains {
            organisation.chain(from: $0).count == 1
        }
    }
}
