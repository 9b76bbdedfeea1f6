// Signing several: one commit, each done or refused for itself.

import Engine
import Ledger
import WorkTime

extension Desk {
    /// Signs what was chosen, of what waits for the viewer now. What is not there any more, was
    /// signed by somebody else or has to be filled in is told and left.
    /// - Parameter key: One key for the form; each act has its own from it, so that a form sent
    ///   twice signs once.
    func sign(
        _ choices: [Signings.Choice], for viewer: Viewer, at instant: Instant, key: String
    ) async throws -> [Signings.Outcome] {
        if choices.isEmpty { throw Signings.Rejection.nothingChosen }
        if choices.count > Signings.atOnceMaximum { throw Signings.Rejection.tooMany }
        let now = instant.local(in: sources.zone)
        let rows = try await read { try $0.signings(for: viewer, at: now).rows }
        let waiting = Dictionary(
            rows.map { ($0.choice, $0) }, uniquingKeysWith: { first, _ in first })
        var orders: [DeskOrder] = []
        for choice in choices {
            guard let row = waiting[choice], !row.needsForm else { continue }
            orders += self.orders(for: row, by: viewer, at: instant, key: key)
        }
        let results = try await perform(orders)
        var failures: [String: any Refusal] = [:]
        for (order, result) in zip(orders, results) {
            guard case .failure(let error) = result else { continue }
            guard let refusal = error as? any Refusal else { throw error }
            failures[order.dossier] = failures[order.dossier] ?? refusal
        }
        let told = try await named(failures) { $0 }
        return choices.map { choice in
            guard let row = waiting[choice] else { return .init(choice, "", .gone) }
            if row.needsForm { return .init(choice, row.title, .needsForm) }
            return .init(choice, row.title, told[choice.dossier])
        }
    }

    /// What another unit offers is accepted by the same hand that signs it.
    private func orders(
        for row: Signings.Row, by viewer: Viewer, at instant: Instant, key: String
    ) -> [DeskOrder] {
        let (code, item) = (row.choice.dossier, WorkItemID(row.choice.item))
        let actor = Actor(
            viewer.person, onBehalfOf: row.person == viewer.person ? nil : row.person)
        let sign = EngineCommand.complete(item, product: row.product, fields: [:])
        return ((row.isOffered ? [.accept(item)] : []) + [sign]).enumerated().map {
            DeskOrder(
                command: .dossiers(.act(code, $1)), actor: actor, at: instant,
                key: "\(key)/\(row.choice.text)/\($0)",
                fingerprint: Array("\(row.choice.text) \($0)".utf8), salt: sources.bytes(16))
        }
    }
}

extension DeskOrder {
    /// The dossier it acts on.
    fileprivate var dossier: String {
        guard case .dossiers(.act(let code, _)) = command else { return "" }
        return code
    }
}

extension Signings.Outcome {
    fileprivate init(_ choice: Signings.Choice, _ title: String, _ why: Signings.Rejection) {
        self.init(choice, title, why as any Refusal)
    }

    fileprivate init(_ choice: Signings.Choice, _ title: String, _ why: (any Refusal)?) {
        self.init(
            choice: choice, title: title, isSigned: why == nil, code: why?.code,
            vi: why?.sentence.vi, en: why?.sentence.en)
    }
}
