// Makes the office's rounds while the server runs.

import Ledger
import Logging
import Office
import ServiceLifecycle

struct RoundService: Service {
    let house: Site.House
    let signer: CheckpointSigner?
    let logger: Logger
    /// Between two rounds.
    static let pause = Duration.seconds(10)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await makeRound()
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    /// A round that fails is an incident of its own: the next one tries again.
    private func makeRound() async {
        do {
            let outcome = try await house.makeRound(signer: signer)
            for failure in outcome.failures { logger.error("round: \(failure)") }
        } catch is CancellationError {
            // The server stops: what is left is for the first round of the next start.
        } catch {
            logger.error("round: \(String(reflecting: error))")
        }
    }
}
