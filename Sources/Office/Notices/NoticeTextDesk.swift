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
        var delivered = Notices.Delivered()
        while !Task.isCancelled,
            let claim = try await claimNotice(as: node, of: Notices.textFamily)
        {
            let outcome: MailOutcome?
            do {
                let (texts, now) = (texts, desk.machineNow())
                let text = try await desk.read {
                    try $0.text(for: claim.message, from: post, at: now, texts: texts)
                }
                outcome = if let text { await carry(text) } else { nil }
            } catch let error as any Refusal {
                outcome = .refused("write: \(error.code)")
            } catch is Notices.UnknownMessage {
                outcome = .refused("write: unknown")
            } catch is PayloadError {
                outcome = .refused("write: unknown")
            }
            try await note(outcome, of: claim, in: &delivered)
            if case .unreachable = outcome { return delivered }
        }
        return delivered
    }
}
