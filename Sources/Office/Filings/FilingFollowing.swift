// A citizen follows what was filed, brings what was missing, or withdraws it. Once the office has
// taken it in, the number leads to the dossier (Tracking).

import Engine
import Ledger
import WorkTime

extension Filings {
    /// What the citizen is told: the standing by the code alone, the rest with the digits.
    public struct Followed: Sendable, Encodable {
        public let code: String
        public let standing: Standing
        public let details: Details?

        public struct Details: Sendable, Encodable {
            public let title: String
            public let office: String
            public let submittedAt: LocalMinute
            public let request: Request?
            /// Why it was not taken in.
            public let reason: String?
            /// What a form of this page sends back: nobody can make it up.
            public let proof: String
            /// Who has the proof may open them.
            public let attachments: [Attachments.Shown]
        }
    }
}

extension DeskReading {
    /// The code as the ledger writes it, of a filing that is no dossier yet.
    func openFiling(_ code: String) throws -> Filings.Filing? {
        let code = code.uppercased()
        guard code.hasPrefix(Filings.prefix), code.count <= Tracking.codeMaximum else { return nil }
        let filing = try told(Filings.Filing.self, by: Filings.stream(of: code))?.state
        return filing?.dossier == nil ? filing : nil
    }

    func followed(
        _ question: Tracking.Question, salt: String
    ) throws -> Filings.Followed? {
        guard let filing = try openFiling(question.code) else { return nil }
        let registration = filing.registration
        if question.digits.isEmpty {
            return .init(code: registration.code, standing: filing.standing, details: nil)
        }
        let phone = try applicant(of: registration)?.phone ?? ""
        guard let digits = Tracking.digits(of: phone), Site.areEqual(digits, question.digits)
        else { return nil }
        return try followedWhole(filing, salt: salt)
    }

    func followedWhole(_ filing: Filings.Filing, salt: String) throws -> Filings.Followed {
        let registration = filing.registration
        return Filings.Followed(
            code: registration.code, standing: filing.standing,
            details: .init(
                title: registration.title,
                office: try organisation().units[registration.office]?.name ?? "",
                submittedAt: registration.submittedAt, request: filing.request,
                reason: filing.reason,
                proof: Tracking.proof(of: registration.code, salt: salt),
                attachments: try attachments(ofFiling: registration.code)))
    }
}
