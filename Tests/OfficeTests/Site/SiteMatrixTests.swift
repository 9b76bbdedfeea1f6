// Every address that is read, asked by every kind of person, as a page and as JSON: the answer is
// what its row says, and no answer holds what a citizen trusted to somebody else.

import Engine
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing
import WorkTime

@testable import Office

@Suite struct `Every address for every person` {
    @Test func `has a row: an address without a rule is an address without rights`() async throws {
        try await DossierTestOffice.run { office in
            let router = office.house.router()
            let read = router.routes.filter { $0.method == .get }.map(\.path.description)
            let rows = Set(SiteMatrix.rows.keys)
            #expect(Set(read).subtracting(rows).sorted() == [], "without a row")
            #expect(rows.subtracting(read).sorted() == [], "without an address")
            #expect(read.count == SiteMatrix.rows.count, "no address stands twice")
            let isEach = SiteMatrix.rows.allSatisfy { !$0.value.isEmpty }
            #expect(isEach)
        }
    }

    @Test func `is one of those that lead to the row they stand in`() {
        for (pattern, row) in SiteMatrix.rows where pattern != "/assets/{digest}/{name}" {
            let wanted = pattern.split(separator: "/")
            for (address, _) in row {
                let parts = address.prefix { $0 != "?" }.split(separator: "/")
                #expect(parts.count == wanted.count, "\(address) in \(pattern)")
                for (part, want) in zip(parts, wanted) where want.first != "{" {
                    #expect(part == want, "\(address) in \(pattern)")
                }
            }
        }
    }

    @Test(arguments: SiteMatrixPerson.groups)
    func `answers as its row says, and tells nothing of others`(_ group: String) async throws {
        try await SiteMatrixWorld.run(group) { world in
            var people: [SiteMatrixPerson?] = SiteMatrixPerson.group(group)
            if group == "staff" { people.append(nil) }
            let told = try await SiteMatrixAsking(world: world).ask(people)
            #expect(told.wrong.isEmpty, "\(told.wrong.prefix(40).joined(separator: "\n"))")
            #expect(told.leaks.isEmpty, "\(told.leaks.prefix(40).joined(separator: "\n"))")
            guard group == "staff" else { return }
            // The staff is shown all it works on: what is looked for can be found.
            for ward in SiteMatrixWard.allCases {
                for kind in SiteMatrixSecret.Kind.allCases {
                    let isShown = told.shown.contains { $0.ward == ward && $0.kind == kind }
                    #expect(isShown == (kind != .door), "\(kind) of \(ward)")
                }
            }
        }
    }

    @Test func `is searched so that a secret is found, and a digest is none`() {
        let secrets = SiteMatrixWard.p.secrets
        let search = SiteMatrixSearch(secrets)
        for secret in secrets {
            #expect(search.found(in: "<b>\(secret.text)</b>") == [secret])
            #expect(search.found(in: secret.text) == [secret])
        }
        let phone = SiteMatrixWard.p.phone(.dossier)
        #expect(search.found(in: "a\(phone) \(phone)1 \(phone.dropLast())").isEmpty)
        #expect(search.found(in: "").isEmpty)
        #expect(Set(secrets.map(\.text)).isDisjoint(with: SiteMatrixWard.s.secrets.map(\.text)))
    }
}

/// Asks for everything.
private struct SiteMatrixAsking {
    let world: SiteMatrixWorld

    struct Told: Sendable {
        var wrong: [String] = []
        var leaks: [String] = []
        var shown: Set<SiteMatrixSecret> = []
    }

    /// Address, ward, rule; addresses that name nothing of a ward are asked for once.
    private var questions: [(path: String, ward: SiteMatrixWard, rule: SiteMatrixRule)] {
        SiteMatrix.rows.sorted { $0.key < $1.key }.flatMap { _, row in
            row.flatMap { address, rule in
                (address.contains("{") ? SiteMatrixWard.allCases : [.p]).map {
                    (world.path(address, $0), $0, rule)
                }
            }
        }
    }

    func ask(_ people: [SiteMatrixPerson?]) async throws -> Told {
        let search = SiteMatrixSearch(world.secrets)
        let questions = questions
        let sequence = try await world.office.sequence()
        var askers: [(person: SiteMatrixPerson?, cookie: String)] = []
        for person in people {
            let session = if let person { try await world.office.signIn(person.id) } else { "" }
            askers.append((person, session.isEmpty ? "" : "roviec_session=\(session)"))
        }
        let all = askers
        let told = try await Application(router: world.office.house.router()).test(.router) {
            client -> Told in
            var told = Told()
            for (person, cookie) in all {
                for question in questions {
                    for wantsJSON in [false, true] {
                        var headers: HTTPFields = [.cookie: cookie]
                        if wantsJSON { headers[.accept] = "application/json" }
                        let (status, text) = try await client.execute(
                            uri: question.path, method: .get, headers: headers
                        ) { ($0.status, String(buffer: $0.body)) }
                        let asked = SiteMatrixAsked(
                            person: person, path: question.path, ward: question.ward,
                            rule: question.rule, wantsJSON: wantsJSON)
                        told.add(asked, status, search.found(in: text))
                    }
                }
            }
            return told
        }
        #expect(try await world.office.sequence() == sequence, "reading writes nothing")
        return told
    }
}

private struct SiteMatrixAsked {
    let person: SiteMatrixPerson?
    let path: String
    let ward: SiteMatrixWard
    let rule: SiteMatrixRule
    let wantsJSON: Bool

    var place: String {
        "\(person?.description ?? "guest") \(path)" + (wantsJSON ? " as JSON" : "")
    }
}

extension SiteMatrixAsking.Told {
    fileprivate mutating func add(
        _ asked: SiteMatrixAsked, _ status: HTTPResponse.Status, _ found: Set<SiteMatrixSecret>
    ) {
        let expected = asked.rule.status(asked.person, asked.ward, wantsJSON: asked.wantsJSON)
        if status != expected { wrong.append("\(asked.place): \(status), not \(expected)") }
        for secret in found {
            if secret.isFor(asked.person) {
                shown.insert(secret)
            } else {
                leaks.append("\(asked.place): \(secret)")
            }
        }
    }
}
