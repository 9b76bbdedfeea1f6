// Delivering by SMS: as with mails, one after the other, at least once, with the same id.

import Engine
import Ledger
import Mail
import WorkTime

extension Site.House {
    /// Hands over what is due, until nothing is or the gateway cannot be reached.
    /// - Parameters:
    ///   - node: A name that no other node has.
    ///   - carry: Hands one text over.
    public func deliverTexts(
        as node: String, from post: Notices.TextPost,
        carry: @Sendable (TextMessage) async -> MailOutcome
    ) async throws -> Notices.Delivered {
        try await handOver(as: node, of: Notices.textFamily) { message in
            let (texts, now) = (texts, desk.machineNow())
            let text = try await desk.read {
                try $0.text(for: message, from: post, at: now, texts: texts)
            }
            guard let text else { return nil }
            return await carry(text)
        }
    }
}
