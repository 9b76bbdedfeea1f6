// Every address of payments asked by everybody: what opens, what is not found, what is refused.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Who may open what of payments` {
    /// People of ward A and B, a guest, and their kind.
    private static let people: [(PersonID?, Kind)] = [
        ("chi", .officer), ("binh", .officer), ("anh", .leader), ("pho", .leader),
        ("tam", .stranger), ("ha", .stranger), ("ke", .stranger), ("la", .elsewhere),
        ("giang", .elsewhere), ("quantri", .administrator), (nil, .guest),
    ]

    private enum Kind { case officer, leader, stranger, elsewhere, administrator, guest }

    private static func expected(_ path: String, _ kind: Kind) -> HTTPResponse.Status {
        if kind == .guest { return .seeOther }
        switch path {
        case "/payments/account?office=p":
            return [.officer, .leader, .administrator].contains(kind) ? .ok : .notFound
        case "/payments/statement":
            switch kind {
            case .officer: return .ok
            case .leader: return .unprocessableContent
            default: return .notFound
            }
        default: return [.officer, .leader].contains(kind) ? .ok : .notFound
        }
    }

    @Test func `is the same for people and programs`() async throws {
        try await DossierTestOffice.run { office in
            try await office.openAccount()
            let code = try await office.receive()
            try await office.ask(code)
            let paths = [
                "/payments?office=p", "/payments/account?office=p", "/payments/statement",
                "/payments/settlement?office=p", "/payments/settlement.csv?office=p",
                "/dossiers/\(code)/payments",
            ]
            for (person, kind) in Self.people {
                for path in paths {
                    // The statement is that of one's own office.
                    if path == "/payments/statement", kind == .elsewhere { continue }
                    let page = try await office.open(path, as: person)
                    #expect(page.status == Self.expected(path, kind), "\(path) \(kind)")
                    #expect(page.status == .ok || !page.text.contains("Bản sao trích lục"))
                    guard let person else { continue }
                    let token = try await office.token(of: person, .read)
                    let json = try await office.call(.get, path, token)
                    #expect(json.status == page.status, "\(path) \(kind)")
                    try await office.revokeAll(of: person)
                }
            }
        }
    }

    /// Programs with the scope `read` change nothing, and with `work` not the account.
    @Test(arguments: [
        ("/payments/statement", Tokens.Scope.work), ("/payments/statement/confirmation", .work),
        ("/payments/account", .admin), ("/payments/account/", .admin),
        ("/dossiers/PA-170703-0001/payments", .work),
    ])
    func `needs the scope of its address`(_ path: String, _ scope: Tokens.Scope) async throws {
        try await DossierTestOffice.run { office in
            for other in Tokens.Scope.allCases where other != scope {
                let token = try #require(try await office.issue("chi", [other]).text)
                let answer = try await office.call(.post, path, token, json: "{}")
                #expect(answer.status == .forbidden, "\(path) \(other)")
                #expect(answer.header("WWW-Authenticate").contains("scope=\"\(scope.rawValue)\""))
            }
        }
    }

    @Test(arguments: ["%FF", "office=%C0%AF", "after=%FE"])
    func `refuses an address that is no text`(_ query: String) async throws {
        try await DossierTestOffice.run { office in
            for path in ["/payments", "/payments/account", "/payments/settlement"] {
                let page = try await office.open("\(path)?\(query)", as: "chi")
                #expect(page.status == .unprocessableContent, "\(path) \(page.status)")
            }
        }
    }

    @Test(arguments: [
        "' OR 1=1 --", "p'; DROP TABLE payment; --", "../p", "p\u{0}", "%", "P",
        "\u{202E}p", String(repeating: "p", count: 3_000),
    ])
    func `finds no office by a trick`(_ office: String) async throws {
        try await DossierTestOffice.run { test in
            let code = try await test.receive()
            try await test.ask(code)
            let asked = DossierTestOffice.encoded(office)
            for path in ["/payments", "/payments/settlement", "/payments/settlement.csv"] {
                let page = try await test.open("\(path)?office=\(asked)", as: "chi")
                if office == "p\u{0}" { continue }
                #expect(page.status == .notFound, "\(path) \(page.status)")
            }
            #expect(try await test.number("SELECT count(*) AS n FROM payment") == 1)
        }
    }
}

extension DossierTestOffice {
    fileprivate func revokeAll(of person: PersonID) async throws {
        for token in try await tokens(of: person) where token.standing == .live {
            try await revoke(token.id)
        }
    }
}

@Suite struct `The sentences of refused payments` {
    private static let all: [Payments.Rejection] = [
        .unknown("x"), .officeUnknown("x"), .mayNotWrite, .mayNotSetAccount, .bankInvalid,
        .accountInvalid, .holderInvalid, .amountInvalid, .reasonMissing, .reasonTooLong,
        .alreadyOpen(amount: 8_000), .tooMany, .alreadyPaid(on: day), .alreadyCancelled, .notPaid,
        .amountDiffers(asked: 1, given: 2), .dayInvalid("x"), .dayAhead(day),
        .dayBeforeAsking(day), .receiptMissing, .wordsTooLong(field: "receipt"),
        .refundTooLarge(left: 3), .statement(.empty), .statement(.tooLong),
        .statement(.columnsMissing(Payments.Column.allCases)),
        .statement(.notATable(line: 7, .init(vi: "dấu", en: "mark"))), .nothingToConfirm,
        .tooManyRows,
    ]
    private static let day = LocalMinuteSample.day ?? DayNumber(rawValue: 0)

    @Test func `are said in both languages, each its own`() {
        let sentences = Self.all.map(\.sentence)
        for (rejection, sentence) in zip(Self.all, sentences) {
            #expect(sentence.vi.count > 8 && sentence.en.count > 8, "\(rejection)")
            #expect(sentence.vi.hasSuffix(".") && sentence.en.hasSuffix("."), "\(rejection)")
            #expect(sentence.vi != sentence.en)
        }
        #expect(Set(sentences.map(\.vi)).count == sentences.count)
        #expect(Set(sentences.map(\.en)).count == sentences.count)
    }

    @Test func `name what was not found alone as not found`() {
        let missing = Self.all.filter(\.isNotFound)
        #expect(missing == [.unknown("x"), .officeUnknown("x")])
        #expect(Payments.Rejection.statement(.empty).code == "payments.statement")
        #expect(Payments.Rejection.alreadyPaid(on: Self.day).code == "payments.alreadyPaid")
        #expect(
            Payments.Rejection.alreadyPaid(on: Self.day).sentence.vi
                == "Khoản này đã thu ngày 03/07/2017.")
    }
}
