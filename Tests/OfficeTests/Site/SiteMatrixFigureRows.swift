// Who gets figures and registers: pages, values and files of one thing have one rule. Patterns as
// the router describes them.

import Engine
import HTTPTypes

@testable import Office

extension SiteMatrix {
    /// One rule for an address and its endings, each with the office asked for.
    private static func rows(
        _ path: String, _ endings: [String], _ rule: SiteMatrixRule
    ) -> [String: Row] {
        endings.reduce(into: [:]) { rows, ending in
            rows[path + ending] = [(path + ending + "?office={office}", rule)]
        }
    }

    private static let files = [".csv", ".xlsx"]

    /// Who leads the office or reads its figures.
    private static let overseers = SiteMatrixRule.hidden { $0.overseen.contains($1.office) }
    /// Whoever sees dossiers of the office: there are no others in the sums.
    private static let counted = SiteMatrixRule.hidden { $0.reports(on: $1) }
    /// Whoever sees all that the office received.
    private static let wholeOffice = SiteMatrixRule.hidden { $0.visible.contains($1.office) }

    static let figureRows: [String: Row] = [
        rows("/metrics", [""] + files, overseers),
        rows("/reports/form06", files, counted),
        rows("/reports/overdue", [""] + files, counted),
        rows("/reports/officers", [""] + files, .hidden { $0.compares(in: $1) }),
        rows("/lateness", ["", ".csv"], wholeOffice),
        rows("/registers", ["", ".pdf"], wholeOffice),
        [
            "/metrics/{number}": [
                ("/metrics/1?office={office}", overseers),
                ("/metrics/99?office={office}", .members(.notFound)),
            ],
            "/today.csv": [("/today.csv", .page)],
            "/today.xlsx": [("/today.xlsx", .page)],
            // Of the own office.
            "/apologies/quality": [
                (
                    "/apologies/quality",
                    .refused { person, _ in person.visible.contains(person.office) }
                )
            ],
        ],
    ]
    .reduce(into: [:]) { all, part in all.merge(part) { _, new in new } }
}
