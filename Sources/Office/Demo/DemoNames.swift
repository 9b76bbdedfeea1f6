// Invented Vietnamese names: family, middle and given, in the usual proportions. Pairs that would
// give the name of a known person are never made.

extension Demo {
    struct Names: Sendable {
        private var families: [String] = []
        private var middles: [String: [String]] = [:]
        private var givens: [String: [String]] = [:]
        private var avoided: Set<String> = []

        init() throws(DataError) {
            for row in try Table.load("names-family", columns: ["name", "weight"]).rows {
                let weight = try row.number("weight")
                families += Array(repeating: row["name"], count: weight)
            }
            for row in try Table.load("names-given", columns: ["sex", "part", "name"]).rows {
                if row["part"] == "middle" {
                    middles[row["sex"], default: []].append(row["name"])
                } else {
                    givens[row["sex"], default: []].append(row["name"])
                }
            }
            avoided = Set(try Table.load("names-avoid", columns: ["pair"]).rows.map { $0["pair"] })
        }

        /// A full name, family name first.
        func full(_ chance: inout Chance) -> String {
            chance.pick(families, else: "Nguyễn") + " " + personal(&chance)
        }

        /// A child's name with the family name of a parent.
        func child(of parent: String, _ chance: inout Chance) -> String {
            let family = parent.split(separator: " ").first.map(String.init) ?? "Nguyễn"
            return family + " " + personal(&chance)
        }

        /// Middle and given name of one sex, never one of the avoided pairs.
        private func personal(_ chance: inout Chance) -> String {
            while true {
                let sex = chance.happens(500) ? "nam" : "nữ"
                let middle = chance.pick(middles[sex] ?? [], else: "Văn")
                let given = chance.pick(givens[sex] ?? [], else: "An")
                let pair = middle + " " + given
                if middle != given, !avoided.contains(pair) { return pair }
            }
        }

        /// So many different full names.
        func roster(_ count: Int, _ chance: inout Chance) -> [String] {
            var seen: Set<String> = []
            var names: [String] = []
            while names.count < count {
                let name = full(&chance)
                if seen.insert(name).inserted { names.append(name) }
            }
            return names
        }
    }
}
