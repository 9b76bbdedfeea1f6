// Commands, events and refusals of tokens.

import Engine
import WorkTime

extension Tokens {
    public enum Command: Sendable {
        /// `digest` is SHA-256 of the token in hexadecimal digits; it goes beside the ledger.
        case issue(Grant, digest: String)
        case revoke(String)

        var id: String {
            switch self {
            case .issue(let grant, _): grant.id
            case .revoke(let id): id
            }
        }
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum Event: Hashable, Sendable, Codable {
        case issued(grant: Grant)
        case revoked(id: String)
    }

    public enum Rejection: Error, Hashable, Sendable {
        case unknown(String)
        case onlyForOneself
        case personUnknown(PersonID)
        case accountUnknown(String)
        case nameMissing
        case nameTooLong
        case scopesMissing
        case scopeUnknown(String)
        case daysInvalid
        case tooMany
        case exists(String)
    }

    /// What `decide` must know beside the token itself.
    struct Surroundings {
        let organisation: People.Organisation
        let today: DayNumber
        /// Tokens of the person that open something now.
        let liveCount: Int
    }

    /// Says what happens, or why it may not. Reads only its arguments. `by` is `nil` for whoever
    /// stands at the machine itself. Nobody is given a token for somebody else, administrators
    /// included: it would let them act in another's name.
    static func decide(
        _ command: Command, on token: AccessToken?, by person: PersonID?, in around: Surroundings
    ) throws(Rejection) -> [Event] {
        switch command {
        case .issue(let grant, _):
            if token != nil { throw .exists(grant.id) }
            if let person, person != grant.person { throw .onlyForOneself }
            if around.organisation.people[grant.person] == nil {
                throw .personUnknown(grant.person)
            }
            if grant.name.isEmpty { throw .nameMissing }
            if grant.name.count > nameMaximum { throw .nameTooLong }
            if grant.scopes.isEmpty { throw .scopesMissing }
            let life = grant.expiresAt.milliseconds - grant.issuedAt.milliseconds
            if life < dayMilliseconds || life > Int64(daysMaximum) * dayMilliseconds {
                throw .daysInvalid
            }
            if around.liveCount >= countMaximum { throw .tooMany }
            return [.issued(grant: grant)]
        case .revoke(let id):
            guard let token else { throw .unknown(id) }
            if let person, person != token.grant.person,
                !around.organisation.mayAdminister(person, around.today)
            {
                throw .unknown(id)
            }
            return token.isRevoked ? [] : [.revoked(id: id)]
        }
    }
}

extension Tokens.AccessToken {
    /// Writes one event into the state. Never refuses, never looks at a clock.
    mutating func apply(_ event: Tokens.Event) {
        switch event {
        case .issued(let grant): self.grant = grant
        case .revoked: isRevoked = true
        }
    }
}
