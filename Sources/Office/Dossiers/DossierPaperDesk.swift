// The number of a paper receipt is entered once in an office. It is claimed in the transaction that
// takes the dossier in, under a primary key: of two clerks at once one is refused.

import Engine
import Ledger
import WorkTime

extension Dossiers {
    static let paperStatements = [
        """
        CREATE TABLE dossierPaper (
            office TEXT NOT NULL,
            number TEXT NOT NULL,
            dossier TEXT NOT NULL,
            PRIMARY KEY (office, number))
        """,
        """
        CREATE INDEX dossierByEntering ON dossier (enteredAt, code)
        WHERE enteredAt IS NOT NULL
        """,
    ]

    /// As numbers are compared: in capitals, without spaces.
    static func paperKey(_ number: String) -> String {
        number.uppercased().filter { !$0.isWhitespace }
    }

    /// - Returns: Whether nobody had it.
    static func claim(
        paper: String, for code: String, of office: UnitID, in transaction: any LedgerTransaction
    ) throws -> Bool {
        try !transaction.rows(
            """
            INSERT INTO dossierPaper (office, number, dossier) VALUES (?, ?, ?)
            ON CONFLICT (office, number) DO NOTHING RETURNING dossier
            """, [.text(office.rawValue), .text(paperKey(paper)), .text(code)]
        ).isEmpty
    }
}

extension DeskWork {
    /// A paper without a number is none.
    func claim(paper: String, for code: String, of office: UnitID) throws {
        if Dossiers.paperKey(paper).isEmpty { return }
        let isFree = try Dossiers.claim(paper: paper, for: code, of: office, in: transaction)
        if isFree { return }
        throw Dossiers.Rejection.latePaperUsed(
            paper, dossier: try dossier(ofPaper: paper, in: office))
    }

    /// `nil` where the actor would not find it.
    private func dossier(ofPaper paper: String, in office: UnitID) throws -> String? {
        let row = try transaction.row(
            "SELECT dossier FROM dossierPaper WHERE office = ? AND number = ?",
            [.text(office.rawValue), .text(Dossiers.paperKey(paper))])
        guard let code = try row?.text("dossier"), let person = order.actor?.person,
            let viewer = Viewer(
                person: person, in: try reading.organisation(), today: today),
            try reading.mayFind(code, viewer)
        else { return nil }
        return code
    }
}

extension Desk {
    /// Claims the numbers that earlier releases entered, before the first that this one enters. Of
    /// one that was entered twice the first dossier has it.
    func fillPapers() async throws {
        if try await store.read({ try Self.latePapers($0) }).isEmpty { return }
        let (memory, zone) = (memory, sources.zone)
        _ = try await store.write { transaction in
            let reading = DeskReading(reader: transaction, memory: memory, zone: zone)
            for code in try Self.latePapers(transaction) {
                let registration = try reading.toldDossier(code).state.registration
                guard let paper = registration.late?.paper, !Dossiers.paperKey(paper).isEmpty
                else { continue }
                _ = try Dossiers.claim(
                    paper: paper, for: code, of: registration.office, in: transaction)
            }
        }
    }

    /// Dossiers that were entered later, while no number of any was claimed.
    private static func latePapers(_ reader: any LedgerReader) throws -> [String] {
        try reader.rows(
            """
            SELECT code FROM dossier WHERE enteredAt IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM dossierPaper) ORDER BY enteredAt, code
            """, []
        ).map { try $0.text("code") }
    }
}
