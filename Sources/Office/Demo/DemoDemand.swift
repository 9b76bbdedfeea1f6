// How many dossiers of which procedure come where. The totals are those that the district published
// for the first half of 2017; shares of procedures and wards are the demo's own assumption.

import Engine
import ProcessModel
import WorkTime

extension Demo {
    /// One request before it has a time and a person.
    struct Filing: Sendable {
        let process: ProcessCode
        var office: UnitID
        let ward: Ward
        let channel: Dossiers.Channel
        /// Days between which it comes.
        let from: DayNumber
        let through: DayNumber
    }

    static func filings(wards: [Ward]) throws(DataError) -> [Filing] {
        let shares = try Table.load("demand", columns: ["level", "channel", "process", "share"])
            .rows
        let columns = ["from", "through", "level", "channel", "count"]
        var filings: [Filing] = []
        for total in try Table.load("demand-totals", columns: columns).rows {
            let rows = shares.filter {
                $0["level"] == total["level"] && $0["channel"] == total["channel"]
            }
            let channel = total["channel"] == "online" ? Dossiers.Channel.online : .counter
            var weights: [Int] = []
            for row in rows { weights.append(try row.number("share")) }
            let counts = apportion(try total.number("count"), by: weights)
            let (from, through) = (try total.day("from"), try total.day("through"))
            var chance = Chance(seed: 2017, of: total["level"] + channel.rawValue + from.text)
            for (row, count) in zip(rows, counts) {
                for _ in 0..<count {
                    guard let ward = pick(wards, &chance) else { continue }
                    filings.append(
                        Filing(
                            process: ProcessCode(row["process"]),
                            office: total["level"] == "ward" ? ward.office : UnitID("ubnd"),
                            ward: ward, channel: channel, from: from, through: through))
                }
            }
        }
        return filings
    }

    /// Whole parts that add up exactly: the largest remainders get what is left over.
    static func apportion(_ total: Int, by weights: [Int]) -> [Int] {
        let sum = max(1, weights.reduce(0, +))
        var parts = weights.map { $0 * total / sum }
        let left = total - parts.reduce(0, +)
        let order = weights.indices.sorted {
            let (a, b) = (weights[$0] * total % sum, weights[$1] * total % sum)
            return a == b ? $0 < $1 : a > b
        }
        for index in order.prefix(left) { parts[index] += 1 }
        return parts
    }

    private static func pick(_ wards: [Ward], _ chance: inout Chance) -> Ward? {
        var left = chance.below(wards.reduce(0) { $0 + $1.demandShare })
        for ward in wards {
            left -= ward.demandShare
            if left < 0 { return ward }
        }
        return wards.last
    }
}
