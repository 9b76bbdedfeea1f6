// The catalogue, the organisation and the plan of the demo, built once for all suites.

import WorkTime

@testable import Office

enum DemoTestWorld {
    static let built = Result { try World() }

    struct World: Sendable {
        let processes: Demo.Processes
        let organisation: People.Organisation
        let plan: Demo.Plan
        init() throws {
            processes = try Demo.Processes()
            organisation = try DemoOrganisationTests.built()
            plan = try Demo.Plan(
                processes: processes, organisation: organisation, calendar: .vietnam)
        }
    }
}
