// Delegations of the invented ward: the chairman lets the head of civil status sign.

import Engine
import ProcessModel
import Testing
import WorkTime

@testable import Office

enum DelegationSamples {
    static func grant(
        _ leader: PersonID = "anh", _ delegate: PersonID = "tam", fields: [String] = [],
        processes: [ProcessCode] = [], from: String = "2017-07-03",
        through: String = "2017-07-14", weekdays: [Int] = [], document: String = "12/UQ-UBND"
    ) -> Delegations.Grant {
        .init(
            leader: leader, delegate: delegate, office: "p", form: .authorisation,
            fields: fields, processes: processes, from: ProcedureSamples.day(from),
            through: ProcedureSamples.day(through), weekdays: weekdays, document: document)
    }

    static func around(
        _ person: PersonID, at moment: String = "3T09:00"
    ) throws -> Delegations.Surroundings {
        .init(
            person: person, organisation: try OrganisationTestState.ward(),
            fields: ["KY-01": "Hộ tịch", "CT-02": "Chứng thực"],
            now: LatenessSamples.moment(moment))
    }

    static func book(_ grants: Delegations.Grant...) throws -> Delegations.Book {
        var book = Delegations.Book()
        for grant in grants {
            let events = try Delegations.decide(
                .give(grant), on: book, in: try around(grant.leader))
            for event in events { book.apply(event) }
        }
        return book
    }
}

extension DossierTestOffice {
    @discardableResult
    func perform(_ command: Delegations.Command, by person: PersonID) async throws -> DeskAnswer {
        try await desk.perform(
            .delegations(command), by: Actor(person), at: sources.now,
            fingerprint: Array("\(command)".utf8))
    }
}
