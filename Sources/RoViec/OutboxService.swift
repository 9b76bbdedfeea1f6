// Tells citizens while the server runs, beside the rounds: a slow relay keeps no time from coming.
// One service a way out, so that a slow one does not hold up the other.

import Logging
import Mail
import Office
import ServiceLifecycle

struct OutboxService: Service {
    /// As the log names what it delivers.
    let name: String
    /// Between two passes over the outbox.
    let pause: Duration
    let logger: Logger
    /// One pass.
    let deliver: @Sendable () async throws -> Notices.Delivered

    /// - Parameter node: This node's name among those that deliver.
    static func mails(
        _ delivery: MailDelivery, of house: Site.House, node: String, logger: Logger
    ) -> OutboxService {
        OutboxService(name: "notice", pause: .seconds(10), logger: logger) {
            try await house.deliverNotices(as: node, from: delivery.post) {
                await delivery.relay.deliver($0)
            }
        }
    }

    /// Who waits for a code waits for it: the pause is short.
    static func texts(
        _ delivery: TextDelivery, of house: Site.House, node: String, logger: Logger
    ) -> OutboxService {
        OutboxService(name: "sms", pause: .seconds(5), logger: logger) {
            try await house.deliverTexts(as: node, from: delivery.post) {
                await delivery.gateway.deliver($0)
            }
        }
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await makePass()
                try? await Task.sleep(for: pause)
            }
        }
    }

    /// A pass that fails is an incident of its own: what was claimed is free again after a while.
    private func makePass() async {
        do {
            for failure in try await deliver().failures { logger.error("\(name): \(failure)") }
        } catch is CancellationError {
            // The server stops: what is left is for the next start.
        } catch {
            logger.error("\(name): \(String(reflecting: error))")
        }
    }
}
