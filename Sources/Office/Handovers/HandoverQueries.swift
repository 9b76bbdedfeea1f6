// What the viewer can pass on or take over, by the other unit.

import Engine
import ProcessModel
import WorkTime

extension DeskReading {
    /// Own work and that of the absent, the nearest due first.
    func handovers(for viewer: Viewer, at now: LocalMinute) throws -> Handovers.List {
        let list = try workList(.mine, of: viewer, after: nil, at: now)
        let found = (list.offered + list.rows).prefix(2 * Handovers.atOnceMaximum)
        var routes: [Handovers.Route] = []
        var rows: [Handovers.Route: [Handovers.Row]] = [:]
        for work in found {
            guard let (route, row) = try handover(work, for: viewer) else { continue }
            if rows[route] == nil { routes.append(route) }
            rows[route, default: []].append(row)
        }
        let organisation = try organisation()
        func name(_ unit: UnitID) -> String { organisation.units[unit]?.name ?? unit.rawValue }
        return Handovers.List(
            groups: routes.sorted { $0.text < $1.text }.map { route in
                Handovers.Group(
                    route: route, fromName: name(route.from), toName: name(route.to),
                    rows: Array((rows[route] ?? []).prefix(Handovers.atOnceMaximum)))
            }, now: now,
            isCut: list.next != nil || list.offered.count + list.rows.count > found.count)
    }

    /// `nil` for work that stays in its unit, waits, or asks for more than a press.
    private func handover(
        _ row: Work.Row, for viewer: Viewer
    ) throws -> (Handovers.Route, Handovers.Row)? {
        let dossier = try toldDossier(row.dossier).state
        let registration = dossier.registration
        guard let instance = dossier.instance,
            let item = instance.items.first(where: { $0.id.rawValue == row.item }),
            item.kind == .step, item.stops.isEmpty
        else { return nil }
        let organisation = try organisation()
        let version = try version(registration.process, issue: registration.issue)
        guard let step = version.nodes.first(where: { $0.id == item.node })?.step else {
            return nil
        }
        let route: Handovers.Route
        if let offer = item.offer {
            route = Handovers.Route(way: .receive, from: item.unit, to: offer.unit)
        } else {
            let next = organisation.nextUnit(
                after: item, in: instance, version, office: registration.office,
                on: viewer.today)
            guard let next, !item.needsTaking, step.isReadyToPass(in: instance, version) else {
                return nil
            }
            route = Handovers.Route(way: .give, from: item.unit, to: next)
        }
        let person = item.offer?.person ?? item.holder
        return (
            route,
            Handovers.Row(
                choice: .init(dossier: row.dossier, item: row.item), title: row.title,
                applicant: row.applicant, step: row.step, papers: registration.paperCount,
                due: row.due, left: row.left,
                inPlaceOf: person == viewer.person
                    ? nil : organisation.people[person]?.name ?? person.rawValue,
                person: person, product: step.product)
        )
    }
}

extension Dossiers.Registration {
    /// All papers with their copies.
    var paperCount: Int { papers.reduce(0) { $0 + $1.copies } }
}
