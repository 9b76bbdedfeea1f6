// Tells citizens while the server runs, beside the rounds: a slow relay keeps no time from coming.

import Ledger
import Logging
import Mail
import Office
import ServiceLifecycle

struct MailService: Service {
    let house: Site.House
    let delivery: MailDelivery
    /// This node's name among those that deliver.
    let node: String
    let logger: Logger
    /// Between two passes over the outbox.
    static let pause = Duration.seconds(10)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await deliver()
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    /// A pass that fails is an incident of its own: what was claimed is free again after a while.
    private func deliver() async {
        do {
            let relay = delivery.relay
            let delivered = try await house.deliverNotices(as: node, from: delivery.post) {
                await relay.deliver($0)
            }
            for failure in delivered.failures { logger.error("notice: \(failure)") }
        } catch is CancellationError {
            // The server stops: what is left is for the next start.
        } catch {
            logger.error("notice: \(String(reflecting: error))")
        }
    }
}
