// What waits for the viewer's signature.

import Engine
import ProcessModel
import WorkTime

extension DeskReading {
    /// Own work, that of the absent and what is delegated, the nearest due first.
    func signings(for viewer: Viewer, at now: LocalMinute) throws -> Signings.List {
        let list = try workList(.mine, of: viewer, after: nil, at: now)
        let found = list.offered + list.rows
        let given = try delegations(to: viewer)
        var rows = try found.prefix(2 * Signings.atOnceMaximum).compactMap {
            try signing($0, for: viewer, given)
        }
        let known = Set(rows.map(\.choice))
        for work in try delegatedWork(given, viewer, now)
        where !known.contains(.init(dossier: work.dossier, item: work.item)) {
            if let row = try signing(work, for: viewer, given) { rows.append(row) }
        }
        let sorted = rows.sorted { ($0.sortDue, $0.choice.text) < ($1.sortDue, $1.choice.text) }
        return Signings.List(
            rows: Array(sorted.prefix(Signings.atOnceMaximum)), now: now,
            isCut: list.next != nil || sorted.count > Signings.atOnceMaximum)
    }

    /// `nil` for work that asks for no signature, or waits for somebody else.
    private func signing(
        _ row: Work.Row, for viewer: Viewer, _ given: [Delegations.Delegation]
    ) throws -> Signings.Row? {
        let dossier = try toldDossier(row.dossier).state
        guard let instance = dossier.instance,
            let item = instance.items.first(where: { $0.id.rawValue == row.item }),
            item.kind == .step, item.stops.isEmpty
        else { return nil }
        let registration = dossier.registration
        let version = try version(registration.process, issue: registration.issue)
        guard let step = version.nodes.first(where: { $0.id == item.node })?.step,
            !step.controls.isEmpty
        else { return nil }
        let prepared = instance.records.last {
            $0.isCompleted && step.controls.contains($0.node)
        }
        let organisation = try organisation()
        let people = organisation.people
        let person = item.offer?.person ?? item.holder
        let delegation = given.first { $0.covers(item, of: version, organisation) }
        let isOwn = person == viewer.person || viewer.absentees.contains(person)
        if !isOwn, delegation == nil { return nil }
        return Signings.Row(
            choice: .init(dossier: row.dossier, item: row.item), title: row.title,
            applicant: row.applicant, asked: step.work,
            preparedBy: prepared.flatMap { people[$0.person]?.name } ?? "",
            prepared: prepared?.text ?? "", due: row.due, left: row.left,
            inPlaceOf: person == viewer.person ? nil : people[person]?.name ?? person.rawValue,
            delegation: person == viewer.person ? nil : delegation.map { .init($0) },
            needsForm: version.forms.contains { $0.code == step.form && !$0.fields.isEmpty },
            isOffered: item.offer != nil, person: person,
            product: step.product)
    }
}

extension Signings.Row {
    /// What has no date comes last.
    fileprivate var sortDue: Int { due?.rawValue ?? .max }
}
