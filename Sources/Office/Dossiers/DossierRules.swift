// What may be done with a dossier, and what then happens.

import Engine
import ProcessModel
import WorkTime

extension Dossiers {
    /// What the counter enters.
    public struct Intake: Sendable, Hashable {
        public var process: ProcessCode
        public var office: UnitID
        public var channel: Channel
        public var applicant: Applicant
        public var papers: [Paper]
        public var sets: Int
        public var fee: Int?
        public var returnWay: ReturnWay
        /// Values of form fields that are not personal.
        public var fields: [String: FieldValue]
        /// For what was taken in on paper and is entered later.
        public var late: LateReceipt?
        /// By which way the citizen showed to be reached, when it was filed online.
        public var shownContact: Contacts.Channel?
        /// How the citizen wants to be told; `nil` leaves it as it is usual.
        public var notices: Notices.Choice?

        public init(
            process: ProcessCode, office: UnitID, channel: Channel, applicant: Applicant,
            papers: [Paper], sets: Int = 1, fee: Int? = nil, returnWay: ReturnWay = .counter,
            fields: [String: FieldValue] = [:], late: LateReceipt? = nil
        ) {
            self.process = process
            self.office = office
            self.channel = channel
            self.applicant = applicant
            self.papers = papers
            self.sets = sets
            self.fee = fee
            self.returnWay = returnWay
            self.fields = fields
            self.late = late
        }
    }

    public enum Command: Sendable {
        case receive(Intake)
        /// Form 02: once, with everything that is missing (NĐ 61/2018 Đ15k3).
        case askSupplement(String, WorkItemID, reason: String, papers: [String])
        /// Times have come: reminders, due times and escalations of its open work.
        case fireTimers(String)
        /// The house works by another calendar: the dossier takes its newest issue.
        case takeCalendar(String)
        /// The result will come later: an apology, the reason and a new day, once.
        case apologise(String, reason: String, day: DayNumber?)
        /// Everything that the engine does with the dossier of that code.
        case act(String, EngineCommand)
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum Event: Hashable, Sendable, Codable {
        case received(registration: Registration)
        case supplementListed(at: LocalMinute, reason: String, papers: [String])
        /// From here on its dates are reckoned by that issue of the calendar. `basis` is the
        /// decision; the appointment before and after, where there is one.
        case calendarTaken(
            at: LocalMinute, issue: Int, basis: String, before: LocalMinute?, due: LocalMinute?)
        case apologised(apology: Apologies.Apology)
        /// The step that is completed with it was signed in a leader's name by a delegation.
        case signedByDelegation(signature: Delegations.Signature)
    }

    /// What the engine changed with one command, in order. Time and author are the entry's.
    public enum EngineEntry: Hashable, Sendable, Codable {
        case changed(changes: [EngineChange])
    }

    public enum Rejection: Error, Hashable, Sendable {
        case mayNotReceive
        case processUnknown(ProcessCode)
        case nameMissing
        case nameTooLong
        case phoneInvalid
        case identityInvalid
        /// Somebody came for the applicant.
        case filerInvalid(FilerFlaw)
        case emailInvalid
        case papersMissing
        case setsInvalid
        case feeInvalid
        case reasonMissing
        case supplementPapersMissing
        case unknown(String)
        case outsideCalendar(LocalMinute)
        case lateTimeInvalid
        case lateInFuture
        /// The earliest that may be entered.
        case lateTooOld(LocalMinute)
        case lateReasonMissing
        case lateReasonTooLong
        case latePaperTooLong
        /// Entered before in this office; the dossier is told to who finds it.
        case latePaperUsed(String, dossier: String?)
        case lateBeforeProcess
        case work(EngineRejection)
    }

    static let nameMaximum = 200

    /// Checks an intake in the order of the form. Whether the process exists was asked before.
    public static func check(
        _ intake: Intake, by person: PersonID, in organisation: People.Organisation,
        today: DayNumber
    ) throws(Rejection) {
        let mayReceive = organisation.units(where: .counter, of: person, on: today)
            .contains { organisation.office(of: $0) == intake.office }
        if !mayReceive { throw .mayNotReceive }
        let applicant = intake.applicant
        if applicant.name.allSatisfy(\.isWhitespace) { throw .nameMissing }
        if applicant.name.count > nameMaximum { throw .nameTooLong }
        if !isPhone(applicant.phone) { throw .phoneInvalid }
        if !isIdentity(applicant.identity) { throw .identityInvalid }
        if let flaw = flaw(ofFiler: applicant, isWhole: false) { throw .filerInvalid(flaw) }
        if !applicant.email.isEmpty, Notices.address(applicant.email) == nil {
            throw .emailInvalid
        }
        if intake.papers.isEmpty || intake.papers.contains(where: { $0.copies < 1 }) {
            throw .papersMissing
        }
        if !(1...99).contains(intake.sets) { throw .setsInvalid }
        if let fee = intake.fee, !(0...1_000_000_000).contains(fee) { throw .feeInvalid }
    }

    /// Ten digits from 0, spaces allowed; empty when the citizen has none.
    static func isPhone(_ text: String) -> Bool {
        if text.isEmpty { return true }
        let digits = text.filter { $0 != " " && $0 != "." }
        return digits.first == "0" && (10...11).contains(digits.count)
            && digits.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// Identity card (9 or 12 digits) or passport (letters and digits); may be empty.
    static func isIdentity(_ text: String) -> Bool {
        if text.isEmpty { return true }
        return (6...15).contains(text.count)
            && text.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter) }
    }
}

extension Dossiers.Dossier {
    /// Writes one event into the state. Never refuses, never looks at a clock.
    public mutating func apply(_ event: Dossiers.Event) {
        switch event {
        case .received(let registration): self.registration = registration
        case .supplementListed(let at, let reason, let papers):
            supplements.append(.init(at: at, reason: reason, papers: papers))
        case .apologised(let apology): self.apology = apology
        case .signedByDelegation(let signature): signatures = (signatures ?? []) + [signature]
        case .calendarTaken(let at, let issue, let basis, let before, let due):
            calendarMoves =
                (calendarMoves ?? []) + [
                    .init(at: at, issue: issue, basis: basis, before: before, due: due)
                ]
        }
    }
}
