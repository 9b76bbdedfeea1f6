// Passing several on: one commit, each done or refused for itself, and the sheet of what was done.

import Engine
import Ledger
import WorkTime

extension Desk {
    /// - Parameter key: One key for the form; each act has its own from it, so that a form sent
    ///   twice passes on once and finds the same sheet.
    func handOver(
        _ wish: Handovers.Wish, for viewer: Viewer, at instant: Instant, key: String
    ) async throws -> Handovers.Result {
        if wish.choices.isEmpty { throw Handovers.Rejection.nothingChosen }
        if wish.choices.count > Handovers.atOnceMaximum { throw Handovers.Rejection.tooMany }
        let now = instant.local(in: sources.zone)
        let group = try await read { try $0.handovers(for: viewer, at: now).group(wish.route) }
        let waiting = Dictionary(
            (group?.rows ?? []).map { ($0.choice, $0) }, uniquingKeysWith: { first, _ in first })
        let rows = wish.choices.compactMap { waiting[$0] }
        let orders =
            rows.map { order(for: $0, wish.route, by: viewer, at: instant, key: key) }
            + [sheetOrder(wish, of: rows.map(\.choice), by: viewer, at: instant, key: key)]
        let results = try await perform(orders)
        var failures: [Signings.Choice: any Refusal] = [:]
        for (row, result) in zip(rows, results) {
            guard case .failure(let error) = result else { continue }
            guard let refusal = error as? any Refusal else { throw error }
            failures[row.choice] = refusal
        }
        let told = try await named(failures) { $0.dossier }
        let sheet = try await sheet(of: results.last)
        let written = Set(
            (sheet?.lines ?? []).map { Signings.Choice(dossier: $0.dossier, item: $0.item) })
        return Handovers.Result(
            route: wish.route, sheet: sheet?.code,
            outcomes: wish.choices.map { choice in
                let title = waiting[choice]?.title ?? ""
                if written.contains(choice) { return .init(choice, title, nil) }
                if waiting[choice] == nil {
                    return .init(choice, title, Handovers.Rejection.gone)
                }
                return .init(choice, title, told[choice])
            })
    }

    private func order(
        for row: Handovers.Row, _ route: Handovers.Route, by viewer: Viewer, at instant: Instant,
        key: String
    ) -> DeskOrder {
        let item = WorkItemID(row.choice.item)
        let act: EngineCommand =
            route.way == .receive
            ? .accept(item) : .complete(item, product: row.product, fields: [:])
        let actor = Actor(
            viewer.person, onBehalfOf: row.person == viewer.person ? nil : row.person)
        return DeskOrder(
            command: .dossiers(.act(row.choice.dossier, act)), actor: actor, at: instant,
            key: "\(key)/\(row.choice.text)",
            fingerprint: Array("\(route.text) \(row.choice.text)".utf8), salt: sources.bytes(16))
    }

    /// The key stands for all that was sent; what was not the viewer's to pass on is left out.
    private func sheetOrder(
        _ wish: Handovers.Wish, of choices: [Signings.Choice], by viewer: Viewer,
        at instant: Instant, key: String
    ) -> DeskOrder {
        let content = wish.route.text + " " + wish.choices.map(\.text).joined(separator: " ")
        return DeskOrder(
            command: .handovers(.record(.init(route: wish.route, choices: choices))),
            actor: viewer.actor, at: instant,
            key: "\(key)/sheet", fingerprint: Array(content.utf8), salt: sources.bytes(16))
    }

    /// `nil` when nothing was passed on, which is no trouble of the whole.
    private func sheet(
        of result: Swift.Result<DeskAnswer, any Error>?
    ) async throws -> Handovers.Sheet? {
        switch result {
        case .success(let answer):
            return try await read { try $0.told(Handovers.Sheet.self, by: answer.stream)?.state }
        case .failure(let error):
            if error as? Handovers.Rejection == .nothingMoved { return nil }
            throw error
        case nil: return nil
        }
    }
}
