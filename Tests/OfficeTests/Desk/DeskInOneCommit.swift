// Sets an office up quickly: many commands, one wait for the disk.

import Engine
import Ledger
import WorkTime

@testable import Office

extension Desk {
    func perform(
        inOneCommit commands: [OfficeCommand], by actor: Actor?, at instant: Instant
    ) async throws {
        let orders = commands.map {
            DeskOrder(
                command: $0, actor: actor, at: instant, key: sources.token(),
                salt: sources.bytes(16))
        }
        for result in try await perform(orders) { _ = try result.get() }
    }
}
