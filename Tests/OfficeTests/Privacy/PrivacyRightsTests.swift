// Who may do what with a claim, as a table: every act, every person of the ward, every standing.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Rights on claims` {
    /// A leader, the deputy, a head, an officer, the holder, somebody of another office.
    private static let people: [PersonID] = [
        "anh", "pho", "binh", "chi", "tam", "ha", "ke", "giang", "la",
    ]

    /// Held by `ha`, for whom `tam` stands in.
    private static let holders: Set<PersonID> = ["ha", "tam"]
    private static let charged: Set<PersonID> = ["anh", "pho"]

    private func taken(
        _ office: DossierTestOffice, _ right: Privacy.Right = .see
    ) async throws -> String {
        let code = try await office.claim(right)
        try await office.claimAct(.assign("ha"), on: code, by: "anh")
        return code
    }

    @Test(arguments: people)
    func `giving it to somebody is for who is in charge, and for the holder`(
        _ person: PersonID
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await taken(office)
            let may = Self.charged.contains(person) || Self.holders.contains(person)
            let before = try await office.sequence()
            do {
                try await office.claimAct(.assign("ke"), on: code, by: person)
                #expect(may, "\(person)")
                #expect(try await office.claimState(code).holder == "ke")
            } catch Privacy.Rejection.unknown(code) {
                #expect(!may, "\(person)")
                #expect(try await office.sequence() == before)
            }
        }
    }

    @Test(arguments: people)
    func `answering is for the holder and who stands in`(_ person: PersonID) async throws {
        try await DossierTestOffice.run { office in
            let code = try await taken(office)
            let before = try await office.sequence()
            do {
                try await office.claimAct(.finish("Đây."), on: code, by: person)
                #expect(Self.holders.contains(person), "\(person)")
            } catch let rejection as Privacy.Rejection {
                #expect(!Self.holders.contains(person), "\(person)")
                let expected: Privacy.Rejection =
                    Self.charged.contains(person) ? .onlyForHolder : .unknown(code)
                #expect(rejection == expected, "\(person)")
                #expect(try await office.sequence() == before)
            }
        }
    }

    @Test(arguments: people)
    func `refusing and extending are for the holder too`(_ person: PersonID) async throws {
        try await DossierTestOffice.run { office in
            for act in [
                .refuse(.notHeld, "Cơ quan không giữ."), .extend(days: 3, "Chờ xác minh."),
            ] as [Privacy.Act] {
                let code = try await taken(office, .object)
                do {
                    try await office.claimAct(act, on: code, by: person)
                    #expect(Self.holders.contains(person), "\(person) \(act)")
                } catch is Privacy.Rejection {
                    #expect(!Self.holders.contains(person), "\(person) \(act)")
                }
            }
        }
    }

    @Test(arguments: people)
    func `erasing is for the holder of a claim to erase`(_ person: PersonID) async throws {
        try await DossierTestOffice.run { office in
            let dossier = try await office.receive { $0.process = "CT-02" }
            try await office.finish(dossier)
            let code = try await taken(office, .erase)
            let holder = Self.holders.contains(person)
            do {
                try await office.claimAct(.erase([dossier]), on: code, by: person)
                #expect(holder, "\(person)")
            } catch is Privacy.Rejection {
                #expect(!holder, "\(person)")
            }
            let left = try await office.number(
                "SELECT count(*) AS n FROM dossier WHERE code = ? AND applicant <> ''",
                [.text(dossier)])
            #expect(left == (holder ? 0 : 1), "\(person)")
        }
    }

    @Test func `nobody without an account acts on a claim`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await taken(office)
            for act in [.finish("x"), .assign("ha"), .refuse(.notHeld, "x")] as [Privacy.Act] {
                await #expect(throws: Privacy.Rejection.unknown(code)) {
                    try await office.claimAct(act, on: code, by: nil)
                }
            }
        }
    }

    @Test func `a claim is given to people of the office alone`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim(.see)
            for person in ["la", "giang", "khong-co", ""] as [PersonID] {
                await #expect(throws: Privacy.Rejection.personUnknown) {
                    try await office.claimAct(.assign(person), on: code, by: "anh")
                }
            }
            #expect(try await office.claimState(code).holder == nil)
        }
    }

    @Test(
        arguments: [
            ("anh", ["assign"]), ("pho", ["assign"]),
            ("ha", ["assign", "extend", "erase", "finish", "refuse"]),
        ] as [(PersonID, [String])])
    func `the page offers what would not be refused`(
        _ person: PersonID, _ acts: [String]
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await taken(office, .erase)
            let page = try await office.open("/privacy/claims/\(code)", as: person)
            for act in Privacy.ActName.allCases {
                let field = "name=\"act\" value=\"\(act.rawValue)\""
                #expect(
                    page.text.contains(field) == acts.contains(act.rawValue),
                    "\(person) \(act.rawValue)")
            }
        }
    }

    @Test func `what has ended offers nothing to anybody`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await taken(office)
            try await office.claimAct(.finish("Đây."), on: code, by: "ha")
            for person in ["anh", "ha"] as [PersonID] {
                let page = try await office.open("/privacy/claims/\(code)", as: person)
                #expect(page.status == .ok)
                #expect(!page.text.contains("name=\"act\""), "\(person)")
            }
            for act in [.finish("x"), .extend(days: 2, "x")] as [Privacy.Act] {
                await #expect(throws: Privacy.Rejection.ended) {
                    try await office.claimAct(act, on: code, by: "ha")
                }
            }
        }
    }

    @Test func `an extension is offered once`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await taken(office)
            let field = "name=\"act\" value=\"extend\""
            let before = try await office.open("/privacy/claims/\(code)", as: "ha")
            #expect(before.text.contains(field))
            try await office.claimAct(.extend(days: 3, "Chờ."), on: code, by: "ha")
            let after = try await office.open("/privacy/claims/\(code)", as: "ha")
            #expect(!after.text.contains(field))
        }
    }
}
