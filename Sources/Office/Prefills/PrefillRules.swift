// What may be asked for, and which values of an earlier filing are lent to a new one.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Prefills {
    public enum Rejection: Error, Hashable, Sendable {
        /// The box was not ticked.
        case notTicked
        case alreadyGiven
        case notGiven
        /// Nothing was filed with this address for oneself.
        case nothingFiled
    }

    /// What must be known before a consent is given.
    struct Surroundings {
        let isTicked: Bool
        /// Whether one stands already.
        let isGiven: Bool
        /// Whether there is a filing that could lend values.
        let hasSource: Bool
    }

    /// What comes of it needs the address, which lies beside the ledger: the desk writes it.
    static func decideAgreeing(_ around: Surroundings) throws(Rejection) {
        if around.isGiven { throw .alreadyGiven }
        if !around.isTicked { throw .notTicked }
        if !around.hasSource { throw .nothingFiled }
    }

    static func decideWithdrawing(
        _ consent: Consent?, at now: LocalMinute
    ) throws(Rejection) -> [Event] {
        guard let consent, consent.withdrawnAt == nil else { throw .notGiven }
        return [.withdrawn(at: now)]
    }

    /// Whether the values of the applicant are those of who filed: then nobody filed for them, and
    /// the address that was shown stands among them.
    static func lends(_ applicant: Dossiers.Applicant, to address: Contacts.Address) -> Bool {
        applicant.submitter.isEmpty && applicant.filer == nil
            && applicant.addresses.contains(address)
    }

    /// Applicant and plain fields. Never a file, never a field that is personal: nothing in a form
    /// tells whose person such a field is about.
    static func filled(from source: Source, for fields: [FormField]) -> Filled {
        let applicant = source.applicant
        var values: [String: String] = [
            "name": applicant.name, "identity": applicant.identity, "phone": applicant.phone,
            "email": applicant.email, "address": applicant.address,
        ].filter { isFit($0.value, for: $0.key) }
        for field in fields where source.fields.contains(where: { $0.asksSame(as: field) }) {
            guard let value = source.values[field.key], field.type.flaw(in: value) == nil else {
                continue
            }
            values[field.input] = value.text
        }
        return Filled(code: source.code, day: source.day, values: values)
    }

    /// What would be refused when it is sent is not filled in: the citizen did not type it.
    private static func isFit(_ value: String, for name: String) -> Bool {
        if value.isEmpty { return false }
        return switch name {
        case "name": value.count <= Dossiers.nameMaximum
        case "identity": Dossiers.isIdentity(value)
        case "phone": Dossiers.isPhone(value)
        case "email": Filings.isEmail(value)
        default: value.count <= 300
        }
    }
}

extension FormField {
    /// Whether both ask for the same thing, in a way that one answer serves both.
    func asksSame(as other: FormField) -> Bool {
        key == other.key && type == other.type && type.isPlain && !personal && !other.personal
            && Folding.fold(label) == Folding.fold(other.label)
    }
}

extension Prefills.Filled {
    /// Those that still stand as they were filled in.
    func standing(in form: Site.Form) -> Self {
        var filled = self
        filled.values = values.filter { form[$0.key] == $0.value }
        return filled
    }

    /// Of a draft that was sent nothing stays but whether its identity paper was filled in.
    var sent: Self {
        var filled = self
        filled.values = values.filter { $0.key == "identity" }.mapValues { _ in "" }
        return filled
    }

    var hasIdentity: Bool { values["identity"] != nil }

    /// The page shows the number masked in an empty input: left empty with the box ticked it is
    /// kept; a number that was typed takes its place.
    func keepingIdentity(_ sent: Site.Form) -> Site.Form {
        guard let identity = values["identity"], sent["identity"].isEmpty,
            sent["keepIdentity"] == Prefills.tick
        else { return sent }
        return sent.with("identity", identity)
    }

    /// Under what a program sent itself.
    func under(_ form: Site.Form) -> Site.Form {
        Site.Form(
            pairs: form.pairs
                + values.sorted { $0.key < $1.key }.filter { form[$0.key].isEmpty }
                .map { ($0.key, $0.value) })
    }
}
