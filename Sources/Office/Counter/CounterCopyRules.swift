// What the applicant of a dossier told is used for another dossier of the same person, who consents
// at the counter (law 91/2025/QH15, articles unconfirmed; docs/decisions/0049).

extension Counter {
    /// The applicant's own values, and nothing of what was asked for, of papers or of other people.
    struct Copy: Hashable, Sendable, Encodable {
        /// The dossier they come from.
        let source: String
        let name: String
        let identity: String
        let phone: String
        let address: String
        let email: String
    }

    public enum Rejection: Error, Hashable, Sendable {
        case consentMissing
        case sourceMissing
        /// Also one that exists and may not be seen.
        case sourceUnknown(String)
        case sourceErased(String)
    }

    /// - Parameters:
    ///   - isConsented: Ticked by the officer, who asked the person in front of the window.
    ///   - record: The dossier; `nil` when there is none that the officer may see.
    /// - Throws: What keeps the values where they are.
    static func decideCopying(
        from source: String, isConsented: Bool, _ record: Dossiers.Record?
    ) throws(Rejection) -> Copy {
        if source.isEmpty { throw .sourceMissing }
        if !isConsented { throw .consentMissing }
        guard let record else { throw .sourceUnknown(source) }
        guard let applicant = record.applicant else { throw .sourceErased(source) }
        return Copy(
            source: record.registration.code, name: applicant.name, identity: applicant.identity,
            phone: applicant.phone, address: applicant.address, email: applicant.email)
    }
}
