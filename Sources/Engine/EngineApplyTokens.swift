// How events move the tokens of an instance.

import ProcessModel

extension Instance {
    mutating func moveTokens(_ event: EngineEvent) {
        switch event.change {
        case .tokenMoved(let id, let node): move(id, to: node)
        case .tokenSplit(let id, let nodes): split(id, to: nodes)
        case .tokensJoined(let ids): join(ids)
        case .tokenEnded(let id):
            tokens.removeAll { $0.id == id }
            leaveLonelyScopes()
        case .tokensWithdrawn(let ids):
            for item in items where ids.contains(item.token) { _ = removeItem(item.id) }
            tokens.removeAll { ids.contains($0.id) }
            leaveLonelyScopes()
        default: break
        }
    }

    /// The token that moved last stands last: joins read the order of arrival from here.
    private mutating func move(_ id: Int, to node: NodeID) {
        guard let index = tokens.firstIndex(where: { $0.id == id }) else { return }
        var token = tokens.remove(at: index)
        token.from = token.node
        token.node = node
        token.resumesAt = nil
        tokens.append(token)
    }

    private mutating func split(_ id: Int, to nodes: [NodeID]) {
        guard let index = tokens.firstIndex(where: { $0.id == id }) else { return }
        let parent = tokens.remove(at: index)
        let first = lastToken + 1
        for (branch, node) in nodes.enumerated() {
            lastToken += 1
            let scopes = parent.scopes + [SplitScope(split: first, branch: branch)]
            tokens.append(
                Token(
                    id: lastToken, node: node, from: parent.node, scopes: scopes,
                    giver: parent.giver, giverUnit: parent.giverUnit, record: parent.record,
                    isDirect: false))
        }
    }

    /// Whoever arrived last is the giver of what follows.
    private mutating func join(_ ids: [Int]) {
        let joined = ids.compactMap { id in tokens.first { $0.id == id } }
        guard let first = joined.first, let last = joined.last else { return }
        var scopes = first.scopes
        for token in joined.dropFirst() {
            scopes = zip(scopes, token.scopes).prefix { $0 == $1 }.map(\.0)
        }
        tokens.removeAll { ids.contains($0.id) }
        tokens.append(
            Token(
                id: first.id, node: first.node, from: last.from, scopes: scopes,
                giver: last.giver, giverUnit: last.giverUnit, record: last.record,
                isDirect: false))
        leaveLonelyScopes()
    }

    /// A branch whose sisters are gone is no branch any more.
    private mutating func leaveLonelyScopes() {
        for index in tokens.indices {
            while let scope = tokens[index].scopes.last,
                !tokens.contains(where: { token in
                    token.id != tokens[index].id
                        && token.scopes.contains { $0.split == scope.split }
                })
            {
                tokens[index].scopes.removeLast()
            }
        }
    }
}
