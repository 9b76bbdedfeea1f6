// How the test office hands several dossiers over.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

enum HandoverSamples {
    static let toStatus = Handovers.Route(way: .give, from: "p.mc", to: "p.tp")
    static let byStatus = Handovers.Route(way: .receive, from: "p.mc", to: "p.tp")
}

extension DossierTestOffice {
    func handovers(of person: PersonID) async throws -> Handovers.List {
        let (viewer, now) = (try await viewer(person), now)
        return try await desk.read { try $0.handovers(for: viewer, at: now) }
    }

    func handOver(
        _ choices: [Signings.Choice], _ route: Handovers.Route, by person: PersonID,
        key: String = "k"
    ) async throws -> Handovers.Result {
        try await desk.handOver(
            Handovers.Wish(route: route, choices: choices), for: try await viewer(person),
            at: sources.now, key: key)
    }

    /// All that stands in a group of a person.
    func handoverChoices(
        _ route: Handovers.Route, of person: PersonID
    ) async throws -> [Signings.Choice] {
        try await handovers(of: person).group(route)?.rows.map(\.choice) ?? []
    }

    func handoverSheet(
        _ code: String, as person: PersonID
    ) async throws -> Handovers.ShownSheet {
        let viewer = try await viewer(person)
        return try await desk.read { try $0.handoverSheet(code, for: viewer) }
    }

    func handoverSheets(
        of person: PersonID, after: String = ""
    ) async throws -> Handovers.SheetList {
        let viewer = try await viewer(person)
        return try await desk.read { try $0.handoverSheets(for: viewer, after: after) }
    }

    /// Rows of the tables, in order, as text.
    func handoverRows() async throws -> [String] {
        try await desk.read { reading in
            try ["handoverSheet ORDER BY code", "handoverUnit ORDER BY unit, at, code"].flatMap {
                try reading.rows("SELECT * FROM \($0)").map { "\($0)" }
            }
        }
    }
}
