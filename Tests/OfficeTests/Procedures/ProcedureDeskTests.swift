// Sheets at the desk: the stream, its table, what the catalogue finds, on both stores.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Issuing a procedure` {
    @Test func `leads to one row an issue, and replay tells the same`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            var second = ProcedureSamples.birth
            second.onlineLevel = .level4
            try await office.issue(second, from: "2017-08-01")
            let rows = try await office.desk.read { reading in
                try reading.rows(
                    "SELECT issue, effective, through FROM procedureIssue ORDER BY issue"
                ).map { (try $0.int("issue"), try $0.optionalInt("through")) }
            }
            #expect(rows.map(\.0) == [1, 2])
            #expect(rows.first?.1 == ProcedureSamples.day("2017-07-31").number)
            #expect(rows.last?.1 == nil)
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
            let told = try await office.desk.read { try $0.procedure("KS-01") }
            #expect(told?.issues.count == 2 && told?.issues.last?.sheet == second)
        }
    }

    @Test func `is for those in charge of processes`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireEditor()
            try await office.issue(by: "quy")
            for person in DossierTestSamples.people {
                await #expect(throws: Procedures.Rejection.mayNotIssue) {
                    try await office.issue(from: "2018-01-01", by: person)
                }
            }
        }
    }

    @Test func `needs a published process for procedures`() async throws {
        try await DossierTestOffice.run { office in
            var sheet = ProcedureSamples.birth
            sheet.code = "KHONG-CO"
            let before = try await office.sequence()
            await #expect(throws: Procedures.Rejection.noProcess("KHONG-CO")) {
                try await office.issue(sheet)
            }
            #expect(try await office.sequence() == before)
            #expect(try await office.number("SELECT count(*) AS n FROM procedureIssue") == 0)
        }
    }

    @Test func `sent twice is done once`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue(key: "k1")
            let sequence = try await office.sequence()
            try await office.issue(key: "k1")
            #expect(try await office.sequence() == sequence)
        }
    }

    @Test func `a row that somebody changed is named by the replay`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            try await office.desk.store.write { transaction in
                _ = try transaction.execute(
                    "UPDATE streamState SET state = ? WHERE stream = ?",
                    [.blob([0]), .text(Procedures.stream(of: "KS-01"))])
            }
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.findings == [.init(.stateDiffers, stream: "procedure/KS-01")])
        }
    }
}

@Suite struct `The catalogue of procedures` {
    private func found(
        _ office: DossierTestOffice, words: String = "", event: Procedures.LifeEvent? = nil,
        field: String = "", on day: String = "2017-07-03"
    ) async throws -> [String] {
        let filter = Procedures.Filter(words: words, event: event, field: field)
        let day = ProcedureSamples.day(day)
        return try await office.desk.read { try $0.procedures(filter, on: day) }
            .procedures.map(\.code)
    }

    @Test func `finds by words in any order, without marks, and by what people call it`()
        async throws
    {
        try await DossierTestOffice.run { office in
            try await office.issue()
            try await office.issue(ProcedureSamples.certification)
            for words in [
                "khai sinh", "SINH khai", "dang ky", "Đăng ký", "ks-01", "1.001193", "em be",
                "de con", "giấy khai", "  khai   ",
            ] {
                #expect(try await found(office, words: words) == ["KS-01"], "\(words)")
            }
            for words in ["khong-co", "khai tử", "em bé chứng thực", "' OR 1=1 --"] {
                #expect(try await found(office, words: words) == [], "\(words)")
            }
            #expect(try await found(office, words: "%") == ["CT-02", "KS-01"])
            #expect(try await found(office, words: "_") == ["CT-02", "KS-01"])
            #expect(try await found(office, words: "sao") == ["CT-02"])
        }
    }

    @Test func `finds by what has happened and by field`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            try await office.issue(ProcedureSamples.certification)
            #expect(try await found(office, event: .birth) == ["KS-01"])
            #expect(try await found(office, event: .certification) == ["CT-02"])
            #expect(try await found(office, event: .land) == [])
            #expect(try await found(office, words: "sao", event: .birth) == [])
            #expect(try await found(office, field: "Hộ tịch") == ["CT-02", "KS-01"])
            #expect(try await found(office, field: "Đất đai") == [])
        }
    }

    @Test func `shows what is offered on the day`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue(from: "2017-08-01")
            #expect(try await found(office) == [])
            #expect(try await found(office, on: "2017-08-01") == ["KS-01"])
            _ = try await office.desk.perform(
                .procedures(
                    .end("KS-01", through: ProcedureSamples.day("2017-08-31"), reason: "hết")),
                by: nil, at: office.sources.now)
            #expect(try await found(office, on: "2017-08-31") == ["KS-01"])
            #expect(try await found(office, on: "2017-09-01") == [])
        }
    }

    @Test func `says of each how long it takes and whether it goes online`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            try await office.issue(ProcedureSamples.certification)
            let day = ProcedureSamples.day("2017-07-03")
            let all = try await office.desk.read { try $0.procedures(.init(), on: day) }
            #expect(all.count == 2)
            #expect(all.procedures.map(\.isOnline) == [false, true])
            #expect(all.procedures.map(\.term) == ["same_day", "2 working_days"])
            #expect(all.procedures.last?.events == [.birth])
        }
    }
}
