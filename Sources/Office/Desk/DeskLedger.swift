// How a command's events become entries of the ledger, and where their author stands.

import Engine
import Ledger
import WorkTime

extension DeskWork {
    /// Appends the events of one feature and returns the new head.
    func write<Event: Encodable>(
        _ events: [Event], feature: String, stream: String, after head: StreamHead?
    ) throws -> StreamHead {
        let drafts = try events.map { event in
            let entry = try EventEncoding.entry(of: event, feature: feature)
            return NewEntry(entry.type, entry.payload)
        }
        return try write(drafts, stream: stream, after: head)
    }

    /// Appends entries after the head that was read; a command without events changes nothing.
    func write(
        _ drafts: [NewEntry], stream: String, after head: StreamHead?, office: UnitID? = nil
    ) throws -> StreamHead {
        let head = head ?? StreamHead(stream: stream, version: 0, hash: [])
        if drafts.isEmpty { return head }
        let author = Authorship(
            at: order.at.milliseconds, actor: order.actor?.person.rawValue ?? "",
            onBehalfOf: order.actor?.onBehalfOf?.rawValue, unit: office?.rawValue ?? "")
        do {
            let entries = try transaction.append(
                drafts, to: stream, expecting: head.version,
                previousHash: head.hash.isEmpty ? nil : head.hash, by: author)
            guard let last = entries.last else { return head }
            return StreamHead(stream: stream, version: last.version, hash: last.hash)
        } catch AppendRejection.conflict {
            throw DeskRefusal.changedMeanwhile(stream: stream)
        }
    }
}
