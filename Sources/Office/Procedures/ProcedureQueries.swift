// What citizens read: the catalogue, and one procedure with the eight parts of NĐ 63/2010 Đ8k2.
// Nothing here is about a person, so no viewer is asked for.

import Ledger
import ProcessModel
import WorkTime

extension Procedures {
    /// What the catalogue is asked for.
    public struct Filter: Hashable, Sendable, Encodable {
        public var words = ""
        public var event: LifeEvent?
        public var field = ""

        public var isEmpty: Bool { self == Filter() }
    }

    /// A procedure in a list.
    public struct Listed: Hashable, Sendable, Encodable {
        public let code: String
        public let title: String
        public let field: String
        /// As the table of steps writes it; empty where none was published.
        public let term: String
        public let isOnline: Bool
        public let events: [LifeEvent]
    }

    public struct Catalogue: Sendable, Encodable {
        public let filter: Filter
        /// In the order of fields and titles.
        public let procedures: [Listed]
        /// All that are offered today, whatever was asked.
        public let count: Int
    }

    /// A step as citizens are told of it.
    public struct Step: Hashable, Sendable, Encodable {
        public let title: String
        /// Office or department; empty where the table names none.
        public let unit: String
    }

    /// Everything about one procedure on a day.
    public struct Page: Sendable, Encodable {
        public let sheet: Sheet
        public let issue: Int
        public let effective: DayNumber
        public let title: String
        public let field: String
        /// 2: how it goes on.
        public let steps: [Step]
        /// 4: papers.
        public let components: [String]
        /// 5: the published limit; `nil` where there is none.
        public let term: Term?
        /// 7: who resolves it.
        public let agency: String
        public let forms: [String]
        public let legalBasis: [String]
        /// Fees that hold today, or will.
        public let fees: [Fee]
    }

    static let wordsMaximum = 8
}

extension DeskReading {
    private static let offered = """
        s.issue = (SELECT max(o.issue) FROM procedureIssue o
            WHERE o.code = s.code AND o.effective <= ? AND (o.through IS NULL OR o.through >= ?))
        AND p.issue = (SELECT max(q.issue) FROM processIssue q
            WHERE q.code = s.code AND q.status IN ('published', 'retired')
                AND q.effective <= ? AND (q.through IS NULL OR q.through >= ?))
        """

    /// Procedures that are offered on a day, found by words without marks in any order.
    func procedures(
        _ filter: Procedures.Filter, on day: DayNumber
    ) throws -> Procedures.Catalogue {
        let today = Array(repeating: SQLValue(day.number), count: 4)
        var (condition, arguments) = (Self.offered, today)
        let words = Folding.fold(filter.words).split(separator: " ")
        for word in words.prefix(Procedures.wordsMaximum) {
            condition += " AND (p.folded LIKE ? OR s.folded LIKE ?)"
            // What means something in a pattern, in one store or the other, is left out.
            let pattern = SQLValue.text("%\(word.filter { !#"%_\"#.contains($0) })%")
            arguments += [pattern, pattern]
        }
        if let event = filter.event {
            condition += " AND s.events LIKE ?"
            arguments.append(.text("% \(event.rawValue) %"))
        }
        if !filter.field.isEmpty {
            condition += " AND p.field = ?"
            arguments.append(.text(filter.field))
        }
        let from = "FROM procedureIssue s JOIN processIssue p ON p.code = s.code"
        let found = try rows(
            """
            SELECT s.code, s.events, s.isOnline, p.title, p.field, p.term
            \(from) WHERE \(condition)
            """, arguments
        ).map { row in
            Procedures.Listed(
                code: try row.text("code"), title: try row.text("title"),
                field: try row.text("field"), term: try row.text("term"),
                isOnline: try row.int("isOnline") == 1,
                events: try row.text("events").split(separator: " ").compactMap {
                    Procedures.LifeEvent(rawValue: String($0))
                })
        }
        let count = try rows("SELECT count(*) AS n \(from) WHERE \(Self.offered)", today)
        return Procedures.Catalogue(
            filter: filter, procedures: found.sorted { $0.order < $1.order },
            count: try count.first?.int("n") ?? 0)
    }

    /// - Throws: `Procedures.Rejection.unknown` for one that is not offered on that day.
    func procedurePage(_ code: ProcessCode, on day: DayNumber) throws -> Procedures.Page {
        guard let issue = try procedure(code)?.issue(on: day),
            let version = try publishedIssue(of: code, on: day)?.version
        else { throw Procedures.Rejection.unknown(code.rawValue) }
        let sheet = issue.sheet
        let rows = StepTable(version).rows
        return Procedures.Page(
            sheet: sheet, issue: issue.number, effective: issue.effective, title: version.title,
            field: version.field,
            steps: rows.map { .init(title: $0.title, unit: unitName($0.step.performer)) },
            components: version.components, term: version.total, agency: version.scope,
            forms: version.forms.map(\.title), legalBasis: version.legalBasis,
            fees: sheet.fees.filter { $0.through.map { day <= $0 } ?? true })
    }

    /// Of a unit that the whole house has once; wards have units of their own.
    private func unitName(_ performer: Performer?) -> String {
        guard case .code(let code)? = performer?.unit,
            let unit = try? organisation().units.values.first(where: { $0.code == code })
        else { return "" }
        return unit.name
    }
}

extension Procedures.Listed {
    fileprivate var order: (String, String, String) {
        (Folding.fold(field), Folding.fold(title), code)
    }
}
