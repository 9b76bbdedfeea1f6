// A role in one office opens nothing in another: who looked, who did how much, and the figures of
// an office where the reader only works.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

extension DossierTestOffice {
    /// One more position of somebody who may hold others.
    func give(_ role: People.Role, in unit: UnitID, to person: PersonID) async throws {
        let id = "\(unit):\(role.rawValue):\(person)"
        let begin = organisationDay("2016-01-01")
        try await desk.perform(
            inOneCommit: [
                .people(
                    .createPosition(
                        .init(id: id, unit: unit, code: id, title: "Ghế", roles: [role]))),
                .people(.appoint(.init(position: id, person: person, from: begin))),
            ], by: nil, at: sources.now)
    }
}

@Suite struct `A role of another office` {
    /// A dossier at civil status of ward A, that somebody of there looked at.
    private func withLook(
        _ body: (DossierTestOffice, String) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code)
            #expect(try await office.open("/dossiers/\(code)", as: "tam").status == .ok)
            try await body(office, code)
        }
    }

    @Test(arguments: [People.Role.head, .lead, .administer])
    func `shows nobody who looked in the office of the work`(_ role: People.Role) async throws {
        try await withLook { office, code in
            try await office.give(role, in: "r.mc", to: "ha")
            for wantsJSON in [false, true] {
                let found = try await office.open(
                    "/dossiers/\(code)", as: "ha", wantsJSON: wantsJSON)
                #expect(found.status == .ok)
                let log = try await office.open(
                    "/dossiers/\(code)/reads", as: "ha", wantsJSON: wantsJSON)
                #expect(log.status == .notFound && !log.text.contains("Người tam"))
                let book = try await office.open("/reads", as: "ha", wantsJSON: wantsJSON)
                #expect(book.status == .ok && !book.text.contains("Người tam"))
                let unit = try await office.open("/reads?unit=p.tp", as: "ha", wantsJSON: wantsJSON)
                #expect(unit.status == .notFound)
                let own = try await office.open("/reads?unit=r.mc", as: "ha", wantsJSON: wantsJSON)
                #expect(own.status == .ok)
                let day = try await office.open(
                    "/reads/tam/2017-07-03", as: "ha", wantsJSON: wantsJSON)
                #expect(day.status == .ok && !day.text.contains(code))
                let register = try await office.open("/privacy", as: "ha", wantsJSON: wantsJSON)
                #expect(register.status == .notFound)
            }
            let reports = try await office.open("/reports", as: "ha").text
            #expect(reports.contains("href=\"/reads\"") && !reports.contains("href=\"/privacy\""))
        }
    }

    @Test func `counts where it is: the same role in the own unit shows all of it`() async throws {
        try await withLook { office, code in
            try await office.give(.head, in: "p.tp", to: "ha")
            for path in ["/dossiers/\(code)/reads", "/reads", "/reads?unit=p.tp"] {
                let page = try await office.open(path, as: "ha")
                #expect(page.status == .ok && page.text.contains("Người tam"), "\(path)")
            }
            let day = try await office.open("/reads/tam/2017-07-03", as: "ha")
            #expect(day.text.contains(code))
            #expect(try await office.open("/privacy", as: "ha").status == .ok)
        }
    }

    @Test func `compares no colleagues of the office of the work`() async throws {
        try await withLook { office, _ in
            #expect(try await office.open("/reports/officers", as: "ha").status == .notFound)
            try await office.give(.head, in: "r.mc", to: "ha")
            let own = try await office.officers(as: "ha")
            #expect(own.agrees && own.officers.isEmpty && own.total == Reports.Sums())
            #expect(own.figures.offices.map(\.id) == ["r"])
            await #expect(throws: Reports.Rejection.officeUnknown("p")) {
                try await office.officers(as: "ha", office: "p")
            }
            try await office.give(.head, in: "p.kt", to: "ha")
            let both = try await office.officers(as: "ha", office: "p")
            #expect(both.agrees && both.total.taken == 1, "now a head in this office too")
        }
    }

    @Test func `opens no metrics of the office of the work, and begins with its own`()
        async throws
    {
        try await DossierTestOffice.run { office in
            _ = try await office.desk.perform(
                .people(.addPerson(.init(id: "hai", name: "Người hai", isInvented: true))),
                by: nil, at: office.sources.now)
            try await office.give(.work, in: "p", to: "hai")
            #expect(try await office.open("/metrics?office=p", as: "hai").status == .notFound)
            try await office.give(.lead, in: "r", to: "hai")
            for path in ["/metrics", "/metrics.csv", "/metrics.xlsx", "/metrics/1"] {
                let work = try await office.open("\(path)?office=p", as: "hai")
                #expect(work.status == .notFound, "\(path)")
                let led = try await office.open("\(path)?office=r", as: "hai")
                #expect(led.status == .ok, "\(path)")
            }
            let usual = try await office.open("/metrics", as: "hai", wantsJSON: true).json()
            #expect((usual["scope"] as? [String: Any])?["office"] as? String == "r")
            let choices = (usual["scope"] as? [String: Any])?["offices"] as? [[String: Any]]
            #expect(choices?.compactMap { $0["id"] as? String } == ["r"])
        }
    }
}
