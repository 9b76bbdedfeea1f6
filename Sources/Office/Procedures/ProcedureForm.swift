// The form of a sheet: what it shows of the last issue, and from what was typed to the command.
// Tables are typed as lines with cells between bars, so that a list is pasted in one go.

import Ledger
import ProcessModel
import WorkTime

extension Procedures {
    /// The form of the next issue.
    public struct SheetForm: Sendable, Encodable {
        public let title: String
        /// The last issue, or an empty sheet.
        public let sheet: Sheet
        public let issue: Int
        public let effective: DayNumber?
    }

    /// Shape only, no rules.
    static func command(of form: Site.Form, code: ProcessCode) throws(Rejection) -> Command {
        guard let effective = DayNumber(form["effective"]) else { throw .effectiveMissing }
        let sheet = Sheet(
            code: code, nationalCode: form["nationalCode"], subjects: chosen("subject", form),
            channels: chosen("channel", form),
            onlineLevel: OnlineLevel(rawValue: form["onlineLevel"]),
            returnWays: chosen("returnWay", form),
            requiresPresence: form["requiresPresence"] == "1",
            results: Dossiers.lines(form["results"]),
            conditions: Dossiers.lines(form["conditions"]), fees: try fees(form["fees"]),
            terms: try terms(form["terms"]), lifeEvents: chosen("lifeEvent", form),
            keywords: Dossiers.lines(form["keywords"]), unconfirmed: chosen("unconfirmed", form))
        return .issue(sheet, effective: effective)
    }

    private static func chosen<Value: CaseIterable & RawRepresentable>(
        _ name: String, _ form: Site.Form
    ) -> [Value] where Value.RawValue == String {
        let words = Set(form.lines(name))
        return Value.allCases.filter { words.contains($0.rawValue) }
    }

    /// `when | amount | per | channel | from | through | basis | yes`, the end may be left out.
    static func fees(_ text: String) throws(Rejection) -> [Fee] {
        var fees: [Fee] = []
        for (index, cells) in rows(text).enumerated() {
            let channel = Dossiers.Channel(rawValue: cells[3])
            let days = [cells[4], cells[5]].map { ($0, DayNumber($0)) }
            guard let amount = Int(cells[1].filter { !". ".contains($0) }),
                channel != nil || cells[3].isEmpty,
                days.allSatisfy({ $0.0.isEmpty || $0.1 != nil })
            else { throw .unreadable(field: "fees", line: index + 1) }
            fees.append(
                Fee(
                    channel: channel, when: cells[0], amount: amount, per: cells[2],
                    from: days[0].1, through: days[1].1, basis: cells[6],
                    isConfirmed: cells[7] == "yes"))
        }
        return fees
    }

    /// `when | term | extension | basis | yes`.
    static func terms(_ text: String) throws(Rejection) -> [CaseTerm] {
        var terms: [CaseTerm] = []
        for (index, cells) in rows(text).enumerated() {
            guard let term = Term(cells[1]), ["", "yes"].contains(cells[2]) else {
                throw .unreadable(field: "terms", line: index + 1)
            }
            terms.append(
                CaseTerm(
                    when: cells[0], term: term, isExtension: cells[2] == "yes", basis: cells[3],
                    isConfirmed: cells[4] == "yes"))
        }
        return terms
    }

    /// Cells without white space around them; eight of them, empty where none was typed.
    private static func rows(_ text: String) -> [[String]] {
        Dossiers.lines(text).map { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
                Site.Form(pairs: [("cell", String(cell))])["cell"]
            }
            return cells + Array(repeating: "", count: max(0, 8 - cells.count))
        }
    }
}

extension Procedures.Fee {
    /// The line of the form that reads back as this row.
    var line: String {
        [
            when, String(amount), per, channel?.rawValue ?? "", from?.text ?? "",
            through?.text ?? "", basis, isConfirmed ? "yes" : "",
        ].joined(separator: " | ")
    }
}

extension Procedures.CaseTerm {
    /// The line of the form that reads back as this row.
    var line: String {
        [when, term.text, isExtension ? "yes" : "", basis, isConfirmed ? "yes" : ""]
            .joined(separator: " | ")
    }
}

extension DeskReading {
    /// For somebody in charge of processes.
    func sheetForm(of code: ProcessCode, for viewer: Viewer) throws -> Procedures.SheetForm {
        if !viewer.has(.processes) { throw Procedures.Rejection.mayNotIssue }
        let last = try procedure(code)?.issues.last
        guard let version = try publishedIssue(of: code, on: viewer.today)?.version,
            version.kind == .procedure
        else { throw Procedures.Rejection.noProcess(code) }
        return Procedures.SheetForm(
            title: version.title, sheet: last?.sheet ?? Procedures.Sheet(code: code),
            issue: last?.number ?? 0, effective: last?.effective)
    }
}
