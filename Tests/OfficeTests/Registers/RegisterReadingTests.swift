// How the register is read: with as many statements for a full page as for one row, and the same
// rows as reading dossier by dossier gives.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// Counts the statements that pass through it.
private final class RegisterCountingReader: LedgerReader {
    private let base: any LedgerReader
    private(set) var count = 0

    init(_ base: any LedgerReader) { self.base = base }

    func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
        count += 1
        return try base.rows(sql, arguments)
    }
}

@Suite struct `Reading the register` {
    /// The rows as a server reads them that has just started, and the statements that it took.
    private func cold(
        _ office: DossierTestOffice
    ) async throws -> (rows: [Registers.Row], statements: Int) {
        let viewer = try await office.viewer("chi")
        let span = DaySpan(organisationDay("2017-07-01"), organisationDay("2017-07-31"))
        return try await office.desk.read { reading in
            let counting = RegisterCountingReader(reading.reader)
            let fresh = DeskReading(reader: counting, memory: DeskMemory(), zone: reading.zone)
            let rows = try fresh.officialRegister(ofOffice: "", span, for: viewer).rows
            return (rows, counting.count)
        }
    }

    @Test func `takes no more statements for many dossiers than for two`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            try await office.receive { $0.process = "CT-02" }
            let few = try await cold(office)
            #expect(few.rows.count == 2)
            for number in 0..<30 {
                let code = try await office.receive {
                    $0.process = number % 2 == 0 ? "KS-01" : "CT-02"
                }
                if number % 3 == 0 { try await office.advance(code) }
            }
            let many = try await cold(office)
            #expect(many.rows.count == 32)
            #expect(many.statements == few.statements)
            // Remembered or not, the rows are the same.
            let (viewer, memory) = (try await office.viewer("chi"), many.rows.map { "\($0)" })
            let span = DaySpan(organisationDay("2017-07-01"), organisationDay("2017-07-31"))
            let warm = try await office.desk.read {
                try $0.officialRegister(ofOffice: "", span, for: viewer).rows
            }
            #expect(warm.map { "\($0)" } == memory)
        }
    }

    @Test func `gives what each dossier says, also when its values were erased`() async throws {
        try await DossierTestOffice.run { office in
            let (returned, gone, erased, open) = (
                try await office.receive(), try await office.receive(),
                try await office.receive(), try await office.receive { $0.sets = 2 }
            )
            try await office.finish(returned)
            try await office.act(.close(.withdrawn, reason: "Rút"), on: gone, by: "chi")
            try await office.desk.store.write { transaction in
                _ = try transaction.erasePersonal(
                    stream: Dossiers.stream(of: erased), at: 1, basis: "Luật, hết thời hạn lưu")
            }
            let rows = try await cold(office).rows
            #expect(rows.map(\.code) == [returned, gone, erased, open])
            for row in rows {
                let dossier = try await office.state(row.code)
                #expect(row.status == dossier.status && row.sets == dossier.registration.sets)
                #expect(row.appointment == dossier.registration.appointment)
                let applicant = try await office.desk.read { try $0.applicant(of: dossier) }
                #expect(row.applicant == applicant?.name)
                #expect(row.address == applicant?.address ?? "")
                #expect(row.phone == applicant?.phone ?? "")
            }
            #expect(rows.map { $0.applicant == nil } == [false, false, true, false])
            #expect(rows.map { $0.returnedAt == nil } == [false, true, true, true])
        }
    }

    @Test func `finds heads and values of those that are there, and asks nothing for none`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let codes = [try await office.receive(), try await office.receive()]
            let streams = codes.map { Dossiers.stream(of: $0) }
            try await office.desk.read { reading in
                let heads = try reading.reader.streamHeads(of: streams + ["dossier/khong-co"])
                #expect(Set(heads.map(\.stream)) == Set(streams))
                for head in heads {
                    #expect(try reading.reader.streamHead(of: head.stream) == head)
                }
                let told = try reading.told(
                    Dossiers.Dossier.self, byStreams: streams + ["dossier/khong-co"])
                #expect(Set(told.keys) == Set(streams))
                let ids = told.values.map(\.registration.applicant.id)
                let kept = try reading.reader.personal(ids: ids + ["khong-co"])
                #expect(Set(kept.keys) == Set(ids))
                for id in ids { #expect(try reading.reader.personal(id: id) == kept[id]) }
                let counting = RegisterCountingReader(reading.reader)
                #expect(try counting.streamHeads(of: []).isEmpty)
                #expect(try counting.personal(ids: []).isEmpty)
                #expect(counting.count == 0)
            }
        }
    }
}
