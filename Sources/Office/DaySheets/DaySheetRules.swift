// Which work stands in which part of the sheet, and how many lines each part gets.

import WorkTime

extension DaySheets {
    /// Where work of one's own stands; `nil` for what is due later or has no date.
    static func group(
        of left: Work.TimeLeft, due: LocalMinute?, tomorrow: DayNumber
    ) -> Group? {
        switch left.state {
        case .late: return .late
        case .today: return .today
        case .soon, .ok: return due.map { $0.day <= tomorrow } == true ? .tomorrow : nil
        case .waiting, .undated: return nil
        }
    }

    /// Lines of each part: at least a few of all, then the most urgent part first.
    static func shares(
        _ sizes: [Int], of budget: Int = lineMaximum, atLeast least: Int = lineMinimum
    ) -> [Int] {
        var shares = sizes.map { min($0, least) }
        var left = budget - shares.reduce(0, +)
        for index in sizes.indices where left > 0 {
            let more = min(sizes[index] - shares[index], left)
            shares[index] += more
            left -= more
        }
        return shares
    }

    static func sheet(
        for viewer: Viewer, at now: LocalMinute, tomorrow: DayNumber,
        _ found: [Group: [Line]], openEnded: Set<Group>
    ) -> Sheet {
        let groups = Group.allCases.filter { !(found[$0] ?? []).isEmpty }
        let shares = shares(groups.map { found[$0]?.count ?? 0 })
        let parts = zip(groups, shares).map { group, share in
            let lines = found[group] ?? []
            return Part(
                group: group, lines: Array(lines.prefix(share)), more: lines.count - share,
                isOpenEnded: openEnded.contains(group))
        }
        return Sheet(
            name: viewer.name, unit: viewer.unitName, now: now, tomorrow: tomorrow, parts: parts)
    }
}
