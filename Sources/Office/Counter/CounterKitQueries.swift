// What goes into the kit of a viewer's office.

import Engine
import ProcessModel
import WorkTime

extension DeskReading {
    /// The procedures that were asked for most lately; the first ones where none was yet.
    func counterKit(for viewer: Viewer, window: Int, on day: DayNumber) throws -> Counter.Kit {
        let choices = try procedures("", for: viewer).procedures.prefix(Counter.kitForms)
        let office = try organisation().units[viewer.office]
        let forms = try choices.compactMap { choice -> Counter.Kit.Form? in
            guard
                let version = try publishedVersion(of: ProcessCode(choice.code), on: day)
            else { return nil }
            return Counter.Kit.Form(
                process: choice.code, title: choice.title, term: choice.term,
                papers: version.components, fields: version.firstFields.map(\.label))
        }
        return Counter.Kit(
            office: viewer.office, officeName: viewer.officeName, day: day, window: window,
            numbers: Counter.kitNumbers(
                of: office?.code ?? viewer.office.rawValue, on: day, window: window),
            forms: forms, receipt: try officialForm(.receipt, on: day))
    }
}
