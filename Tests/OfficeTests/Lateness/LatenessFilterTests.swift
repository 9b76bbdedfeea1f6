// What the address of /lateness asks for, the shapes that programs read, and rows that replay gives
// with outages too.

import Engine
import Foundation
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `The address of lateness` {
    private func form(_ pairs: (String, String)...) -> Site.Form {
        Site.Form(pairs: pairs.map { (name: $0.0, value: $0.1) })
    }

    private let today = ProcedureSamples.day("2017-07-20")

    @Test func `asks for the quarter of the day unless a period is named`() throws {
        let (usual, quarter) = try Lateness.filter(of: form(), today: today)
        #expect(quarter.text == "2017-Q3")
        #expect(usual.period.first == ProcedureSamples.day("2017-07-01"))
        #expect(usual.period.last == ProcedureSamples.day("2017-09-30"))
        #expect(usual.office == nil && usual.cause == nil && usual.unit == nil)
        let (named, month) = try Lateness.filter(
            of: form(("period", "2017-06")), today: today)
        #expect(month.text == "2017-06")
        #expect(named.period.last == ProcedureSamples.day("2017-06-30"))
    }

    @Test func `narrows by office, cause, unit and place`() throws {
        let (filter, _) = try Lateness.filter(
            of: form(
                ("office", "p"), ("cause", "handover"), ("unit", "p.tp"), ("after", "17353/A-1")),
            today: today)
        #expect(filter.office == "p" && filter.cause == .handover && filter.unit == "p.tp")
        #expect(filter.after == Lateness.Key(day: 17_353, code: "A-1"))
        #expect(filter.after?.text == "17353/A-1")
    }

    @Test(arguments: Lateness.Cause.allCases)
    func `knows every cause by its name`(_ cause: Lateness.Cause) throws {
        let (filter, _) = try Lateness.filter(
            of: form(("cause", cause.rawValue)), today: today)
        #expect(filter.cause == cause)
    }

    @Test(arguments: [
        ("cause", "Held"), ("cause", "held "), ("cause", "'"), ("after", "A"),
        ("period", "2017-13"),
    ])
    func `refuses what names nothing`(_ name: String, _ value: String) throws {
        if value == "held " {
            let (filter, _) = try Lateness.filter(of: form((name, value)), today: today)
            #expect(filter.cause == .held, "white space at the ends is nobody's meaning")
            return
        }
        #expect(throws: (any Error).self) {
            try Lateness.filter(of: form((name, value)), today: today)
        }
    }

    @Test func `gives programs the keys that the guide names`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.receiveLate()
            let json = try await office.open("/lateness", as: "anh", wantsJSON: true).json()
            for key in ["from", "through", "sums", "rows", "open", "minutes", "dossiers", "isCut"] {
                #expect(json[key] != nil, "\(key)")
            }
            let sum = try #require((json["sums"] as? [[String: Any]])?.first)
            #expect(
                Set(sum.keys) == [
                    "cause", "unit", "unitName", "minutes", "dossiers", "openMinutes",
                    "openDossiers",
                ])
            let row = try #require((json["rows"] as? [[String: Any]])?.first)
            #expect((row["lines"] as? [[String: Any]])?.count == 1)
            #expect(row["endedAt"] as? String == "2017-07-06T11:00")
        }
    }

    @Test func `leaves out the personal values of dossiers`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.receiveLate()
            let applicant = DossierTestSamples.intake.applicant
            for path in ["/lateness", "/lateness.csv", "/outages", "/delegations"] {
                let page = try await office.open(path, as: "anh")
                for word in [applicant.name, applicant.identity, applicant.phone] {
                    #expect(!page.text.contains(word), "\(path) \(word)")
                }
            }
        }
    }
}

@Suite struct `The rows of lateness by replay` {
    @Test(arguments: [1, 1_000] as [UInt64])
    func `are those that were lived, with outages approved in between`(
        _ seed: UInt64
    ) async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.receiveLate()
            var play = try await ApologyPlay(office, seed: seed)
            for number in 1...4 {
                try await play.steps(30)
                let now = office.now
                let declaration = Outages.Declaration(
                    kind: .system, scope: .all, unit: nil, from: now + -1_500,
                    until: now + -60, reason: "máy chủ dừng", evidence: "BB \(number)")
                do {
                    try await office.perform(.declare(declaration), by: "anh")
                    let last = try await office.desk.read { try $0.outageBook().outages.count }
                    try await office.perform(.approve(last), by: "pho")
                } catch is Outages.Rejection { continue }
            }
            let lived = try await office.dumpOfReadTables()
            #expect(lived["lateness"]?.isEmpty == false)
            try await DossierRebuild.run(in: office)
            let rebuilt = try await office.dumpOfReadTables()
            for table in Lateness.tables { #expect(rebuilt[table] == lived[table], "\(table)") }
            let approved = try await office.desk.read { try $0.outageBook().approved.count }
            #expect(approved > 0)
        }
    }
}
