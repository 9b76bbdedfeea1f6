// Which parts the published procedures have (NĐ 63/2010, article 8(2)).

import Engine
import Ledger
import ProcessModel
import WorkTime

extension DeskReading {
    /// Every procedure that is offered on a day, with the parts it lacks.
    func publishedProcedures(on day: DayNumber) throws -> [Metrics.Record] {
        let listed = try procedures(.init(), on: day).procedures
        let sheets = try sheets(on: day)
        let versions = Dictionary(
            try versionsInForce(on: day).map { ($0.code.rawValue, $0) },
            uniquingKeysWith: { first, _ in first })
        return listed.map { procedure in
            Metrics.Record(
                kind: .procedure, code: procedure.code, title: procedure.title, at: nil,
                lacking: Metrics.lacking(sheets[procedure.code], versions[procedure.code]))
        }
    }

    /// The sheets that hold on a day: every change of a procedure saves its state, so they are read
    /// at once.
    private func sheets(on day: DayNumber) throws -> [String: Procedures.Sheet] {
        var sheets: [String: Procedures.Sheet] = [:]
        let saved = try rows(
            "SELECT state FROM streamState WHERE stream >= ? AND stream < ?",
            [.text("procedure/"), .text("procedure0")])
        for row in saved {
            let state = try EventDecoding.value(
                Procedures.Procedure.self,
                from: .nested(try Payload(decoding: row.blob("state"))))
            if let sheet = state.issue(on: day)?.sheet { sheets[sheet.code.rawValue] = sheet }
        }
        return sheets
    }
}

extension Metrics {
    /// Names of the parts that are empty, in the order of the decree.
    static func lacking(
        _ sheet: Procedures.Sheet?, _ version: ProcessVersion?
    ) -> [String] {
        let parts: [(String, Bool)] = [
            ("title", version?.title.isEmpty ?? true),
            ("steps", version.map { StepTable($0).rows.isEmpty } ?? true),
            ("channels", sheet?.channels.isEmpty ?? true),
            ("components", version?.components.isEmpty ?? true),
            ("term", version?.total == nil),
            ("subjects", sheet?.subjects.isEmpty ?? true),
            ("agency", version?.scope.isEmpty ?? true),
            ("results", sheet?.results.isEmpty ?? true),
        ]
        return parts.filter(\.1).map(\.0)
    }
}
