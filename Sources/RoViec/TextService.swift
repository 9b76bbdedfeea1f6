// Tells citizens by SMS while the server runs, beside the rounds and beside the mails.

import Logging
import Mail
import Office
import ServiceLifecycle

struct TextService: Service {
    let house: Site.House
    let delivery: TextDelivery
    /// This node's name among those that deliver.
    let node: String
    let logger: Logger
    /// Between two passes over the outbox: who waits for a code waits for it.
    static let pause = Duration.seconds(5)

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
            let gateway = delivery.gateway
            let delivered = try await house.deliverTexts(as: node, from: delivery.post) {
                await gateway.deliver($0)
            }
            for failure in delivered.failures { logger.error("sms: \(failure)") }
        } catch is CancellationError {
            // The server stops: what is left is for the next start.
        } catch {
            logger.error("sms: \(String(reflecting: error))")
        }
    }
}
