// Rows of the tables of processes as values.

import Ledger
import ProcessModel
import WorkTime

extension Processes.IssueRow {
    init(_ row: SQLRow, on day: DayNumber, _ naming: ProcessNaming) throws {
        code = ProcessCode(try row.text("code"))
        issue = try row.int("issue")
        effective = try row.optionalInt("effective").map(DayNumber.init(number:))
        through = try row.optionalInt("through").map(DayNumber.init(number:))
        standing = Processes.Standing(
            Processes.IssueStatus(rawValue: try row.text("status")) ?? .draft, from: effective,
            through: through, on: day)
        title = try row.text("title")
        kind = try row.text("kind")
        field = try row.text("field")
        ownerUnit = try row.text("ownerUnit")
        owner = naming.name(ofUnitCode: ownerUnit)
        term = Term(try row.text("term")).map { $0.tablePhrase[naming.language] } ?? ""
        steps = try row.int("steps")
        gaps = try row.int("gaps")
    }
}

extension Processes.GapRow {
    /// `checked` is the issue with what the gate says of it.
    init(
        _ row: SQLRow, _ checked: (version: ProcessVersion, findings: [Diagnostic])?,
        on day: DayNumber
    ) throws {
        code = ProcessCode(try row.text("code"))
        issue = try row.int("issue")
        number = try row.int("number")
        title = try row.text("title")
        rule = try row.text("rule")
        node = try row.optionalText("node")
        reason = try row.text("reason")
        by = try row.text("answerer")
        mendBy = DayNumber(number: try row.int("mendBy"))
        isExpired = mendBy < day
        let (wanted, place) = (rule, node.map(NodeID.init(rawValue:)))
        self.place = checked?.version.nodes.first { $0.id == place }?.title ?? ""
        missing = (checked?.findings ?? [])
            .filter { $0.rule == wanted && (place == nil || $0.node == place) }.map(\.message)
    }
}

extension DayNumber {
    /// A day as tables keep it.
    init(number: Int) { self.init(rawValue: Int32(clamping: number)) }
}
