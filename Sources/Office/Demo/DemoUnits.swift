// Units of the demo office: the district's own rows, and one pattern repeated for each ward.

import Engine
import WorkTime

extension Demo {
    /// One of the fourteen wards of 2003-2024.
    struct Ward: Sendable {
        /// Ending of account names and identifiers, for example `bode`.
        let slug: String
        let code: String
        let name: String
        /// Code of the General Statistics Office.
        let statisticsCode: String
        let from: DayNumber
        let through: DayNumber
        /// Share of the wards' dossiers, an assumption of the demo.
        let demandShare: Int

        var office: UnitID { Demo.wardUnit(slug) }

        static func all() throws(DataError) -> [Ward] {
            let columns = ["slug", "code", "name", "gso_code", "from", "through", "demand_share"]
            var wards: [Ward] = []
            for row in try Table.load("wards", columns: columns).rows {
                wards.append(
                    Ward(
                        slug: row["slug"], code: row["code"], name: row["name"],
                        statisticsCode: row["gso_code"], from: try row.day("from"),
                        through: try row.day("through"),
                        demandShare: try row.number("demand_share")))
            }
            return wards
        }
    }

    /// The committee of a ward, or one of its units.
    static func wardUnit(_ slug: String, _ suffix: String = "") -> UnitID {
        UnitID("p." + slug + (suffix.isEmpty ? "" : "." + suffix))
    }

    /// All units, every parent before its children.
    static func units(wards: [Ward]) throws(DataError) -> [People.Unit] {
        try districtUnits() + wardUnits(wards)
    }

    /// Invented: nobody is called there.
    private static func phone(of kind: People.UnitKind) -> String? {
        kind == .committee ? "024 0000 0000" : nil
    }

    private static func districtUnits() throws(DataError) -> [People.Unit] {
        let columns = [
            "id", "code", "name", "name_en", "kind", "level", "parent", "functions", "from",
            "source",
        ]
        var units: [People.Unit] = []
        for row in try Table.load("units-district", columns: columns).rows {
            units.append(
                People.Unit(
                    id: UnitID(row["id"]), code: row["code"], name: row["name"],
                    nameEnglish: row["name_en"], kind: try row.unitKind(), level: .district,
                    parent: row["parent"].isEmpty ? nil : UnitID(row["parent"]),
                    functions: row.list("functions"), from: try row.day("from"),
                    source: row["source"], phone: phone(of: try row.unitKind())))
        }
        return units
    }

    private static func wardUnits(_ wards: [Ward]) throws(DataError) -> [People.Unit] {
        let columns = [
            "suffix", "code_suffix", "name", "name_en", "kind", "parent", "functions", "source",
        ]
        let pattern = try Table.load("units-ward", columns: columns).rows
        var units: [People.Unit] = []
        for ward in wards {
            for row in pattern {
                // `*` in the pattern stands for the ward's own committee.
                let parent = row["parent"] == "*" ? ward.office : UnitID(row["parent"])
                units.append(
                    People.Unit(
                        id: wardUnit(ward.slug, row["suffix"]),
                        code: ward.code + row["code_suffix"],
                        name: row["name"].naming(ward), nameEnglish: row["name_en"].naming(ward),
                        kind: try row.unitKind(), level: .ward, parent: parent,
                        functions: row.list("functions"), from: ward.from,
                        through: ward.through, source: row["source"],
                        phone: phone(of: try row.unitKind())))
            }
        }
        return units
    }
}

extension Demo.Row {
    func unitKind() throws(Demo.DataError) -> People.UnitKind {
        guard let kind = People.UnitKind(rawValue: self["kind"]) else {
            throw .badValue(self["kind"], column: "kind", table: table)
        }
        return kind
    }

    func day(_ column: String) throws(Demo.DataError) -> DayNumber {
        guard let day = DayNumber(self[column]) else {
            throw .badValue(self[column], column: column, table: table)
        }
        return day
    }
}

extension String {
    /// The pattern's `{ward}` replaced by the ward's name.
    fileprivate func naming(_ ward: Demo.Ward) -> String {
        split(separator: "{ward}", omittingEmptySubsequences: false).joined(separator: ward.name)
    }
}
