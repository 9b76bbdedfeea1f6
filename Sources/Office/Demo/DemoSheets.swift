// What citizens are told of the demo's procedures: the 68 of Hà Nội, and the one table of another
// office that goes online. Facts of rows without a text stay marked as unconfirmed.

import ProcessModel
import WorkTime

extension Demo {
    static func sheets() throws(DataError) -> [Procedures.Sheet] {
        let facts = try byProcess(
            "procedures-hanoi", key: "id",
            columns: [
                "national_code", "result_vi", "fee_vnd", "confidence_time",
                "confidence_components", "confidence_code",
            ])
        let fees = try byProcess(
            "procedure-fees", key: "process",
            columns: [
                "channel", "when", "amount", "per", "from", "through", "basis", "confirmed",
            ])
        let terms = try byProcess(
            "procedure-terms", key: "process",
            columns: ["when", "term", "extension", "basis", "confirmed"])
        let levels = try OnlineLevels().levels
        let columns = ["process", "subjects", "presence", "life_events", "keywords"]
        var sheets: [Procedures.Sheet] = []
        for row in try Table.load("procedure-sheets", columns: columns).rows {
            let code = row["process"]
            var sheet = try sheet(row, facts[code]?.first, level: levels[ProcessCode(code)])
            for fee in fees[code] ?? [] { sheet.fees.append(try fee.fee()) }
            for term in terms[code] ?? [] { sheet.terms.append(try term.caseTerm()) }
            sheets.append(sheet)
        }
        return sheets
    }

    private static func byProcess(
        _ table: String, key: String, columns: [String]
    ) throws(DataError) -> [String: [Row]] {
        Dictionary(grouping: try Table.load(table, columns: [key] + columns).rows) { $0[key] }
    }

    private static func sheet(
        _ row: Row, _ facts: Row?, level: Int?
    ) throws(DataError) -> Procedures.Sheet {
        let presence = row["presence"] == "yes"
        var sheet = Procedures.Sheet(code: ProcessCode(row["process"]), requiresPresence: presence)
        sheet.subjects = try row.choices("subjects")
        sheet.lifeEvents = try row.choices("life_events")
        sheet.keywords = row.list("keywords")
        if presence { sheet.returnWays = [.counter] }
        switch level {
        case 3?: sheet.onlineLevel = .level3
        case 4?: sheet.onlineLevel = .level4
        default: break
        }
        if sheet.isOnline { sheet.channels = [.counter, .online, .post] }
        // The pilot of 2017: results at home, for what is filed online.
        if sheet.isOnline, !presence { sheet.returnWays = [.counter, .home, .post] }
        guard let facts else {
            sheet.unconfirmed = [.components, .term]
            return sheet
        }
        sheet.nationalCode = facts["national_code"]
        sheet.results = facts.list("result_vi")
        if !sheet.nationalCode.isEmpty, facts["confidence_code"] != "A" {
            sheet.unconfirmed.append(.nationalCode)
        }
        if facts["confidence_components"] == "C" { sheet.unconfirmed.append(.components) }
        if facts["confidence_time"] == "C" { sheet.unconfirmed.append(.term) }
        return sheet
    }
}

extension Demo.Row {
    fileprivate func choices<Value: RawRepresentable>(
        _ column: String
    ) throws(Demo.DataError) -> [Value] where Value.RawValue == String {
        var values: [Value] = []
        for text in list(column) {
            guard let value = Value(rawValue: text) else {
                throw .badValue(text, column: column, table: table)
            }
            values.append(value)
        }
        return values
    }

    fileprivate func fee() throws(Demo.DataError) -> Procedures.Fee {
        let channel = self["channel"].isEmpty ? nil : Dossiers.Channel(rawValue: self["channel"])
        return Procedures.Fee(
            channel: channel, when: self["when"], amount: try number("amount"), per: self["per"],
            from: try optionalDay("from"), through: try optionalDay("through"),
            basis: self["basis"], isConfirmed: self["confirmed"] == "yes")
    }

    fileprivate func caseTerm() throws(Demo.DataError) -> Procedures.CaseTerm {
        guard let term = Term(self["term"]) else {
            throw .badValue(self["term"], column: "term", table: table)
        }
        return Procedures.CaseTerm(
            when: self["when"], term: term, isExtension: self["extension"] == "yes",
            basis: self["basis"], isConfirmed: self["confirmed"] == "yes")
    }

    private func optionalDay(_ column: String) throws(Demo.DataError) -> DayNumber? {
        self[column].isEmpty ? nil : try day(column)
    }
}
