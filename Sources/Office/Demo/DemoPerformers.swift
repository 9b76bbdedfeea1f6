// Reads who does a step: the short notation of the demo's tables, and the names in the sources.
//
// `head@VP`, `member@f:mot-cua`, `position:chu-tich@f:lanh-dao`, `focal`, `body:Chi cục Thuế`:
// a unit is named by its code, or with `f:` by its function in the office of the instance.

import ProcessModel

extension Demo {
    static func unit(_ text: some StringProtocol) -> UnitReference {
        text.hasPrefix("f:") ? .function(String(text.dropFirst(2))) : .code(String(text))
    }

    static func performer(_ text: some StringProtocol) -> Performer? {
        if text == "focal" { return .focalPoint }
        if text.hasPrefix("body:") { return .body(String(text.dropFirst(5))) }
        guard let at = text.firstIndex(of: "@") else { return nil }
        let place = unit(text[text.index(after: at)...])
        let who = text[..<at]
        if who == "head" { return .head(of: place) }
        if who == "member" { return .member(of: place) }
        if who.hasPrefix("position:") {
            return .position(String(who.dropFirst("position:".count)), in: place)
        }
        return nil
    }

    /// What a name in the column `responsible_vi` of a source stands for in the demo office.
    struct Responsible: Sendable {
        enum Kind: String, Sendable { case counter, leader, office, body, ward }
        let unit: UnitReference
        let kind: Kind
        /// Name of a body outside the office.
        let body: String

        static func all() throws(DataError) -> [String: Responsible] {
            var found: [String: Responsible] = [:]
            for row in try Table.load("responsible", columns: ["responsible", "unit", "kind"]).rows
            {
                guard let kind = Kind(rawValue: row["kind"]) else {
                    throw .badValue(row["kind"], column: "kind", table: row.table)
                }
                let body = kind == .body ? String(row["unit"].dropFirst("body:".count)) : ""
                found[row["responsible"]] = Responsible(
                    unit: Demo.unit(row["unit"]), kind: kind, body: body)
            }
            return found
        }
    }
}

extension Demo.Row {
    /// A performer that the table must name.
    func performer(_ column: String) throws(Demo.DataError) -> Performer {
        guard let performer = Demo.performer(self[column]) else {
            throw .badValue(self[column], column: column, table: table)
        }
        return performer
    }
}
