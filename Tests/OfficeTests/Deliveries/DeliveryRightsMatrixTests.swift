// Every address and every act of deliveries tried by everybody: what opens, what is not found.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Who may open what of deliveries` {
    private enum Kind { case clerk, leader, carrier, stranger, elsewhere, guest }

    /// `ha` carries; people of ward A and B, and a guest.
    private static let people: [(PersonID?, Kind)] = [
        ("chi", .clerk), ("binh", .clerk), ("anh", .leader), ("pho", .leader),
        ("ha", .carrier), ("tam", .stranger), ("ke", .stranger), ("la", .elsewhere),
        ("giang", .elsewhere), (nil, .guest),
    ]

    private static func expected(_ path: String, _ kind: Kind) -> HTTPResponse.Status {
        if kind == .guest { return .seeOther }
        if path.hasPrefix("/deliveries/route?officer=") {
            return [.stranger].contains(kind) ? .notFound : .ok
        }
        if path == "/deliveries/route" || path == "/deliveries/leave" { return .ok }
        if path.hasPrefix("/deliveries/leave") {
            return kind == .elsewhere ? .notFound : .ok
        }
        if path.hasPrefix("/deliveries?") || path.hasPrefix("/deliveries/roster") {
            return [.clerk, .leader].contains(kind) ? .ok : .notFound
        }
        return [.clerk, .leader, .carrier].contains(kind) ? .ok : .notFound
    }

    @Test func `is the same for people and programs, and nobody else sees to whom`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.askHome(code)
            try await office.schedule(code)
            let paths = [
                "/deliveries?office=p", "/deliveries?office=p&standing=scheduled",
                "/deliveries/\(code)", "/deliveries/route", "/deliveries/route?officer=ha",
                "/deliveries/roster?office=p", "/deliveries/leave",
                "/deliveries/leave?office=p", "/deliveries/leave.csv?office=p",
            ]
            for (person, kind) in Self.people {
                for path in paths {
                    let page = try await office.open(path, as: person)
                    #expect(page.status == Self.expected(path, kind), "\(path) \(kind)")
                    let isTold = page.text.contains("Minh Họa")
                    let isTheirs =
                        kind == .carrier || (kind == .clerk && path == "/deliveries/\(code)")
                    #expect(!isTold || isTheirs, "\(path) \(kind)")
                    guard let person else { continue }
                    let token = try #require(try await office.issue(person, [.read]).text)
                    let json = try await office.call(.get, path, token)
                    #expect(json.status == page.status, "\(path) \(kind)")
                    #expect(!json.text.contains("Minh Họa") || isTheirs, "\(path) \(kind)")
                    for token in try await office.tokens(of: person) where token.standing == .live {
                        try await office.revoke(token.id)
                    }
                }
            }
        }
    }

    /// Who may do which act on what stands where it can be done.
    private static let rights: [(String, Set<Kind>)] = [
        ("request", [.clerk]), ("schedule", [.clerk]), ("back", [.clerk]), ("send", [.carrier]),
        ("handOver", [.carrier]), ("fail", [.carrier]),
    ]

    /// Brings a delivery to where an act can be done.
    private static func prepare(_ act: String, _ office: DossierTestOffice) async throws -> String {
        let code = try await office.ready()
        if act == "request" { return code }
        try await office.askHome(code)
        try await office.schedule(code)
        if ["handOver", "fail"].contains(act) { try await office.order(.send, code, by: "ha") }
        return code
    }

    private static func act(
        _ name: String, _ code: String, _ office: DossierTestOffice
    ) async throws -> Deliveries.Act {
        switch name {
        case "request": .request(DeliverySamples.entered)
        case "schedule":
            .schedule(DeliverySamples.moment("2017-07-04T17:30"), officer: "tam")
        case "back": .back
        case "send": .send
        case "handOver": .handOver(.init(code: try await office.doorCode(code) ?? ""))
        default: .fail(.absent)
        }
    }

    @Test(arguments: rights.map(\.0))
    func `does what`(_ name: String) async throws {
        let allowed = Self.rights.first { $0.0 == name }?.1 ?? []
        try await DossierTestOffice.run { office in
            try await office.issue()
            for (person, kind) in Self.people {
                guard let person else { continue }
                let code = try await Self.prepare(name, office)
                let act = try await Self.act(name, code, office)
                let sequence = try await office.sequence()
                if allowed.contains(kind) {
                    try await office.order(act, code, by: person)
                    #expect(try await office.sequence() > sequence, "\(person)")
                    continue
                }
                let isHidden =
                    [.stranger, .elsewhere].contains(kind)
                    || (kind == .carrier && name == "request")
                let refusal: Deliveries.Rejection =
                    isHidden
                    ? .unknown(code)
                    : ["send", "handOver", "fail"].contains(name) ? .mayNotCarry : .mayNotRun
                await #expect(throws: refusal, "\(person) \(name)") {
                    try await office.order(act, code, by: person)
                }
                #expect(try await office.sequence() == sequence, "\(person) \(name)")
            }
        }
    }

    @Test(arguments: ["/deliveries/PA-170703-0001", "/deliveries/roster"])
    func `needs the scope of work`(_ path: String) async throws {
        try await DossierTestOffice.run { office in
            for scope in Tokens.Scope.allCases where scope != .work {
                let token = try #require(try await office.issue("chi", [scope]).text)
                let answer = try await office.call(.post, path, token, json: "{}")
                #expect(answer.status == .forbidden, "\(path) \(scope)")
            }
        }
    }

    @Test func `takes no form without the token of the page`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            for path in ["/deliveries/\(code)", "/deliveries/roster"] {
                let answer = try await office.post(
                    path, as: "chi", [("act", "request")], withToken: false)
                #expect(answer.status == .unprocessableContent)
                #expect(answer.text.contains("Mẫu này đã cũ"))
            }
            #expect(try await office.delivery(code) == nil)
        }
    }

    @Test(arguments: [
        "' OR 1=1 --", "p'; DROP TABLE delivery; --", "../p", "%", "P", "\u{202E}p",
        String(repeating: "p", count: 3_000),
    ])
    func `finds nothing by a trick`(_ text: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.askHome(code)
            let asked = DossierTestOffice.encoded(text)
            for path in ["/deliveries?office=", "/deliveries/roster?office=", "/deliveries/"] {
                let page = try await office.open(path + asked, as: "chi")
                #expect(page.status == .notFound, "\(path) \(page.status)")
            }
            let leave = try await office.open("/deliveries/leave?office=\(asked)", as: "chi")
            #expect(leave.status == .notFound)
            #expect(try await office.number("SELECT count(*) AS n FROM delivery") == 1)
        }
    }

    @Test(arguments: [
        ("/deliveries/route?day=x", HTTPResponse.Status.unprocessableContent),
        ("/deliveries/route?day=2017-13-01", .unprocessableContent),
        ("/deliveries/route?day=", .ok), ("/deliveries/route?day=2017-09-02", .ok),
        ("/deliveries/leave?period=x", .unprocessableContent),
        ("/deliveries/leave?period=2017-Q3", .ok), ("/deliveries?after=x", .notFound),
        ("/deliveries?%FF", .unprocessableContent),
    ])
    func `answers a strange address with a sentence`(
        _ path: String, _ status: HTTPResponse.Status
    ) async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open(path, as: "chi")
            #expect(page.status == status, "\(path) \(page.status)")
        }
    }
}

@Suite struct `The sentences of refused deliveries` {
    private static let day = DeliverySamples.day("2017-09-02")
    private static let all: [Deliveries.Rejection] = [
        .unknown("x"), .actUnknown("x"), .mayNotRun, .mayNotCarry, .mayNotPlan,
        .presenceRequired, .notOffered, .dossierEnded(.returned), .nameMissing, .phoneInvalid,
        .addressMissing, .textTooLong(field: "name"), .carrierNotOffered, .giftNotOffered,
        .slotUnknown, .slotPast, .underWay(.out),
        .alreadyDelivered(DeliverySamples.moment("2017-09-02T08:30")), .notPossible(.out),
        .postHasNoSlot, .officerMissing, .officerUnknown, .resultNotReady, .resultNotAtCounter,
        .otherDay(day), .checkMissing(field: "identity"), .checkMissing(field: "receipt"),
        .proofMissing, .paperInvalid, .codeWrong(left: 2), .codeLocked, .tooMany, .rulesMissing,
        .ruleInvalid(row: 3), .dayInvalid("x"), .proofOld,
    ]

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

    @Test func `hide what is not for the viewer as not found`() {
        #expect(Self.all.filter(\.isNotFound) == [.unknown("x")])
        #expect(Deliveries.Rejection.officeUnknown("p").isNotFound)
        #expect(
            Deliveries.Rejection.officeUnknown("p").sentence
                == Deliveries.Rejection.unknown("p").sentence)
    }

    @Test(
        arguments: [
            (.codeWrong(left: 2), "deliveries.codeWrong", "code"),
            (.presenceRequired, "deliveries.presenceRequired", nil),
            (.checkMissing(field: "receipt"), "deliveries.checkMissing", "receipt"),
            (.ruleInvalid(row: 3), "deliveries.ruleInvalid", "first.3"),
            (.officerMissing, "deliveries.officerMissing", "officer"),
            (.paperInvalid, "deliveries.paperInvalid", "paper"),
            (.giftNotOffered, "deliveries.giftNotOffered", "gift"),
            (.slotPast, "deliveries.slotPast", "slot"),
        ] as [(Deliveries.Rejection, String, String?)])
    func `have a code for programs and a place on the form`(
        _ rejection: Deliveries.Rejection, _ code: String, _ field: String?
    ) {
        #expect(rejection.code == code && rejection.field == field)
    }
}
