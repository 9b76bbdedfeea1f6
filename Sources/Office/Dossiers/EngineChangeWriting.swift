// What the engine changed as the ledger writes it, without the detour over Codable: every act on a
// dossier writes these, and they were most of its time. The bytes are those of Codable, which the
// tests prove for every case; reading goes through Codable alone.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Dossiers.EngineEntry {
    /// The payload of an entry `engine.changed`.
    static func payload(of moves: [EngineEvent]) throws(PayloadError) -> Payload {
        var changes: [PayloadValue] = []
        changes.reserveCapacity(moves.count)
        for move in moves { changes.append(try move.change.written()) }
        return try Payload([("changes", .list(changes))])
    }
}

extension EngineChange {
    /// A payload with the name of the case, and in it the values in the order of their keys.
    fileprivate func written() throws(PayloadError) -> PayloadValue {
        switch self {
        case .started(let id, let process, let issue, let node, let focalPoint, let unit):
            try .change(
                "started",
                [
                    ("_0", .text(id.rawValue)), ("focalPoint", .text(focalPoint.rawValue)),
                    ("issue", .int(Int64(issue))), ("node", .text(node.rawValue)),
                    ("process", .text(process.rawValue)), ("unit", .text(unit.rawValue)),
                ])
        case .fieldsFilled(let fields, let keys):
            try .change(
                "fieldsFilled",
                [
                    ("_0", .list(try fields.written())),
                    ("personalKeys", .list(keys.map { .text($0) })),
                ])
        case .tokenMoved, .tokenSplit, .tokensJoined, .tokenEnded, .tokensWithdrawn:
            try writtenToken()
        case .itemOpened, .itemReopened, .stepCompleted, .stepSentBack, .dueMoved, .timersMoved,
            .timerFired, .itemClosed:
            try writtenItem()
        case .handoverOffered, .handoverAccepted, .handoverReturned, .holderChanged:
            try writtenHandover()
        case .clockMarked(let kind, let cause, let item, let reason):
            try .change(
                "clockMarked",
                [
                    ("_0", .text(kind.rawValue)), ("cause", .text(cause)),
                    ("item", item.map { .item($0) }), ("reason", .text(reason)),
                ])
        case .serviceRequested, .callRequested, .callStarted, .callEnded: try writtenCall()
        case .focalPointChanged(let person, let reason):
            try .change(
                "focalPointChanged", [("_0", .text(person.rawValue)), ("reason", .text(reason))])
        case .ended(let outcome, let reason):
            try .change("ended", [("_0", .text(outcome.rawValue)), ("reason", .text(reason))])
        }
    }

    private func writtenToken() throws(PayloadError) -> PayloadValue {
        switch self {
        case .tokenMoved(let token, let node):
            try .change(
                "tokenMoved", [("to", .text(node.rawValue)), ("token", .int(Int64(token)))])
        case .tokenSplit(let token, let nodes):
            try .change(
                "tokenSplit",
                [
                    ("to", .list(nodes.map { .text($0.rawValue) })), ("token", .int(Int64(token))),
                ])
        case .tokensJoined(let tokens): try .change("tokensJoined", [("_0", .tokens(tokens))])
        case .tokenEnded(let token):
            try .change("tokenEnded", [("token", .int(Int64(token)))])
        case .tokensWithdrawn(let tokens):
            try .change("tokensWithdrawn", [("_0", .tokens(tokens))])
        default: .nested(Payload())
        }
    }

    private func writtenItem() throws(PayloadError) -> PayloadValue {
        switch self {
        case .itemOpened(
            let id, let token, let kind, let holder, let unit, let needsTaking, let due,
            let timers, let note):
            try .change(
                "itemOpened",
                [
                    ("_0", .item(id)), ("due", due.map { .text($0.text) }),
                    ("holder", .text(holder.rawValue)), ("kind", .text(kind.rawValue)),
                    ("needsTaking", .bool(needsTaking)), ("note", .text(note)),
                    ("timers", .list(try timers.written())), ("token", .int(Int64(token))),
                    ("unit", .text(unit.rawValue)),
                ])
        case .itemReopened(
            let id, let token, let node, let holder, let unit, let openedAt, let due, let timers,
            let resumesAt):
            try .change(
                "itemReopened",
                [
                    ("_0", .item(id)), ("due", due.map { .text($0.text) }),
                    ("holder", .text(holder.rawValue)), ("node", .text(node.rawValue)),
                    ("openedAt", .text(openedAt.text)),
                    ("resumesAt", resumesAt.map { .text($0.rawValue) }),
                    ("timers", .list(try timers.written())), ("token", .int(Int64(token))),
                    ("unit", .text(unit.rawValue)),
                ])
        case .stepCompleted(let id, let product):
            try .change("stepCompleted", [("_0", .item(id)), ("product", .text(product))])
        case .stepSentBack(let id, let node, let reason):
            try .change(
                "stepSentBack",
                [("_0", .item(id)), ("reason", .text(reason)), ("to", .text(node.rawValue))])
        case .dueMoved(let id, let due, let timers):
            try .change(
                "dueMoved",
                [
                    ("_0", .item(id)), ("due", .text(due.text)),
                    ("timers", .list(try timers.written())),
                ])
        case .timersMoved(let id, let timers):
            try .change(
                "timersMoved", [("_0", .item(id)), ("timers", .list(try timers.written()))])
        case .timerFired(let id, let kind, let node):
            try .change(
                "timerFired",
                [
                    ("_0", .item(id)), ("kind", .text(kind.rawValue)),
                    ("node", .text(node.rawValue)),
                ])
        case .itemClosed(let id, let event):
            try .change(
                "itemClosed", [("_0", .item(id)), ("event", event.map { .text($0.rawValue) })])
        default: .nested(Payload())
        }
    }

    private func writtenHandover() throws(PayloadError) -> PayloadValue {
        switch self {
        case .handoverOffered(let id, let receiver, let unit, let needsTaking):
            try .change(
                "handoverOffered",
                [
                    ("_0", .item(id)), ("needsTaking", .bool(needsTaking)),
                    ("receiver", .text(receiver.rawValue)), ("unit", .text(unit.rawValue)),
                ])
        case .handoverAccepted(let id, let receiver):
            try .change(
                "handoverAccepted", [("_0", .item(id)), ("receiver", .text(receiver.rawValue))])
        case .handoverReturned(let id, let reason):
            try .change("handoverReturned", [("_0", .item(id)), ("reason", .text(reason))])
        case .holderChanged(let id, let person, let unit, let reason):
            try .change(
                "holderChanged",
                [
                    ("_0", .item(id)), ("reason", .text(reason)), ("to", .text(person.rawValue)),
                    ("unit", .text(unit.rawValue)),
                ])
        default: .nested(Payload())
        }
    }

    private func writtenCall() throws(PayloadError) -> PayloadValue {
        switch self {
        case .serviceRequested(let token, let node, let action):
            try .change(
                "serviceRequested",
                [
                    ("action", .text(action)), ("node", .text(node.rawValue)),
                    ("token", .int(Int64(token))),
                ])
        case .callRequested(let id, let process, let unit):
            try .change(
                "callRequested",
                [
                    ("_0", .item(id)), ("process", .text(process.rawValue)),
                    ("unit", try unit.written()),
                ])
        case .callStarted(let id, let instance):
            try .change("callStarted", [("_0", .item(id)), ("_1", .text(instance.rawValue))])
        case .callEnded(let id, let outcome):
            try .change("callEnded", [("_0", .item(id)), ("outcome", .text(outcome.rawValue))])
        default: .nested(Payload())
        }
    }
}

extension PayloadValue {
    /// An enum case as Codable writes it; a value that is nothing leaves its key out.
    fileprivate static func change(
        _ name: String, _ values: [(String, PayloadValue?)]
    ) throws(PayloadError) -> PayloadValue {
        var pairs: [(String, PayloadValue)] = []
        pairs.reserveCapacity(values.count)
        for (key, value) in values {
            if let value { pairs.append((key, value)) }
        }
        return .nested(try Payload([(name, .nested(try Payload(pairs)))]))
    }

    fileprivate static func item(_ id: WorkItemID) -> PayloadValue { .int(Int64(id.rawValue)) }

    fileprivate static func tokens(_ tokens: [Int]) -> PayloadValue {
        .list(tokens.map { .int(Int64($0)) })
    }
}

extension [TimerEntry] {
    fileprivate func written() throws(PayloadError) -> [PayloadValue] {
        var values: [PayloadValue] = []
        for entry in self {
            values.append(
                .nested(
                    try Payload([
                        ("at", .text(entry.at.text)), ("item", .item(entry.item)),
                        ("kind", .text(entry.kind.rawValue)), ("node", .text(entry.node.rawValue)),
                    ])))
        }
        return values
    }
}

extension [FilledField] {
    fileprivate func written() throws(PayloadError) -> [PayloadValue] {
        var values: [PayloadValue] = []
        for field in self {
            let value: PayloadValue =
                switch field.value {
                case .text(let text): try .change("text", [("_0", .text(text))])
                case .number(let number): try .change("number", [("_0", .text(number.description))])
                case .boolean(let flag): try .change("boolean", [("_0", .bool(flag))])
                }
            values.append(
                .nested(try Payload([("key", .text(field.key)), ("value", value)])))
        }
        return values
    }
}

extension UnitReference {
    fileprivate func written() throws(PayloadError) -> PayloadValue {
        switch self {
        case .code(let code): try .change("code", [("_0", .text(code))])
        case .function(let function): try .change("function", [("_0", .text(function))])
        case .label(let name): try .change("label", [("_0", .text(name))])
        }
    }
}
