// Form 06 of the periodic report (Circular 01/2020/TT-VPCP): thirteen columns and the identities
// that must hold between them.

extension Reports {
    /// One line of form 06. Numbers of dossiers, columns 3 to 13.
    public struct Form06: Hashable, Sendable, Encodable {
        public var name: String
        /// 3 = 4 + 5 + 6
        public var taken: Int
        /// 4
        public var online: Int
        /// 5: at the counter or by post.
        public var direct: Int
        /// 6
        public var carriedOver: Int
        /// 7 = 8 + 9 + 10, and those without a published limit beside them.
        public var resolved: Int
        /// 8
        public var early: Int
        /// 9
        public var onTime: Int
        /// 10
        public var late: Int
        /// Resolved without a published limit. The form has no column for them.
        public var unclassed: Int
        /// 11 = 12 + 13
        public var open: Int
        /// 12
        public var openInTime: Int
        /// 13
        public var overdue: Int

        public init(name: String, _ sums: Sums) {
            self.name = name
            taken = sums.taken
            online = sums.online
            direct = sums.counter + sums.post
            carriedOver = sums.carriedOver
            resolved = sums.resolved
            early = sums.early
            onTime = sums.onTime
            late = sums.late
            unclassed = sums.unclassed
            open = sums.open
            openInTime = sums.openInTime
            overdue = sums.overdue
        }

        /// Columns 3 to 13 in their order.
        public var columns: [Int] {
            [
                taken, online, direct, carriedOver, resolved, early, onTime, late, open,
                openInTime, overdue,
            ]
        }

        /// Identities that do not hold, written as the form writes them; none when all is well.
        public var broken: [String] {
            let identities: [(String, Bool)] = [
                ("3 = 4 + 5 + 6", taken == online + direct + carriedOver),
                ("7 = 8 + 9 + 10", resolved == early + onTime + late + unclassed),
                ("11 = 12 + 13", open == openInTime + overdue),
                ("3 = 7 + 11", taken == resolved + open),
                ("0 ≤ 3…13", columns.allSatisfy { $0 >= 0 }),
            ]
            return identities.filter { !$0.1 }.map(\.0)
        }
    }
}
