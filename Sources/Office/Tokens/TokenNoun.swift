// A token as its stream tells it.

import Engine
import Ledger
import WorkTime

extension Tokens {
    /// What a token may be used for. None includes another.
    public enum Scope: String, Hashable, Sendable, Codable, CaseIterable {
        /// See what its person sees.
        case read
        /// Take dossiers in and act on them.
        case work
        /// Change the organisation and the processes.
        case admin
    }

    /// What was granted: by this name, for so long. Times are the machine's: a demo office moves
    /// its own clock on.
    public struct Grant: Hashable, Sendable, Codable {
        public var id: String
        public var person: PersonID
        /// What the person calls it: which program has it.
        public var name: String
        public var scopes: [Scope]
        public var issuedAt: Instant
        public var expiresAt: Instant
    }

    /// The state of one token.
    public struct AccessToken: Hashable, Sendable, Codable {
        public var grant: Grant
        public var isRevoked = false
    }

    /// How a token stands in a list. Nothing here opens anything.
    public struct Listed: Hashable, Sendable, Encodable {
        public enum Standing: String, Hashable, Sendable, Codable {
            case live, expired, revoked
        }
        public let id: String
        public let person: PersonID
        public let name: String
        public let scopes: [Scope]
        public let issuedAt: LocalMinute
        public let expiresAt: LocalMinute
        /// To the hour, as it is noted; `nil` when it was never used.
        public let usedAt: LocalMinute?
        public let standing: Standing
    }

    /// A token that opened the door, and for whom.
    struct Bearer: Hashable, Sendable {
        let id: String
        let person: PersonID
        let scopes: Set<Scope>
        let usedAt: Instant
    }

    /// Before the secret, so that scanners for leaked keys know it.
    static let prefix = "rv_"
    static let secretBytes = 32
    static let daysUsual = 90
    static let daysMaximum = 365
    static let nameMaximum = 100
    /// Live tokens of one person.
    static let countMaximum = 20
    /// The last use is noted once in so long, not with each request.
    static let useMilliseconds: Int64 = 3_600_000
    static let dayMilliseconds: Int64 = 86_400_000
}

extension Tokens.AccessToken: ToldState {
    /// A token has two entries at most.
    static var savedEvery: Int { 16 }

    /// The entry before the token was issued.
    private struct OutOfOrder: Error {}

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        let event = try EventDecoding.event(
            Tokens.Event.self, entryType: entry.type, payload: try entry.decodedPayload(),
            feature: "token")
        if case .issued(let grant) = event, state == nil { return Self(grant: grant) }
        guard var token = state else { throw OutOfOrder() }
        token.apply(event)
        return token
    }
}
