// The sentences of the refusals of petitions.

import WorkTime

extension Petitions {
    public enum Rejection: Error, Hashable, Sendable {
        case unknown(String)
        /// The same for a wrong number and a wrong secret.
        case notFound
        case codeMissing, secretMissing
        /// The page is older than its proof, or somebody made it up.
        case proofOld
        case tooMany(seconds: Int)
        case kindMissing, officeUnknown
        case subjectMissing, subjectTooLong
        case wordsMissing, wordsTooLong
        case dossierTooLong, nameTooLong, phoneInvalid, emailInvalid
        case onlyForCharge, onlyForHolder
        case personUnknown, asksHolder, alreadyAsked, notAsked
        case groundMissing, bodyMissing, bodyTooLong
        case publicTextMissing, publicTextTooLong, publicTextNamesSender
        case notAnswered, notPublished, ended
        case mayNotCount
    }
}

extension Petitions.Rejection: Refusal {
    public var code: String { "petitions.\(String(describing: self).prefix { $0 != "(" })" }

    public var isNotFound: Bool {
        switch self {
        case .unknown, .notFound: true
        default: false
        }
    }

    /// Name of the input.
    public var field: String? {
        switch self {
        case .codeMissing, .notFound: "code"
        case .secretMissing: "secret"
        case .kindMissing: "kind"
        case .officeUnknown: "office"
        case .subjectMissing, .subjectTooLong: "subject"
        case .wordsMissing, .wordsTooLong: "words"
        case .dossierTooLong: "dossier"
        case .nameTooLong: "name"
        case .phoneInvalid: "phone"
        case .emailInvalid: "email"
        case .personUnknown, .asksHolder: "person"
        case .groundMissing: "ground"
        case .bodyMissing, .bodyTooLong: "body"
        case .publicTextMissing, .publicTextTooLong, .publicTextNamesSender: "title"
        default: nil
        }
    }

    public var sentence: Bilingual {
        switch self {
        case .unknown, .notFound, .codeMissing, .secretMissing, .proofOld, .tooMany:
            ofFollowing
        case .kindMissing, .officeUnknown, .subjectMissing, .subjectTooLong, .wordsMissing,
            .wordsTooLong, .dossierTooLong, .nameTooLong, .phoneInvalid, .emailInvalid:
            ofSending
        default: ofActs
        }
    }
}
