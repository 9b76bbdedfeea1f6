// Signing in at the desk: wrong passwords, rest, sessions and their end.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Accounts and sessions` {
    private static let password = "mật khẩu hư cấu"
    private static let minute: Int64 = 60_000

    private func withAccount(
        _ body: (DossierTestOffice) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.desk.setPassword(Self.password, account: "chi.mc", person: "chi")
            try await body(office)
        }
    }

    /// `nil` when the account opens, else why not.
    private func refusal(
        _ office: DossierTestOffice, _ password: String, account: String = "chi.mc"
    ) async throws -> People.SignInRejection? {
        do {
            _ = try await office.desk.signIn(account: account, password: password)
            return nil
        } catch let rejection as People.SignInRejection {
            return rejection
        }
    }

    private func viewer(
        _ office: DossierTestOffice, _ token: String, plus minutes: Int64 = 0
    ) async throws -> PersonID? {
        let now = Instant(
            milliseconds: office.sources.now.milliseconds + minutes * Self.minute)
        return try await office.desk.signedIn(
            tokenDigest: Site.digest(of: token), at: now, office: now)?.person
    }

    @Test func `nine wrong passwords and a right one begin the count again`() async throws {
        try await withAccount { office in
            for _ in 0..<2 {
                for _ in 0..<(People.failuresMaximum - 1) {
                    let refused = try await refusal(office, "sai")
                    #expect(refused == .wrongNameOrPassword)
                }
                #expect(try await refusal(office, Self.password) == nil)
            }
        }
    }

    @Test func `the tenth wrong password lets the account rest for a quarter of an hour`()
        async throws
    {
        try await withAccount { office in
            for _ in 0..<People.failuresMaximum {
                #expect(try await refusal(office, "sai") == .wrongNameOrPassword)
            }
            #expect(try await refusal(office, Self.password) == .resting)
            try office.set("2017-07-03T09:14")
            #expect(try await refusal(office, Self.password) == .resting)
            try office.set("2017-07-03T09:15")
            // Somebody who goes on guessing meets the rest again at once.
            #expect(try await refusal(office, "sai") == .wrongNameOrPassword)
            #expect(try await refusal(office, Self.password) == .resting)
            try office.set("2017-07-03T09:30")
            #expect(try await refusal(office, Self.password) == nil)
            #expect(try await refusal(office, "sai") == .wrongNameOrPassword)
            #expect(try await refusal(office, Self.password) == nil)
        }
    }

    @Test func `wrong passwords that come side by side are all counted`() async throws {
        try await withAccount { office in
            let desk = office.desk
            let refusals = await withTaskGroup(of: People.SignInRejection?.self) { group in
                for _ in 0..<(People.failuresMaximum + 6) {
                    group.addTask {
                        do {
                            _ = try await desk.signIn(account: "chi.mc", password: "sai")
                            return nil
                        } catch {
                            return error as? People.SignInRejection
                        }
                    }
                }
                var found: [People.SignInRejection?] = []
                for await refusal in group { found.append(refusal) }
                return found
            }
            #expect(!refusals.contains(nil))
            let last = try await refusal(office, Self.password)
            #expect(last == .resting)
        }
    }

    @Test func `the rest of one account leaves the others alone`() async throws {
        try await withAccount { office in
            try await office.desk.setPassword("khác", account: "binh.mc", person: "binh")
            for _ in 0..<People.failuresMaximum { _ = try await refusal(office, "sai") }
            #expect(try await refusal(office, "khác", account: "binh.mc") == nil)
            #expect(try await refusal(office, "x", account: "khong.co") == .wrongNameOrPassword)
        }
    }

    @Test func `a new password ends the rest, and the old one opens nothing`() async throws {
        try await withAccount { office in
            for _ in 0..<People.failuresMaximum { _ = try await refusal(office, "sai") }
            #expect(try await refusal(office, Self.password) == .resting)
            try await office.desk.setPassword("mới", account: "chi.mc", person: "chi")
            #expect(try await refusal(office, Self.password) == .wrongNameOrPassword)
            #expect(try await refusal(office, "mới") == nil)
        }
    }

    @Test func `an account name that passes to somebody else signs in that person`()
        async throws
    {
        try await withAccount { office in
            try await office.desk.setPassword("mới", account: "chi.mc", person: "binh")
            let token = try await office.desk.signIn(account: "chi.mc", password: "mới")
            #expect(try await viewer(office, token) == "binh")
        }
    }

    @Test func `names are taken letter by letter`() async throws {
        try await withAccount { office in
            for name in [
                "CHI.MC", "chi.mc ", " chi.mc", "chi", "", "chi.mc' OR '1'='1", "%", "chi%",
            ] {
                let refused = try await refusal(office, Self.password, account: name)
                #expect(refused == .wrongNameOrPassword, "\(name)")
            }
        }
    }

    @Test func `a session lasts half a day, and not a minute longer`() async throws {
        try await withAccount { office in
            let token = try await office.desk.signIn(account: "chi.mc", password: Self.password)
            #expect(try await viewer(office, token) == "chi")
            #expect(try await viewer(office, token, plus: 12 * 60 - 1) == "chi")
            #expect(try await viewer(office, token, plus: 12 * 60) == nil)
        }
    }

    @Test func `signing out closes this session and no other`() async throws {
        try await withAccount { office in
            let first = try await office.desk.signIn(account: "chi.mc", password: Self.password)
            let second = try await office.desk.signIn(account: "chi.mc", password: Self.password)
            #expect(first != second && first.count == 64)
            try await office.desk.signOut(token: first)
            #expect(try await viewer(office, first) == nil)
            #expect(try await viewer(office, second) == "chi")
            try await office.desk.signOut(token: first)
            try await office.desk.signOut(token: "")
            #expect(try await viewer(office, second) == "chi")
        }
    }

    @Test func `the digest that the store keeps is no key to the session`() async throws {
        try await withAccount { office in
            let token = try await office.desk.signIn(account: "chi.mc", password: Self.password)
            #expect(try await viewer(office, Site.digest(of: token)) == nil)
            #expect(try await viewer(office, "") == nil)
            #expect(try await viewer(office, String(token.dropLast())) == nil)
        }
    }

    @Test func `sessions that are over are swept out when somebody signs in`() async throws {
        try await withAccount { office in
            for _ in 0..<3 {
                _ = try await office.desk.signIn(account: "chi.mc", password: Self.password)
            }
            #expect(try await office.number("SELECT count(*) AS n FROM session") == 3)
            try office.set("2017-07-04T09:00")
            _ = try await office.desk.signIn(account: "chi.mc", password: Self.password)
            #expect(try await office.number("SELECT count(*) AS n FROM session") == 1)
        }
    }

    @Test func `signing in and out never touches the ledger`() async throws {
        try await withAccount { office in
            let before = try await office.sequence()
            _ = try await refusal(office, "sai")
            let token = try await office.desk.signIn(account: "chi.mc", password: Self.password)
            try await office.desk.signOut(token: token)
            try await office.desk.setPassword("mới", account: "chi.mc", person: "chi")
            #expect(try await office.sequence() == before)
        }
    }

    @Test func `one hash may be given to many accounts of a demo office`() async throws {
        try await DossierTestOffice.run { office in
            let hash = try PasswordHash.make("chung", salt: office.sources.bytes(16))
            try await office.desk.setPasswordHash(
                hash, accounts: [(name: "anh", person: "anh"), (name: "binh", person: "binh")])
            for name in ["anh", "binh"] {
                let token = try await office.desk.signIn(account: name, password: "chung")
                #expect(try await viewer(office, token)?.rawValue == name)
            }
        }
    }

    @Test(arguments: [
        People.SignInRejection.wrongNameOrPassword, .resting, .noPosition,
    ])
    func `each refusal has its sentence in both languages`(_ refusal: People.SignInRejection) {
        #expect(refusal.code == "people.signIn.\(refusal)")
        #expect(refusal.sentence.vi.hasSuffix(".") && refusal.sentence.en.hasSuffix("."))
        #expect(refusal.sentence.vi != refusal.sentence.en && !refusal.isNotFound)
    }

    // MARK: At the page

    @Test func `somebody without a position today is told so, and gets no session`()
        async throws
    {
        try await withAccount { office in
            _ = try await office.desk.perform(
                .people(
                    .endHolding(
                        position: "p.mc:can-bo-mc", person: "chi",
                        through: organisationDay("2017-07-02"))),
                by: nil, at: office.sources.now)
            let fields = [("account", "chi.mc"), ("password", Self.password)]
            let page = try await office.post("/sign-in", as: nil, fields)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains(People.SignInRejection.noPosition.sentence.vi))
            #expect(page.header("Set-Cookie").isEmpty)
            let json = try await office.post("/sign-in", as: nil, fields, wantsJSON: true)
            #expect(try json.code() == "people.signIn.noPosition")
            #expect(try await office.number("SELECT count(*) AS n FROM session") == 0)
        }
    }

    @Test func `a person who leaves loses the open session with the position`() async throws {
        try await withAccount { office in
            let token = try await office.desk.signIn(account: "chi.mc", password: Self.password)
            _ = try await office.desk.perform(
                .people(
                    .endHolding(
                        position: "p.mc:can-bo-mc", person: "chi", through: office.now.day)),
                by: nil, at: office.sources.now)
            #expect(try await viewer(office, token) == "chi")
            #expect(try await viewer(office, token, plus: 12 * 60 - 1) == "chi")
            try office.set("2017-07-03T20:00")
            let late = try await office.desk.signIn(account: "chi.mc", password: Self.password)
            try office.set("2017-07-04T00:00")
            #expect(try await viewer(office, late) == nil)
        }
    }

    @Test func `signing out needs the form of the own page`() async throws {
        try await withAccount { office in
            let session = try await office.signIn("chi")
            for token in ["", "0", Site.formToken(of: "khác")] {
                let answer = try await office.send(
                    .post, "/sign-out", [.cookie: "roviec_session=\(session)"],
                    body: DossierTestOffice.encoded([("token", token)]))
                #expect(answer.status == .unprocessableContent)
                #expect(answer.header("Set-Cookie").isEmpty)
            }
            #expect(try await viewer(office, session) == "chi")
            let stranger = try await office.post("/sign-out", as: nil, [])
            #expect(stranger.location == "/sign-in")
        }
    }
}
