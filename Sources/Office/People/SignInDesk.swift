// Signing in and out. Passwords and sessions are secrets: they change tables, never the ledger.

import Engine
import Ledger
import WorkTime

extension People {
    /// Why somebody could not sign in. The sentence is the same for a wrong name and a wrong
    /// password, so that names cannot be guessed.
    public enum SignInRejection: Refusal, Hashable {
        case wrongNameOrPassword
        case resting
        case noPosition

        public var code: String { "people.signIn.\(String(describing: self))" }

        public var sentence: Bilingual {
            switch self {
            case .wrongNameOrPassword:
                Bilingual(
                    vi: "Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra rồi nhập lại.",
                    en: "The account or the password is not right. Check both and try again.")
            case .resting:
                Bilingual(
                    vi: "Tài khoản tạm khóa 15 phút vì nhập sai 10 lần. Hãy chờ hoặc gọi quản trị.",
                    en: "The account rests for 15 minutes after 10 wrong passwords.")
            case .noPosition:
                Bilingual(
                    vi: "Hôm nay bạn chưa giữ vị trí nào trong cơ quan. Hãy gọi người quản trị.",
                    en: "You hold no position in the office today. Ask the administrator.")
            }
        }
    }
}

extension Desk {
    /// Opens a session and returns its token, which only the browser keeps.
    public func signIn(account name: String, password: String) async throws -> String {
        let now = sources.now()
        let found = try await store.read { try People.account(named: name, in: $0) }
        guard let account = found else {
            // The same time is spent, so that the answer does not tell whether the name exists.
            _ = try PasswordHash.make(password, salt: sources.bytes(16))
            throw People.SignInRejection.wrongNameOrPassword
        }
        if account.lockedUntil > now { throw People.SignInRejection.resting }
        guard PasswordHash.matches(password, encoded: account.passwordHash) else {
            try await store.write {
                try People.noteFailure(of: name, at: now, in: $0)
            }
            throw People.SignInRejection.wrongNameOrPassword
        }
        let token = sources.token(bytes: 32)
        let digest = Site.digest(of: token)
        try await store.write {
            try People.openSession(
                tokenDigest: digest, account: name, person: account.person, at: now, in: $0)
        }
        return token
    }

    public func signOut(token: String) async throws {
        let digest = Site.digest(of: token)
        try await store.write { try People.closeSession(tokenDigest: digest, in: $0) }
    }

    /// Sets the password of an account that the organisation knows.
    public func setPassword(_ password: String, account: String, person: PersonID) async throws {
        let hash = try PasswordHash.make(password, salt: sources.bytes(16))
        try await setPasswordHash(hash, accounts: [(account, person)])
    }

    /// Sets one hash for many accounts: for the demo office, whose password everybody knows.
    public func setPasswordHash(
        _ hash: String, accounts: [(name: String, person: PersonID)]
    ) async throws {
        try await store.write { transaction in
            for account in accounts {
                try People.setPassword(
                    hash: hash, account: account.name, person: account.person, in: transaction)
            }
        }
    }

    /// The viewer of a session, as the organisation is on the office's day.
    func signedIn(tokenDigest: String, at now: Instant, office: Instant) async throws -> Viewer? {
        let today = office.local(in: sources.zone).day
        return try await read { reading in
            guard
                let person = try People.person(
                    ofSession: tokenDigest, at: now, in: reading.reader)
            else { return nil }
            return Viewer(person: person, in: try reading.organisation(), today: today)
        }
    }
}
