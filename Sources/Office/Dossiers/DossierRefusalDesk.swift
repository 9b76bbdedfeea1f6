// What the engine refuses, with names in place of identifiers: it knows no names, people no
// identifiers.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Dossiers {
    /// A refusal of the engine as people are told it; for programs it is the same one.
    struct NamedRefusal: Refusal {
        let rejection: Rejection
        let sentence: Bilingual

        var code: String { rejection.code }
        var field: String? { rejection.field }
        var isNotFound: Bool { rejection.isNotFound }
    }
}

extension Desk {
    /// Refusals of several acts, each on a dossier of its own.
    func named<Key: Hashable & Sendable>(
        _ refusals: [Key: any Refusal], in dossier: @escaping @Sendable (Key) -> String
    ) async throws -> [Key: any Refusal] {
        if refusals.isEmpty { return refusals }
        return try await read { reading in
            var named = refusals
            for (key, refusal) in refusals {
                named[key] = try reading.named(refusal, in: dossier(key))
            }
            return named
        }
    }
}

extension DeskReading {
    /// The refusal with the names of people and units, and of steps where the dossier is known.
    /// What has no name keeps its identifier; what is no refusal of the engine stays as it is.
    func named(_ refusal: any Refusal, in dossier: String?) throws -> any Refusal {
        guard let rejection = refusal as? Dossiers.Rejection, case .work(let work) = rejection
        else { return refusal }
        let (organisation, titles) = (try organisation(), try stepTitles(of: dossier))
        let names = EngineNames(
            person: { organisation.people[$0]?.name ?? $0.rawValue },
            unit: { organisation.name(of: $0) }, step: { titles[$0] ?? $0.rawValue })
        return Dossiers.NamedRefusal(
            rejection: rejection, sentence: work.sentence(naming: names))
    }

    private func stepTitles(of code: String?) throws -> [NodeID: String] {
        guard let code,
            let dossier = try told(Dossiers.Dossier.self, by: Dossiers.stream(of: code))?.state
        else { return [:] }
        let registration = dossier.registration
        let nodes = try version(registration.process, issue: registration.issue).nodes
        return Dictionary(
            nodes.filter { !$0.title.isEmpty }.map { ($0.id, $0.title) },
            uniquingKeysWith: { first, _ in first })
    }
}
