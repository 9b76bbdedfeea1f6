// Reading the register of an office from its processes in force.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Privacy {
    /// Who answers for what people of the own office look at.
    static func maySeeRegister(_ viewer: Viewer) -> Bool {
        Reads.answering.contains { viewer.has($0, in: viewer.office) }
    }
}

extension DeskReading {
    /// - Parameters:
    ///   - after: The code of the last process before the page.
    ///   - limit: `nil` for the whole register.
    func privacyRegister(
        for viewer: Viewer, after: String = "", limit: Int? = Privacy.registerPage
    ) throws -> Privacy.Register {
        guard Privacy.maySeeRegister(viewer) else { throw Privacy.Rejection.mayNotSee }
        let (day, organisation) = (viewer.today, try organisation())
        let found = try rows(
            """
            SELECT p.code, max(p.issue) AS issue FROM processIssue p
            WHERE p.status IN ('published', 'retired') AND p.code > ? AND p.effective <= ?
                AND (p.through IS NULL OR p.through >= ?)
            GROUP BY p.code ORDER BY p.code
            """, [.text(after), SQLValue(day.number), SQLValue(day.number)])
        var processings: [Privacy.Processing] = []
        var next: String?
        for row in found {
            let code = ProcessCode(try row.text("code"))
            let version = try issue(code, try row.int("issue")).version
            guard organisation.runs(version, in: viewer.office, on: day) else { continue }
            let fields = version.personalFields.map(\.label)
            let hasApplicant = version.kind == .procedure
            if fields.isEmpty, !hasApplicant { continue }
            if processings.count == limit {
                next = processings.last?.code.rawValue
                break
            }
            processings.append(
                Privacy.Processing(
                    code: code, issue: version.issue, title: version.title,
                    hasApplicant: hasApplicant, fields: fields, basis: version.legalBasis,
                    seenBy: unitNames(of: version, in: viewer.office, organisation, on: day)))
        }
        return Privacy.Register(
            office: viewer.officeName, day: day,
            groups: Privacy.Group.allCases.map { .init(group: $0, fields: $0.fields) },
            processings: processings, next: next)
    }

    /// The unit that receives, and those that do a step.
    private func unitNames(
        of version: ProcessVersion, in office: UnitID, _ organisation: People.Organisation,
        on day: DayNumber
    ) -> [String] {
        let counters = organisation.units(ofOffice: office, on: day)
            .filter { $0.kind == .oneStop }.map(\.id)
        let working = version.nodes.compactMap { node in
            (node.step?.performer?.unit).flatMap {
                organisation.unit($0, office: office, on: day)
            }
        }
        return Set(counters + working).compactMap { organisation.units[$0]?.name }.sorted()
    }
}
