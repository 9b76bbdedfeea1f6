// Passwords as argon2id: what is kept, what matches, and what never does.

import Testing

@testable import Office

@Suite struct `Kept passwords` {
    private let salt = [UInt8](repeating: 7, count: 16)

    @Test func `have the form of RFC 9106 with the parameters that OWASP names`() throws {
        let encoded = try PasswordHash.make("một mật khẩu", salt: salt)
        #expect(encoded.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        let parts = encoded.split(separator: "$")
        #expect(parts.count == 5)
        // 16 bytes of salt and 32 of hash in base 64 without padding.
        #expect(parts[3].count == 22 && parts[4].count == 43)
        #expect(!encoded.contains("\0"))
    }

    @Test func `match the password they were made from and no other`() throws {
        let encoded = try PasswordHash.make("mật khẩu", salt: salt)
        #expect(PasswordHash.matches("mật khẩu", encoded: encoded))
        for other in [
            "", "mật khẩ", "mật khẩu ", " mật khẩu", "Mật khẩu", "mat khau", "mật khẩu\0",
            "mật\0khẩu", encoded,
        ] {
            #expect(!PasswordHash.matches(other, encoded: encoded), "\(other.debugDescription)")
        }
    }

    @Test func `differ by their salt, so that equal passwords do not show`() throws {
        let other = [UInt8](repeating: 8, count: 16)
        let (one, two) = (
            try PasswordHash.make("như nhau", salt: salt),
            try PasswordHash.make("như nhau", salt: other)
        )
        #expect(one != two)
        #expect(PasswordHash.matches("như nhau", encoded: two))
        #expect(try PasswordHash.make("như nhau", salt: salt) == one)
    }

    @Test(arguments: ["", " ", "a", "đ", "😀", "a\0b", "\0", String(repeating: "ư", count: 4000)])
    func `are made of any text`(_ password: String) throws {
        let encoded = try PasswordHash.make(password, salt: salt)
        #expect(PasswordHash.matches(password, encoded: encoded))
        #expect(!PasswordHash.matches(password + "x", encoded: encoded))
    }

    @Test(arguments: [[], [1, 2, 3, 4, 5, 6, 7]] as [[UInt8]])
    func `are not made with too little salt`(_ salt: [UInt8]) {
        #expect(throws: PasswordHash.Flaw.self) { try PasswordHash.make("x", salt: salt) }
    }

    @Test(arguments: [
        "", "x", "$argon2id$", "$argon2id$v=19$m=19456,t=2,p=1$",
        "$argon2id$v=19$m=19456,t=2,p=1$$",
        "$argon2i$v=19$m=19456,t=2,p=1$BwcHBwcHBwcHBwcHBwcHBw$AAAA",
        "$argon2id$v=19$m=0,t=0,p=0$BwcHBwcHBwcHBwcHBwcHBw$AAAAAAAA", "mật khẩu",
        "$argon2id$v=19$m=19456,t=2,p=1$đđ$đđ",
    ])
    func `that were damaged match nothing`(_ encoded: String) {
        for password in ["", "x", "mật khẩu", encoded] {
            #expect(!PasswordHash.matches(password, encoded: encoded))
        }
    }

    @Test func `that lost or changed one letter match nothing`() throws {
        let encoded = try PasswordHash.make("mật khẩu", salt: salt)
        #expect(!PasswordHash.matches("mật khẩu", encoded: String(encoded.dropLast())))
        var letters = Array(encoded)
        let middle = letters.count - 10
        letters[middle] = letters[middle] == "A" ? "B" : "A"
        #expect(!PasswordHash.matches("mật khẩu", encoded: String(letters)))
    }
}
