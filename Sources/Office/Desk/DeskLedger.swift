// How a command's events become entries of the ledger, and where their author stands.

import Engine
import Ledger
import WorkTime

extension DeskWork {
    /// Appends the events of one feature.
    func write<Event: Encodable>(
        _ events: [Event], feature: String, stream: String, after version: Int
    ) throws -> DeskAnswer {
        let drafts = try events.map { event in
            let entry = try EventEncoding.entry(of: event, feature: feature)
            return NewEntry(entry.type, entry.payload)
        }
        return try write(drafts, stream: stream, after: version)
    }

    /// Appends entries after the version that was read; a command without events changes nothing.
    func write(
        _ drafts: [NewEntry], stream: String, after version: Int, office: UnitID? = nil
    ) throws -> DeskAnswer {
        if drafts.isEmpty { return DeskAnswer(stream: stream, version: version) }
        let author = Authorship(
            at: order.at.milliseconds, actor: order.actor?.person.rawValue ?? "",
            onBehalfOf: order.actor?.onBehalfOf?.rawValue, unit: office?.rawValue ?? "")
        do {
            let entries = try transaction.append(
                drafts, to: stream, expecting: version, by: author)
            return DeskAnswer(stream: stream, version: version + entries.count)
        } catch AppendRejection.conflict {
            throw DeskRefusal.changedMeanwhile(stream: stream)
        }
    }
}
