// Consultations at the desk: lists, rights, silence, erasure, and the warning on the dossier.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Consultations about a dossier` {
    private typealias Of = ConsultationSamples

    @Test func `stand beside the ledger and on the lists of who is asked`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.consult(code)
            #expect(try await office.consultationPlaces(.asked, of: "ke") == ["1/1"])
            for person: PersonID in ["ha", "tam"] {
                #expect(try await office.consultationPlaces(.asked, of: person) == ["1/2"])
            }
            for person: PersonID in ["chi", "anh", "la"] {
                #expect(try await office.consultationPlaces(.asked, of: person).isEmpty)
            }
            let entries = try await office.desk.read { reading in
                try reading.reader.entries(of: "consultation/\(code)", after: 0).map {
                    "\(try $0.decodedPayload())"
                }.joined()
            }
            #expect(!entries.contains("Diện tích"))
            try await office.opine(code, place: 1, by: "ke", .remarks, Of.remark)
            #expect(try await office.consultationPlaces(.asked, of: "ke").isEmpty)
            let parts = try #require(
                try await office.consultationPage(code, as: "chi").consultations.first
            ).parts
            #expect(parts.map(\.standing) == [.answered, .asked])
            #expect(parts[0].answer?.words == Of.remark && parts[0].answer?.by == "Người ke")
            try await office.isPetitionClean()
        }
    }

    @Test func `are asked by the holder, who answers for the step, and who stands in`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            await #expect(throws: Consultations.Rejection.onlyForHolder) {
                try await office.consult(code, by: "anh")
            }
            for stranger: PersonID in ["ke", "giang", "la", "khong-co"] {
                await #expect(throws: Consultations.Rejection.unknown(code)) {
                    try await office.consult(code, by: stranger)
                }
            }
            try await office.consult(code, by: "chi")
            try await office.consult(code, by: "binh")
            await #expect(throws: Consultations.Rejection.unknown("KHONG-CO")) {
                try await office.consult("KHONG-CO")
            }
            try await office.advance(code, times: 2)
            await #expect(throws: Consultations.Rejection.onlyForHolder) {
                try await office.consult(code, by: "chi")
            }
        }
    }

    @Test func `show who is asked the least, and the others' parts to who leads`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.consult(code)
            let own = try await office.consultationPage(code, as: "ke")
            #expect(!own.findsDossier && own.appointment == nil && !own.mayAsk)
            #expect(own.consultations.first?.parts.map(\.place) == [1])
            try await office.consult(code, Of.draft { $0.lead = 1 })
            let led = try await office.consultationPage(code, as: "ke")
            #expect(led.consultations.first?.parts.map(\.place) == [1, 2])
            #expect(led.consultations.first?.parts.map(\.mayAnswer) == [true, false])
            await #expect(throws: Dossiers.Rejection.unknown(code)) {
                try await office.record(code, as: "ke")
            }
            await #expect(throws: Consultations.Rejection.unknown(code)) {
                try await office.consultationPage(code, as: "la")
            }
        }
    }

    @Test func `ask the next when the one before has answered or is silent`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.consult(code, Of.draft(.sequential))
            try await office.consult(code, Of.draft(.sequential))
            #expect(try await office.consultationPlaces(.asked, of: "ha").isEmpty)
            await #expect(throws: Consultations.Rejection.unknown(code)) {
                try await office.consultationPage(code, as: "tam")
            }
            try await office.opine(code, 1, place: 1, by: "ke")
            #expect(try await office.consultationPlaces(.asked, of: "ha") == ["1/2"])
            office.sources.set(LatenessSamples.moment("3T10:01"))
            #expect(try await office.consultationPlaces(.asked, of: "ha") == ["1/2", "2/2"])
        }
    }

    @Test func `that nobody answers are reported once to the head of the one-stop unit`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.consult(code)
            office.sources.set(LatenessSamples.moment("3T10:00"))
            #expect(try await office.desk.makeRound(at: office.sources.now).silences == 0)
            office.sources.set(LatenessSamples.moment("3T10:01"))
            #expect(
                try await office.consultationPlaces(.silent, of: "binh") == ["1/1"],
                "told by the time alone")
            #expect(try await office.desk.makeRound(at: office.sources.now).silences == 1)
            #expect(try await office.node().desk.makeRound(at: office.sources.now).silences == 0)
            let report = try await office.consultationBook(code).consultations[0].parts[0].report
            #expect(report == .init(at: office.now, to: "binh"))
            for person: PersonID in ["binh", "anh", "pho"] {
                #expect(try await office.consultationPlaces(.silent, of: person) == ["1/1"])
            }
            for person: PersonID in ["chi", "ke", "la"] {
                #expect(try await office.consultationPlaces(.silent, of: person).isEmpty)
            }
            #expect(try await office.work(.mine, of: "binh").silences == 1)
            #expect(try await office.work(.mine, of: "ke").consultations == 1)
            try await office.opine(code, place: 1, by: "ke")
            #expect(try await office.consultationPlaces(.silent, of: "binh").isEmpty)
            let part = try #require(
                try await office.consultationPage(code, as: "chi").consultations.first
            ).parts[0]
            #expect(part.standing == .answered)
            #expect(part.silentFrom == LatenessSamples.moment("3T10:01"), "it was late")
            try await office.isPetitionClean()
        }
    }

    @Test func `stop no clock and no step, and end with the dossier`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let due = try await office.record(code, as: "chi").clock?.dueAt
            try await office.consult(code)
            let record = try await office.record(code, as: "chi")
            #expect(record.clock?.dueAt == due)
            #expect(
                record.consultations == .init(count: 1, waiting: 2, silent: 0, mayAsk: true))
            try await office.makeReady(code)
            #expect(try await office.consultationPlaces(.asked, of: "ke").isEmpty)
            await #expect(throws: Consultations.Rejection.dossierEnded) {
                try await office.opine(code, place: 1, by: "ke")
            }
            office.sources.set(LatenessSamples.moment("6T10:00"))
            #expect(try await office.desk.makeRound(at: office.sources.now).silences == 0)
        }
    }

    @Test func `sent twice with one key are one, and refused leave nothing`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let first = try await office.consult(code, key: "k")
            #expect(try await office.consult(code, key: "k") == first)
            #expect(try await office.consultationBook(code).consultations.count == 1)
            let before = try await office.sequence()
            await #expect(throws: Consultations.Rejection.bodyMissing) {
                try await office.consult(code, Of.draft(.parallel, []))
            }
            #expect(try await office.sequence() == before)
            let values = try await office.number(
                "SELECT count(*) AS n FROM personalValue WHERE stream = ?",
                [.text("consultation/\(code)")])
            #expect(values == 1, "the words of what was refused are not kept")
        }
    }

    @Test func `are withdrawn, and erased by law leave their place`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.consult(code)
            try await office.withdraw(code, by: "chi")
            #expect(try await office.consultationPlaces(.asked, of: "ke").isEmpty)
            let shown = try #require(
                try await office.consultationPage(code, as: "chi").consultations.first)
            #expect(shown.parts.map(\.standing) == [.closed, .closed])
            #expect(shown.withdrawalReason == "hỏi nhầm" && !shown.isOpen)
            _ = try await office.desk.store.write {
                try $0.erasePersonal(stream: "consultation/\(code)", at: 1, basis: "Luật")
            }
            let erased = try #require(
                try await office.consultationPage(code, as: "chi").consultations.first)
            #expect(erased.question == nil && erased.withdrawalReason == nil)
            try await office.isPetitionClean()
        }
    }

    @Test func `come in pages, the first term first, each once`() async throws {
        try await DossierTestOffice.run { office in
            for number in 0..<Consultations.pageSize + 7 {
                if number % 20 == 19 { office.sources.set(office.now + 5) }
                try await office.consult(
                    try await office.receive(), Of.draft(.parallel, [Of.accounts]))
            }
            var (seen, after) = ([Consultations.Row](), "")
            for _ in 0..<4 {
                let list = try await office.consultationList(.asked, of: "ke", after: after)
                seen += list.rows
                guard let next = list.next else { break }
                after = next
            }
            #expect(seen.count == Consultations.pageSize + 7)
            #expect(Set(seen.map(\.dossier)).count == seen.count)
            #expect(seen.map(\.due) == seen.map(\.due).sorted())
            for odd in ["", "x", "9/", "1/1/1", "99999999999999999999/1/1/A"] {
                _ = try await office.consultationList(.asked, of: "ke", after: odd)
            }
        }
    }
}
