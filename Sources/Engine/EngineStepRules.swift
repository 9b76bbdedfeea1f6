// Completing a step and sending work back to an earlier one.

import ProcessModel
import WorkTime

extension EngineWalk {
    mutating func complete(
        _ id: WorkItemID, product: String, fields: [String: FieldValue]
    ) throws(EngineRejection) {
        let (item, step) = try workableStep(id)
        try requireOtherHand(step)
        if !step.product.isBlank && product.isBlank {
            throw .productMissing(step: step.work, product: step.product)
        }
        acceptByActing(item)
        try fill(fields, from: try formFields(of: step), allRequired: true)
        let resumesAt = state.token(item.token)?.resumesAt
        record(.stepCompleted(id, product: product))
        markCompletion(of: step, item: id)
        if let resumesAt { go(item.token, to: [resumesAt]) } else { leave(item.token) }
    }

    /// Back to a step that was completed, in the same branch or before the branches parted; then
    /// the sister branches are void. Whoever did that step gets it again.
    mutating func sendBack(
        _ id: WorkItemID, to node: NodeID, reason: String
    ) throws(EngineRejection) {
        let (item, step) = try workableStep(id)
        try requireReason(reason)
        guard let target = graph[node] else { throw .unknownNode(node) }
        guard step.returnsTo.contains(node), let earlier = target.step,
            let token = state.token(item.token),
            let (source, kept) = returnPlace(of: node, from: token.scopes)
        else { throw .mayNotReturnThere(node) }
        let sisters = try sisters(of: token, beyond: kept, target: node)
        acceptByActing(item)
        if !sisters.isEmpty { withdraw(sisters) }
        record(.stepSentBack(id, to: node, reason: reason))
        resumeClock(ClockCause.step(id))
        record(.tokenMoved(token: token.id, to: node))
        guard let moved = state.token(token.id) else { return }
        try openStep(earlier, token: moved, preferred: source.answerable)
    }

    private func workableStep(_ id: WorkItemID) throws(EngineRejection) -> (WorkItem, Step) {
        let item = try openItem(id, of: .step)
        try requireHolder(item)
        try requireNoStop(item)
        guard let step = graph[item.node]?.step else { throw .unknownNode(item.node) }
        return (item, step)
    }

    /// Nobody controls what the same hand has prepared.
    private func requireOtherHand(_ step: Step) throws(EngineRejection) {
        for node in step.controls {
            guard let done = state.records.last(where: { $0.node == node && $0.isCompleted }) else {
                continue
            }
            let hands: Set = [done.person, done.answerable]
            for person in [actor.person, actor.answerable] where hands.contains(person) {
                throw .controlsOwnWork(node, person)
            }
        }
    }

    /// The last completion of the node that may be gone back to, and how many of the token's
    /// scopes stay. A completion inside a sister branch that still runs is not reached.
    private func returnPlace(
        of node: NodeID, from scopes: [SplitScope]
    ) -> (StepRecord, kept: Int)? {
        for record in state.records.reversed() where record.node == node && record.isCompleted {
            let shared = zip(record.scopes, scopes).prefix { $0 == $1 }.count
            let isSister =
                shared < record.scopes.count && shared < scopes.count
                && record.scopes[shared].split == scopes[shared].split
            if !isSister { return (record, shared) }
        }
        return nil
    }

    /// Tokens of other branches of splits that the way back leaves. Branches that wait for the
    /// citizen or run another instance cannot be made void behind their backs.
    private func sisters(
        of token: Token, beyond kept: Int, target: NodeID
    ) throws(EngineRejection) -> [Int] {
        guard kept < token.scopes.count else { return [] }
        let split = token.scopes[kept].split
        let sisters = state.tokens.filter { other in
            other.id != token.id && other.scopes.contains { $0.split == split }
        }
        for item in state.items where sisters.contains(where: { $0.id == item.token }) {
            try requireNoStop(item)
            if item.kind == .call { throw .mayNotReturnThere(target) }
            let cause = ClockCause.wait(item.id)
            if state.openCauses.contains(cause) { throw .itemStopped(item.id, cause: cause) }
        }
        return sisters.map(\.id)
    }

    private mutating func withdraw(_ tokens: [Int]) {
        let items = state.items.filter { tokens.contains($0.token) }
        record(.tokensWithdrawn(tokens))
        for item in items { resumeClock(ClockCause.step(item.id)) }
    }
}
