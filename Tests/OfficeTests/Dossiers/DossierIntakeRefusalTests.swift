// Each refusal of an intake, and that none of them leaves anything behind.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// An intake that is wrong in one place.
struct DossierWrongIntake: Sendable, CustomStringConvertible {
    let rejection: Dossiers.Rejection
    var person: PersonID = "chi"
    let change: @Sendable (inout Dossiers.Intake) -> Void

    var description: String { "\(rejection)" }

    static let all: [DossierWrongIntake] = [
        .init(rejection: .mayNotReceive, person: "ha") { _ in },
        .init(rejection: .mayNotReceive, person: "anh") { _ in },
        .init(rejection: .mayNotReceive, person: "la") { _ in },
        .init(rejection: .mayNotReceive) { $0.office = "r" },
        .init(rejection: .mayNotReceive) { $0.office = "khong-co" },
        .init(rejection: .processUnknown("QT-99")) { $0.process = "QT-99" },
        .init(rejection: .nameMissing) { $0.applicant.name = "" },
        .init(rejection: .nameMissing) { $0.applicant.name = " \u{A0}\t" },
        .init(rejection: .nameTooLong) {
            $0.applicant.name = String(repeating: "ễ", count: 201)
        },
        .init(rejection: .phoneInvalid) { $0.applicant.phone = "12345" },
        .init(rejection: .identityInvalid) { $0.applicant.identity = "1234-5678" },
        .init(rejection: .emailInvalid) { $0.applicant.email = "hu.cau" },
        .init(rejection: .emailInvalid) { $0.applicant.email = "hu.cau@example.com\r\nDATA" },
        .init(rejection: .emailInvalid) { $0.applicant.email = "hư.cấu@example.com" },
        .init(rejection: .papersMissing) { $0.papers = [] },
        .init(rejection: .papersMissing) { $0.papers[0].copies = 0 },
        .init(rejection: .setsInvalid) { $0.sets = 0 },
        .init(rejection: .setsInvalid) { $0.sets = 100 },
        .init(rejection: .feeInvalid) { $0.fee = -1 },
        .init(rejection: .feeInvalid) { $0.fee = 1_000_000_001 },
        .init(rejection: .work(.unknownField(key: "x"))) { $0.fields = ["x": .text("1")] },
        .init(
            rejection: .work(.fieldOfWrongType(label: "Số bản sao", expected: .number))
        ) { $0.fields = ["soBan": .text("hai")] },
        .init(
            rejection: .work(.fieldOfWrongType(label: "Số bản sao", expected: .number))
        ) { $0.fields = ["soBan": .number(.nan)] },
    ]
}

@Suite struct `An intake that is refused` {
    static let tables = [
        "dossier", "workItem", "cooperation", "dossierUnit", "dossierCount", "personalValue",
        "dossierNumber", "dossierWord",
    ]

    @Test func `leaves no entry, no row, no number and no personal value`() async throws {
        try await DossierTestOffice.run { office in
            let before = try await office.sequence()
            for wrong in DossierWrongIntake.all {
                await #expect(throws: wrong.rejection) {
                    try await office.receive(by: wrong.person, wrong.change)
                }
            }
            #expect(try await office.sequence() == before)
            for table in Self.tables {
                #expect(try await office.number("SELECT count(*) AS n FROM \(table)") == 0)
            }
        }
    }

    @Test func `is told in both languages what is wrong`() {
        for wrong in DossierWrongIntake.all {
            let sentence = wrong.rejection.sentence
            #expect(sentence.vi.count > 15 && sentence.en.count > 15, "\(wrong)")
            #expect(sentence.vi != sentence.en)
            #expect(wrong.rejection.code.contains("."))
            #expect(!wrong.rejection.code.contains("("))
        }
        #expect(Dossiers.Rejection.nameMissing.code == "dossiers.nameMissing")
        #expect(
            Dossiers.Rejection.work(.supplementAlreadyAsked).code
                == "engine.supplementAlreadyAsked")
        #expect(Dossiers.Rejection.unknown("x").isNotFound)
        #expect(!Dossiers.Rejection.nameMissing.isNotFound)
    }

    @Test func `beyond the working calendar is refused, not guessed`() async throws {
        try await DossierTestOffice.run { office in
            try office.set("2040-01-03T09:00")
            await #expect(throws: Dossiers.Rejection.self) { try await office.receive() }
            #expect(try await office.number("SELECT count(*) AS n FROM dossier") == 0)
        }
    }

    @Test func `the longest name that fits is taken, whatever letters it has`() async throws {
        try await DossierTestOffice.run { office in
            let name = String(repeating: "ễ", count: 200)
            let code = try await office.receive { $0.applicant.name = name }
            #expect(try await office.record(code, as: "chi").applicant?.name == name)
        }
    }
}

@Suite struct `A command that is sent twice` {
    @Test func `with its key makes one dossier and gets the same answer`() async throws {
        try await DossierTestOffice.run { office in
            let first = try await office.receive(key: "mot-lan")
            let sequence = try await office.sequence()
            try office.set("2017-07-03T09:05")
            #expect(try await office.receive(key: "mot-lan") == first)
            #expect(try await office.sequence() == sequence)
            #expect(try await office.number("SELECT count(*) AS n FROM dossier") == 1)
        }
    }

    @Test func `with its key and other content is refused`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive(key: "mot-lan")
            await #expect(throws: DeskRefusal.keyUsedForOtherCommand) {
                try await office.receive(key: "mot-lan") { $0.sets = 2 }
            }
            #expect(try await office.number("SELECT count(*) AS n FROM dossier") == 1)
        }
    }

    @Test func `with the key of somebody else is refused`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive(key: "k")
            await #expect(throws: DeskRefusal.keyUsedForOtherCommand) {
                try await office.receive(by: "binh", key: "k")
            }
            #expect(try await office.number("SELECT count(*) AS n FROM dossier") == 1)
        }
    }

    @Test func `a refused command may be mended and sent with the same key`() async throws {
        try await DossierTestOffice.run { office in
            await #expect(throws: Dossiers.Rejection.nameMissing) {
                try await office.receive(key: "k") { $0.applicant.name = "" }
            }
            let code = try await office.receive(key: "k")
            #expect(code == "PA-170703-0001")
        }
    }
}
