// What may be sent, and what the office may do with it.

import Engine
import ProcessModel
import WorkTime

extension Filings {
    public enum Command: Sendable {
        /// By the citizen, who has no account.
        case submit(Submission)
        /// By the citizen: the papers that were missing.
        /// - files: Owner of the files that came in for it.
        case supplement(String, papers: [String], files: String? = nil)
        case withdraw(String)
        /// By the office: takes a dossier in.
        case accept(String)
        case askSupplement(String, reason: String, papers: [String])
        case refuse(String, reason: String)
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum Event: Hashable, Sendable, Codable {
        case submitted(registration: Registration)
        case supplementAsked(at: LocalMinute, reason: String, papers: [String])
        case supplemented(at: LocalMinute, papers: [String])
        case withdrawn(at: LocalMinute)
        case accepted(at: LocalMinute, dossier: String)
        case refused(at: LocalMinute, reason: String)
    }

    public enum Rejection: Error, Hashable, Sendable {
        case unknown(String)
        case notOnline(ProcessCode)
        case officeUnknown
        case returnWayUnknown
        case nameMissing
        case nameTooLong
        case identityInvalid
        /// Somebody files for the applicant.
        case filerInvalid(Dossiers.FilerFlaw)
        /// Without a phone nobody could follow the filing.
        case phoneMissing
        case phoneInvalid
        case emailInvalid
        /// The office takes nothing online without an address that was shown.
        case contactNotShown
        case addressTooLong
        case papersMissing
        case paperUnknown(String)
        case fieldMissing(FormField)
        case fieldInvalid(FormField)
        /// With what is wrong, where the type has more to say than its name.
        case fieldFlawed(FormField, FieldFlaw)
        case onlyForCitizens
        case onlyForOffice
        case alreadyAsked
        case nothingAsked
        case ended(Standing)
        case reasonMissing
        case missingPapersMissing
        case textTooLong
        /// Name of the input.
        case answerTooLong(field: String)
        /// The personal values were erased, so nobody can be written into a dossier.
        case applicantErased
    }

    static let textMaximum = 2_000
    static let papersMaximum = 50

    /// What `submit` must know beside the answers.
    struct Offer {
        let sheet: Procedures.Sheet
        let components: [String]
        /// Of the form that is filled in when the dossier is taken in.
        let fields: [FormField]
        let offices: [UnitID]
        /// To choose from where an address is asked.
        var wards: [String] = []
        /// On which it is sent.
        var today: DayNumber?
        /// By which ways an address can be shown, and whether it must be.
        var contacts = Contacts.Settings()
        /// Addresses that were shown by who files.
        var shown: [Contacts.Address] = []
    }

    /// Checks the answers in the order of the questions.
    static func check(_ submission: Submission, against offer: Offer) throws(Rejection) {
        if !offer.sheet.isOnline { throw .notOnline(submission.process) }
        if !offer.offices.contains(submission.office) { throw .officeUnknown }
        try check(submission.applicant)
        if offer.contacts.isRequired, offer.shownAddress(of: submission.applicant) == nil {
            throw .contactNotShown
        }
        for field in offer.fields.asked(of: submission.values(of: offer.fields)) {
            try check(submission.value(of: field), of: field)
        }
        if submission.papers.isEmpty { throw .papersMissing }
        for paper in submission.papers where !offer.components.contains(paper) {
            throw .paperUnknown(paper)
        }
        guard let way = submission.returnWay, offer.sheet.returnWays.contains(way) else {
            throw .returnWayUnknown
        }
    }

    static func check(_ applicant: Dossiers.Applicant) throws(Rejection) {
        if applicant.name.allSatisfy(\.isWhitespace) { throw .nameMissing }
        if applicant.name.count > Dossiers.nameMaximum { throw .nameTooLong }
        if !Dossiers.isIdentity(applicant.identity) { throw .identityInvalid }
        if let flaw = Dossiers.flaw(ofFiler: applicant, isWhole: true) {
            throw .filerInvalid(flaw)
        }
        if applicant.phone.isEmpty { throw .phoneMissing }
        if !Dossiers.isPhone(applicant.phone) { throw .phoneInvalid }
        if !isEmail(applicant.email) { throw .emailInvalid }
        if applicant.address.count > 300 { throw .addressTooLong }
        if applicant.request.count > textMaximum { throw .answerTooLong(field: "request") }
    }

    static func check(_ value: FieldValue?, of field: FormField) throws(Rejection) {
        guard let value else {
            if field.required { throw .fieldMissing(field) }
            return
        }
        if field.type == .text, value.text.count > textMaximum {
            throw .answerTooLong(field: field.input)
        }
        switch field.type.flaw(in: value) {
        case nil: return
        case .wrongType: throw .fieldInvalid(field)
        case let flaw?: throw .fieldFlawed(field, flaw)
        }
    }

    /// The same that the counter takes, so that no filing is refused for it when it is accepted.
    /// May be empty.
    static func isEmail(_ text: String) -> Bool {
        text.isEmpty || Notices.address(text) != nil
    }

    /// Says what happens with a filing that is there. `accept` needs the dossier: see FilingDesk.
    static func decide(
        _ command: Command, on filing: Filing, isOffice: Bool, at now: LocalMinute
    ) throws(Rejection) -> [Event] {
        if filing.standing.isEnded { throw .ended(filing.standing) }
        switch command {
        case .submit, .accept: return []
        case .supplement(_, let papers, _):
            if isOffice { throw .onlyForCitizens }
            guard filing.standing == .supplementAsked else { throw .nothingAsked }
            try checkList(papers)
            return [.supplemented(at: now, papers: papers)]
        case .withdraw:
            if isOffice { throw .onlyForCitizens }
            return [.withdrawn(at: now)]
        case .askSupplement(_, let reason, let papers):
            if !isOffice { throw .onlyForOffice }
            if filing.request != nil { throw .alreadyAsked }
            try checkReason(reason)
            try checkList(papers)
            return [.supplementAsked(at: now, reason: reason, papers: papers)]
        case .refuse(_, let reason):
            if !isOffice { throw .onlyForOffice }
            try checkReason(reason)
            return [.refused(at: now, reason: reason)]
        }
    }

    private static func checkReason(_ reason: String) throws(Rejection) {
        if reason.allSatisfy(\.isWhitespace) { throw .reasonMissing }
        if reason.count > textMaximum { throw .textTooLong }
    }

    private static func checkList(_ papers: [String]) throws(Rejection) {
        if papers.isEmpty { throw .missingPapersMissing }
        if papers.count > papersMaximum || papers.contains(where: { $0.count > 500 }) {
            throw .textTooLong
        }
    }
}

extension Filings.Submission {
    func values(of fields: [FormField]) -> [String: FieldValue] {
        var values: [String: FieldValue] = [:]
        for field in fields { values[field.key] = value(of: field) }
        return values
    }

    /// Without answers that nobody asked for.
    func asked(by fields: [FormField]) -> Filings.Submission {
        let asked = fields.asked(of: values(of: fields))
        let open = Set(asked.filter { !$0.personal }.map(\.key))
        let personal = Set(asked.filter(\.personal).map(\.key))
        var kept = self
        kept.fields = self.fields.filter { open.contains($0.key) }
        kept.applicant.fields = applicant.fields.filter { personal.contains($0.key) }
        return kept
    }

    /// Personal values stand with the applicant.
    func value(of field: FormField) -> FieldValue? {
        field.personal
            ? applicant.fields[field.key].flatMap { field.value(of: $0) } : fields[field.key]
    }
}
