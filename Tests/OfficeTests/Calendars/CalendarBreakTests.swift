// A round that breaks off while dates move: what was written stays, the rest follows, each once.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `A round that breaks off while dates move` {
    /// Pages of fifty: three commits, of which one fails in one of two ways.
    @Test(arguments: [1, 2, 3], [true, false])
    func `is gone on with, and each dossier moves once`(
        _ commit: Int, _ isWritten: Bool
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let count = Rounds.calendarPageSize * 2 + 11
            for _ in 0..<count { try await office.receive() }
            try await office.closeDay("2017-07-05")
            let broken = Desk(
                store: FailingStore(
                    office.desk.store, [commit: isWritten ? .after : .before]),
                sources: office.desk.sources)
            await #expect(throws: LedgerStoreError.self) {
                try await broken.makeRound(at: office.sources.now)
            }
            let written = Rounds.calendarPageSize * (isWritten ? commit : commit - 1)
            let taken = "SELECT count(*) AS n FROM entry WHERE type = 'dossier.calendarTaken'"
            #expect(try await office.number(taken) == min(written, count))
            let rest = try await office.round()
            #expect(rest.moved == max(0, count - written) && rest.failures.isEmpty)
            #expect(try await office.number(taken) == count)
            let moved = try await office.number(
                "SELECT count(DISTINCT stream) AS n FROM entry WHERE type = 'dossier.calendarTaken'"
            )
            #expect(moved == count)
            #expect(try await office.desk.store.read { try Verification.run($0) }.isClean)
        }
    }
}
