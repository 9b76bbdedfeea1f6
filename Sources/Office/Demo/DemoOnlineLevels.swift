// The online procedures: 25 at level 3 (file online) and 2 at level 4 (also pay and receive
// online).
// Only these numbers were published; which procedures they are is the demo's own choice.

import ProcessModel

extension Demo {
    /// Level by process code.
    public struct OnlineLevels: Sendable {
        public let levels: [ProcessCode: Int]

        public init() throws(DataError) {
            var levels: [ProcessCode: Int] = [:]
            for row in try Table.load("online-levels", columns: ["process", "level"]).rows {
                levels[ProcessCode(row["process"])] = try row.number("level")
            }
            self.levels = levels
        }

        public func isOnline(_ process: ProcessCode) -> Bool { levels[process] != nil }
    }
}
