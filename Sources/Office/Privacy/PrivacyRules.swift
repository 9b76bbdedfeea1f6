// What may be done with a claim, what then happens, and why it may not.

import Engine
import WorkTime

extension Privacy {
    /// What somebody sends.
    public struct Submission: Hashable, Sendable {
        public var office: UnitID
        /// `nil` while none was chosen.
        public var right: Right?
        public var claimant: Claimant

        public init(office: UnitID, right: Right?, claimant: Claimant) {
            self.office = office
            self.right = right
            self.claimant = claimant
        }
    }

    public enum Act: Hashable, Sendable {
        /// Makes somebody the holder.
        case assign(PersonID)
        /// So many working days more, once, with the reason.
        case extend(days: Int, String)
        /// What is kept of these dossiers, filings and petitions.
        case erase([String])
        /// Carried out, with the answer.
        case finish(String)
        case refuse(Ground?, String)

        /// What is kept beside the ledger.
        var words: String? {
            switch self {
            case .assign, .erase: nil
            case .extend(_, let words), .finish(let words), .refuse(_, let words): words
            }
        }
    }

    public enum Command: Sendable {
        case submit(Submission)
        /// On the claim of that code.
        case act(String, Act)
    }

    /// Who acts, as the claim sees it.
    public struct Hand: Hashable, Sendable {
        public var person: PersonID
        /// May give it to a holder.
        public var isInCharge = false
        /// Is the holder, or stands in for the holder.
        public var holds = false

        var seesIt: Bool { isInCharge || holds }
    }

    /// What `decide` must know beside the claim.
    struct Surroundings {
        var now: LocalMinute
        /// Of the person who is named; `nil` when the office has no such person today.
        var unit: UnitID?
        /// The mark of what was written.
        var words: PersonalMark?
        /// The date after an extension by so many days; `nil` beyond the calendar.
        var due: LocalMinute?
        /// Values that were erased with this act.
        var values = 0
    }

    static func check(_ submission: Submission, offices: [UnitID]) throws(Rejection) {
        if submission.right == nil { throw .rightMissing }
        if !offices.contains(submission.office) { throw .officeUnknown }
        let claimant = submission.claimant
        if claimant.name.allSatisfy(\.isWhitespace) { throw .nameMissing }
        if claimant.name.count > Petitions.nameMaximum { throw .nameTooLong }
        if !Dossiers.isPhone(claimant.phone) { throw .phoneInvalid }
        if !Filings.isEmail(claimant.email) { throw .emailInvalid }
        if claimant.phone.isEmpty, claimant.email.isEmpty { throw .contactMissing }
        if claimant.subjects.count > subjectsMaximum { throw .subjectsTooLong }
        try check(words: claimant.words)
    }

    static func check(words: String) throws(Rejection) {
        if words.allSatisfy(\.isWhitespace) { throw .wordsMissing }
        if words.count > Petitions.wordsMaximum { throw .wordsTooLong }
    }

    /// Who may do it, and whether the claim is still there.
    static func check(_ act: Act, on claim: Claim, by hand: Hand) throws(Rejection) {
        if claim.standing.isEnded { throw .ended }
        switch act {
        case .assign: guard hand.seesIt else { throw .onlyForCharge }
        case .extend, .finish, .refuse: guard hand.holds else { throw .onlyForHolder }
        case .erase:
            guard hand.holds else { throw .onlyForHolder }
            if claim.registration.right != .erase { throw .notAskedToErase }
        }
    }

    /// Says what happens, or why it may not. Reads only its arguments.
    static func decide(
        _ act: Act, on claim: Claim, by hand: Hand, in around: Surroundings
    ) throws(Rejection) -> [Event] {
        try check(act, on: claim, by: hand)
        if let text = act.words { try check(words: text) }
        func turn(to person: PersonID? = nil) -> Turn {
            Turn(at: around.now, by: hand.person, to: person, words: around.words)
        }
        switch act {
        case .assign(let person):
            guard let unit = around.unit else { throw .personUnknown }
            return person == claim.holder ? [] : [.taken(turn: turn(to: person), unit: unit)]
        case .extend(let days, _):
            if claim.isExtended { throw .alreadyExtended }
            let most = terms(of: claim.registration.right).extend
            guard (1...most).contains(days), let due = around.due else {
                throw .daysInvalid(most: most)
            }
            return [.extended(turn: turn(), due: due)]
        case .erase(let subjects):
            if subjects.isEmpty { throw .subjectsMissing }
            if subjects.count > eraseMaximum { throw .tooManySubjects }
            return [.erased(turn: turn(), subjects: subjects, values: around.values)]
        case .finish:
            if claim.registration.right == .erase, claim.erased.isEmpty { throw .nothingErased }
            return [.done(turn: turn())]
        case .refuse(let ground, _):
            guard let ground else { throw .groundMissing }
            return [.refused(turn: turn(), ground: ground)]
        }
    }
}
