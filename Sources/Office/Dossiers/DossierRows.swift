// The rows that lists and reports read of one dossier, as values: what a command changed is the
// difference between those of the state before it and those of the state after.

import Engine
import Ledger
import ProcessModel
import WorkTime

struct DossierRows {
    let dossier: Dossiers.Dossier
    let graph: ProcessGraph
    let clock: ClockReading?

    init(_ dossier: Dossiers.Dossier, _ issue: KnownIssue, _ calendar: WorkCalendar) {
        self.dossier = dossier
        graph = issue.graph
        clock = Dossiers.reading(of: dossier, version: issue.version, calendar: calendar)
    }

    var isOpen: Bool { dossier.endMark == nil }

    var items: [WorkItem] { dossier.instance?.items ?? [] }

    func title(of node: NodeID) -> String? { graph.position[node].map { graph.nodes[$0].title } }

    /// `due, endedAt, endedDay, class, indexMinutes, calendar` of the register.
    var times: [SQLValue] {
        let end = dossier.endMark
        return [
            SQLValue((clock?.dueAt ?? clock?.dueBeforeStop)?.rawValue), SQLValue(end?.rawValue),
            SQLValue(end?.day.number), SQLValue(clock?.timeliness?.rawValue),
            SQLValue(clock?.indexMinutes), SQLValue(dossier.calendar),
        ]
    }

    /// `status, paused, focalPoint, holder, step` of the register.
    var standing: [SQLValue] {
        let item = items.first
        return [
            .text(dossier.status.rawValue),
            SQLValue(clock?.isPaused ?? !(dossier.instance?.openCauses.isEmpty ?? true)),
            .text(dossier.instance?.focalPoint.rawValue ?? ""),
            .text(item?.holder.rawValue ?? ""), .text(item.flatMap { title(of: $0.node) } ?? ""),
        ]
    }

    /// `person, unit, list, sortDue, holder, sender, node, step, due, since, needsTaking,
    /// nextTimer` of each open item.
    var work: [WorkItemID: [SQLValue]] {
        Dictionary(items.map { ($0.id, work(of: $0)) }, uniquingKeysWith: { first, _ in first })
    }

    private func work(of item: WorkItem) -> [SQLValue] {
        let list: Dossiers.WorkList =
            item.offer != nil
            ? .offered : (item.stops.isEmpty && item.kind != .wait ? .open : .waiting)
        // The appointment binds until the result is ready; when the citizen comes is the citizen's.
        let isClockEnded = dossier.instance?.isClockEnded ?? false
        let isReady = isClockEnded && item.due == nil
        let due = isClockEnded ? item.due : [item.due, clock?.dueAt].compactMap { $0 }.min()
        let undated = isReady ? Dossiers.sortReady : Dossiers.sortLast
        let giver = item.handover.flatMap { dossier.instance?.handovers[$0].giver }
        let sender = giver ?? dossier.instance?.focalPoint
        return [
            .text((item.offer?.person ?? item.holder).rawValue),
            .text((item.offer?.unit ?? item.unit).rawValue), .text(list.rawValue),
            SQLValue(list == .waiting ? Dossiers.sortLast : due?.rawValue ?? undated),
            .text(item.holder.rawValue), .text(sender?.rawValue ?? ""),
            .text(item.node.rawValue), .text(title(of: item.node) ?? item.note),
            SQLValue(due?.rawValue), SQLValue(item.openedAt.rawValue),
            SQLValue(item.offer?.needsTaking ?? item.needsTaking),
            // While it is stopped no time runs, so none comes.
            SQLValue(item.stops.isEmpty ? item.timers.map(\.at.rawValue).min() : nil),
        ]
    }
}
