// Settings of an invented hall: two windows for civil status, one for certification.

import Engine
import ProcessModel
import Testing
import WorkTime

@testable import Office

extension QueueSamples {
    static var terms: Queues.Terms {
        var terms = Queues.terms
        terms.fields = [
            Queues.Field(name: "Hộ tịch", windows: [1, 2]),
            Queues.Field(name: "Chứng thực", windows: [3]),
        ]
        return terms
    }

    /// The same as a form of a page or a program.
    static let setting = [
        ("ordinaryBetween", "2"), ("callsMaximum", "3"), ("setBacksMaximum", "0"),
        ("minutesBefore", "30"), ("fields", "Hộ tịch | 1-2\nChứng thực | 3"),
        (
            "priorities",
            "Người từ 80 tuổi | People of 80 and more | Luật (hư cấu), điều 1"
        ),
    ]
}

extension DossierTestOffice {
    func set(_ terms: Queues.Terms, by person: PersonID? = "binh", in office: UnitID = "p")
        async throws
    {
        _ = try await desk.perform(
            .queues(.set(office, terms)), by: person.map { Actor($0) }, at: sources.now)
    }

    func queueTerms(_ office: UnitID = "p") async throws -> Queues.Terms {
        try await desk.read { try $0.queueTerms(of: office) }
    }
}
