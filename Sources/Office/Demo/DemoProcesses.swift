// The catalogue of the demo office: 9 operating processes and 139 of departments and units.

import ProcessModel
import WorkTime

extension Demo {
    /// The processes, each with the waivers for its gaps.
    public struct Processes: Sendable {
        /// Five of the district, four of the wards.
        public let operating: [ProcessVersion]
        /// 139: the number that the district published. Which ones they were is not known: these
        /// are 68 procedures of Hà Nội and 71 real step tables of another district-level office.
        public let work: [ProcessVersion]

        public init() throws(DataError) {
            let sources = try Sources()
            operating = try Demo.operatingProcesses(sources)
            work = try Demo.procedures(sources) + Demo.tableProcedures(sources)
        }

        public var all: [ProcessVersion] { operating + work }
    }
}

extension Demo.Day {
    /// Dates by which gaps are to be mended.
    static let mendProcedures = DayNumber(trusted: 2017, 12, 29)
    static let mendTables = DayNumber(trusted: 2018, 3, 30)
}
