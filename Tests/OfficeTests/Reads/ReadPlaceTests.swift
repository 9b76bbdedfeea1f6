// Which page notes which look, and what the row of a look tells: the kind of what was looked at,
// the reader's unit of that day.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `The row of a look` {
    private struct Row: Equatable {
        var subject: String
        var kind: String
        var paper: String
        var unit: String
        var outside: Int
    }

    private func rows(_ office: DossierTestOffice) async throws -> [Row] {
        try await office.desk.read { reading in
            try reading.rows(
                """
                SELECT subject, kind, paper, unit, outside FROM personalRead
                ORDER BY first, subject, paper
                """
            ).map { row in
                Row(
                    subject: try row.text("subject"), kind: try row.text("kind"),
                    paper: try row.text("paper"), unit: try row.text("unit"),
                    outside: try row.int("outside"))
            }
        }
    }

    @Test(
        arguments: [
            ("", "page"), ("/receipt", "receipt"), ("/slip", "slip"),
        ])
    func `is that of the page of a dossier`(_ path: String, _ paper: String) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let page = try await office.open("/dossiers/\(code)\(path)", as: "binh")
            #expect(page.status == .ok)
            #expect(
                try await rows(office) == [
                    Row(subject: code, kind: "dossier", paper: paper, unit: "p.mc", outside: 0)
                ])
        }
    }

    @Test func `is that of a filing`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let filing = try await office.file()
            _ = try await office.open("/filings/\(filing)", as: "chi")
            #expect(
                try await rows(office) == [
                    Row(subject: filing, kind: "filing", paper: "page", unit: "p.mc", outside: 0)
                ])
        }
    }

    @Test func `is that of a petition, though its number begins like a dossier's`() async throws {
        try await DossierTestOffice.run { office in
            let (petition, dossier) = (try await office.petition(), try await office.receive())
            #expect(petition.hasPrefix("PA-") && dossier.hasPrefix("PA-"))
            _ = try await office.open("/petitions/\(petition)", as: "anh")
            office.sources.set(office.now + 1)
            _ = try await office.open("/dossiers/\(dossier)", as: "anh")
            #expect(try await rows(office).map(\.kind) == ["petition", "dossier"])
            #expect(try await rows(office).map(\.unit) == ["p", "p"])
        }
    }

    @Test func `is that of a claim`() async throws {
        try await DossierTestOffice.run { office in
            let claim = try await office.claim(.see)
            _ = try await office.open("/privacy/claims/\(claim)", as: "anh")
            #expect(
                try await rows(office) == [
                    Row(subject: claim, kind: "claim", paper: "page", unit: "p", outside: 0)
                ])
        }
    }

    @Test func `names no unit for who has none`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.look(at: code, by: "nguoi-la", .proof)
            #expect(
                try await rows(office) == [
                    Row(subject: code, kind: "dossier", paper: "proof", unit: "", outside: 1)
                ])
            #expect(try await office.readBook(as: "anh").days.isEmpty)
        }
    }

    @Test func `says outside for a leader who only looks, not for one who signed`() async throws {
        try await DossierTestOffice.run { office in
            let (signed, seen) = (try await office.receive(), try await office.receive())
            try await office.finish(signed)
            for code in [signed, seen] { try await office.look(at: code, by: "pho") }
            let told = try await rows(office)
            // The deputy stands in for the chairman, who signed the one.
            #expect(told.first { $0.subject == signed }?.outside == 0)
            #expect(told.first { $0.subject == seen }?.outside == 1)
        }
    }
}
