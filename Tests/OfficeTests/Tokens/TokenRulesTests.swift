// Who may have a token, for what, for how long; and what the ledger is told of it.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Rules of tokens` {
    private static let start = Instant(milliseconds: 1_500_000_000_000)
    private static let today = DayNumber("2017-07-03") ?? DayNumber(rawValue: 0)

    private static var organisation: People.Organisation {
        var state = People.Organisation()
        for command in DossierTestSamples.organisation + OrganisationTestState.staffCommands {
            let events = try? People.decide(command, on: state, by: nil, today: today)
            for event in events ?? [] { state.apply(event) }
        }
        return state
    }

    private static func grant(
        _ person: PersonID = "chi", name: String = "máy", scopes: [Tokens.Scope] = [.read],
        days: Int64 = 90
    ) -> Tokens.Grant {
        Tokens.Grant(
            id: "a1", person: person, name: name, scopes: scopes, issuedAt: start,
            expiresAt: Instant(milliseconds: start.milliseconds + days * 86_400_000))
    }

    private func decide(
        _ command: Tokens.Command, on token: Tokens.AccessToken? = nil, by person: PersonID?,
        live: Int = 0
    ) throws -> [Tokens.Event] {
        try Tokens.decide(
            command, on: token, by: person,
            in: .init(organisation: Self.organisation, today: Self.today, liveCount: live))
    }

    @Test func `people make tokens for themselves, the machine for anybody`() throws {
        let grant = Self.grant()
        #expect(try decide(.issue(grant, digest: "d"), by: "chi") == [.issued(grant: grant)])
        #expect(try decide(.issue(grant, digest: "d"), by: nil) == [.issued(grant: grant)])
    }

    @Test(arguments: ["binh", "anh", "quan", "la"] as [PersonID])
    func `nobody makes one for somebody else, heads and administrators included`(
        person: PersonID
    ) throws {
        #expect(throws: Tokens.Rejection.onlyForOneself) {
            try decide(.issue(Self.grant(), digest: "d"), by: person)
        }
    }

    static let refused: [(Tokens.Grant, Int, Tokens.Rejection)] = [
        (grant("la-mat"), 0, .personUnknown("la-mat")),
        (grant(name: ""), 0, .nameMissing),
        (grant(name: String(repeating: "ệ", count: 101)), 0, .nameTooLong),
        (grant(scopes: []), 0, .scopesMissing),
        (grant(days: 0), 0, .daysInvalid),
        (grant(days: -1), 0, .daysInvalid),
        (grant(days: 366), 0, .daysInvalid),
        (grant(), 20, .tooMany),
        (grant(), 21, .tooMany),
    ]

    @Test(arguments: refused)
    func `what a token must have is refused when it lacks`(
        grant: Tokens.Grant, live: Int, rejection: Tokens.Rejection
    ) throws {
        #expect(throws: rejection) {
            try decide(.issue(grant, digest: "d"), by: nil, live: live)
        }
    }

    @Test func `the borders are within`() throws {
        for days: Int64 in [1, 365] {
            let events = try decide(.issue(Self.grant(days: days), digest: "d"), by: "chi")
            #expect(events.count == 1)
        }
        let long = Self.grant(name: String(repeating: "ệ", count: 100))
        #expect(try decide(.issue(long, digest: "d"), by: "chi", live: 19).count == 1)
    }

    @Test func `an identifier is used once`() throws {
        let token = Tokens.AccessToken(grant: Self.grant())
        #expect(throws: Tokens.Rejection.exists("a1")) {
            try decide(.issue(Self.grant(), digest: "d"), on: token, by: "chi")
        }
    }

    @Test func `owner, administrator and machine revoke; for others there is no such token`()
        throws
    {
        let token = Tokens.AccessToken(grant: Self.grant())
        for person: PersonID? in ["chi", "quan", nil] {
            #expect(try decide(.revoke("a1"), on: token, by: person) == [.revoked(id: "a1")])
        }
        for person: PersonID in ["binh", "anh", "la", "khong-ai"] {
            #expect(throws: Tokens.Rejection.unknown("a1"), "\(person)") {
                try decide(.revoke("a1"), on: token, by: person)
            }
        }
        #expect(throws: Tokens.Rejection.unknown("b")) { try decide(.revoke("b"), by: "chi") }
    }

    @Test func `revoking twice changes nothing more`() throws {
        var token = Tokens.AccessToken(grant: Self.grant())
        token.apply(.revoked(id: "a1"))
        #expect(token.isRevoked)
        #expect(try decide(.revoke("a1"), on: token, by: "chi").isEmpty)
    }

    @Test func `every refusal says in both languages what to do, and has a code`() {
        let all: [Tokens.Rejection] = [
            .unknown("x"), .onlyForOneself, .personUnknown("x"), .accountUnknown("x"),
            .nameMissing, .nameTooLong, .scopesMissing, .scopeUnknown("x"), .daysInvalid,
            .tooMany, .exists("x"),
        ]
        let denials: [Tokens.Denial] = [
            .notValid, .scopeNeeded(.work), .notForPrograms, .besideSession,
        ]
        let refusals: [any Refusal] = all + denials
        #expect(Set(refusals.map(\.code)).count == refusals.count)
        for refusal in refusals {
            #expect(refusal.code.hasPrefix("tokens.") && !refusal.code.contains("("))
            #expect(refusal.sentence.vi.hasSuffix(".") && refusal.sentence.en.hasSuffix("."))
            #expect(refusal.sentence.vi != refusal.sentence.en)
        }
        #expect(all.filter(\.isNotFound) == [.unknown("x")])
        #expect(Tokens.Rejection.daysInvalid.field == "days")
        #expect(Tokens.Rejection.scopeUnknown("x").field == "scope")
        #expect(Tokens.Rejection.nameTooLong.field == "name")
    }

    @Test func `shapes in the ledger are for ever`() throws {
        let shapes: [(Tokens.Event, String, String)] = [
            (
                .issued(grant: Self.grant(scopes: [.read, .work])), "token.issued",
                """
                {grant: {expiresAt: 1507776000000, id: "a1", issuedAt: 1500000000000, \
                name: "máy", person: "chi", scopes: ["read", "work"]}}
                """
            ),
            (.revoked(id: "a1"), "token.revoked", #"{id: "a1"}"#),
        ]
        for (event, type, text) in shapes {
            let entry = try EventEncoding.entry(of: event, feature: "token")
            #expect(entry.type == type)
            #expect(entry.payload.rendered == text)
            let read = try EventDecoding.event(
                Tokens.Event.self, entryType: type,
                payload: try Payload(decoding: entry.payload.encoded()), feature: "token")
            #expect(read == event)
        }
    }
}
