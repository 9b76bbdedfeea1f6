// Whoever has to do the work may open the dossier, wherever they sit: what stands on a list of work
// is found, with everything that hangs on it, and nothing else is.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Standing in from another unit` {
    /// The counter of ward B stands in for an officer of ward A until the end of August.
    private func withSubstitute(
        for absent: PersonID = "chi",
        _ body: (DossierTestOffice, String) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            #expect(try await !office.finds(code, as: "la"))
            _ = try await office.desk.perform(
                .people(
                    .substitute(
                        OrganisationTestState.substitution(
                            absent, "la", in: absent == "chi" ? "p.mc" : "p.tp", "2017-07-01",
                            "2017-08-31"))),
                by: nil, at: office.sources.now)
            try await body(office, code)
        }
    }

    @Test func `opens the dossier that the list of work names, and its papers`() async throws {
        try await withSubstitute { office, code in
            #expect(try await office.work(.mine, of: "la").rows.map(\.dossier) == [code])
            let record = try await office.record(code, as: "la")
            #expect(record.work.first?.onBehalfOf == "chi")
            #expect(record.work.first?.acts.contains(.complete) == true)
            for path in ["", "/receipt", "/slip", "/messages", "/attachments"] {
                for wantsJSON in [false, true] {
                    let answer = try await office.open(
                        "/dossiers/\(code)\(path)", as: "la", wantsJSON: wantsJSON)
                    #expect(answer.status == .ok, "\(path)")
                }
            }
            for stranger: PersonID in ["giang", "ha", "ke"] {
                #expect(try await !office.finds(code, as: stranger), "\(stranger)")
            }
        }
    }

    @Test func `opens nothing else: no register, no log of looks, no colleague's dossier`()
        async throws
    {
        try await withSubstitute { office, code in
            let other = try await office.receive(by: "binh")
            #expect(try await !office.finds(other, as: "la"))
            #expect(try await office.register(as: "la").isEmpty)
            let log = try await office.open("/dossiers/\(code)/reads", as: "la")
            #expect(log.status == .notFound, "a head in ward B answers for nobody here")
            let payments = try await office.open("/dossiers/\(code)/payments", as: "la")
            #expect(payments.status == .notFound)
        }
    }

    @Test func `ends with the last day, but for what the substitute did`() async throws {
        try await withSubstitute { office, code in
            let left = try await office.receive()
            try await office.act(
                .complete(1, product: "Phiếu", fields: [:]), on: code, by: "la", for: "chi")
            #expect(try await office.work(.done, of: "la").done.map(\.dossier) == [code])
            try office.set("2017-08-31T09:00")
            #expect(try await office.finds(left, as: "la"))
            try office.set("2017-09-01T09:00")
            #expect(try await !office.finds(left, as: "la"))
            #expect(try await office.work(.mine, of: "la").rows.isEmpty)
            #expect(try await office.work(.done, of: "la").done.map(\.dossier) == [code])
            #expect(try await office.finds(code, as: "la"), "names stand on the list of done work")
        }
    }

    @Test func `for a step opens while the step is there`() async throws {
        try await withSubstitute(for: "ha") { office, code in
            #expect(try await !office.finds(code, as: "la"), "not with ha yet")
            try await office.advance(code)
            #expect(try await office.work(.mine, of: "la").offered.map(\.dossier) == [code])
            #expect(try await office.finds(code, as: "la"))
            try await office.advance(code)
            #expect(try await office.work(.mine, of: "la").rows.map(\.dossier) == [code])
            #expect(try await office.finds(code, as: "la"))
            try await office.advance(code)
            #expect(try await office.item(code).offer?.person == "anh")
            #expect(try await office.work(.mine, of: "la").rows.isEmpty)
            #expect(try await !office.finds(code, as: "la"))
            #expect(try await office.finds(code, as: "ha"), "whose unit it went through")
        }
    }

    @Test func `for the focal point ends the dossier and is led back to the work`() async throws {
        try await withSubstitute { office, code in
            try await office.advance(code, times: 2)
            #expect(try await office.work(.mine, of: "la").rows.isEmpty)
            let record = try await office.record(code, as: "la")
            #expect(record.acts == [.refuse, .withdraw, .stop] && record.actsFor == "chi")
            let answer = try await office.post(
                "/dossiers/\(code)/acts", as: "la",
                [("act", "withdraw"), ("reason", "Đổi ý"), ("for", "chi")])
            #expect(answer.status == .seeOther && answer.location == "/work")
            #expect(try await office.state(code).status == .withdrawn)
            #expect(try await !office.finds(code, as: "la"))
        }
    }

    @Test func `for the focal point answers a citizen after the end`() async throws {
        try await withSubstitute { office, code in
            try await office.finish(code)
            #expect(try await !office.finds(code, as: "la"))
            try await office.ask(about: code)
            #expect(try await office.waitingCodes(for: "la") == [code])
            let thread = try await office.open("/dossiers/\(code)/messages", as: "la")
            #expect(thread.status == .ok && thread.text.contains(MessageSamples.question))
            let answer = try await office.post(
                "/dossiers/\(code)/messages", as: "la", [("words", MessageSamples.answer)])
            #expect(answer.status == .seeOther && answer.location == "/messages")
            #expect(try await office.waitingCodes(for: "la").isEmpty)
            #expect(try await !office.finds(code, as: "la"))
        }
    }
}

@Suite struct `Work that moved with its holder` {
    @Test func `is found from the new unit as long as it is on the list`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            let begin = organisationDay("2017-07-04")
            try await office.desk.perform(
                inOneCommit: [
                    .people(
                        .endHolding(
                            position: "p.tp:tu-phap", person: "ha", through: begin + -1)),
                    .people(
                        .createPosition(
                            .init(
                                id: "r.mc:moi", unit: "r.mc", code: "moi", title: "Mới",
                                roles: [.work]))),
                    .people(.appoint(.init(position: "r.mc:moi", person: "ha", from: begin))),
                ], by: nil, at: office.sources.now)
            try office.set("2017-07-04T09:00")
            #expect(try await office.viewer("ha").visibleUnits == ["r.mc"])
            #expect(try await office.work(.mine, of: "ha").rows.map(\.dossier) == [code])
            #expect(try await office.finds(code, as: "ha"))
            #expect(try await !office.finds(code, as: "la"), "the new unit has no part in it")
        }
    }
}
