// Reading one dossier. Found means allowed: a viewer finds those that were in a unit of theirs, and
// those that are their work.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension DeskReading {
    /// One dossier, whole, as the viewer may see it.
    func dossier(
        _ code: String, for viewer: Viewer, at now: LocalMinute
    ) throws -> Dossiers.Record {
        guard try mayFind(code, viewer) else { throw Dossiers.Rejection.unknown(code) }
        let told = try toldDossier(code)
        let dossier = told.state
        let registration = dossier.registration
        let writer = DossierReading(
            dossier: dossier,
            version: try version(registration.process, issue: registration.issue),
            organisation: try organisation(), calendar: try calendar(dossier.calendar),
            viewer: viewer, now: now, delegations: try delegations(to: viewer))
        var record = writer.record(
            applicant: try applicant(of: dossier), head: told.head.version,
            rating: try shownRating(of: code))
        record.owner = try organisation().ownerName(of: writer.version)
        record.payments = try paymentSheet(of: code, for: viewer)
        record.stamp = Papers.Stamp(version: told.head.version, hash: told.head.hash)
        record.delivery = try deliveryLine(of: dossier, for: viewer)
        record.lateness = try shownLateness(of: code, record.clock, at: now)
        record.attachments = try attachments(ofDossier: code)
        if let (count, waits) = try messageCount(of: code) {
            (record.messages, record.messagesWait) = (count, waits)
        }
        record.consultations = try consultationSummary(of: dossier, for: viewer, at: now)
        return record
    }

    /// The dossier itself, whoever asks.
    func toldDossier(_ code: String) throws -> Told<Dossiers.Dossier> {
        let stream = Dossiers.stream(of: code)
        guard let told = try told(Dossiers.Dossier.self, by: stream) else {
            throw Dossiers.Rejection.unknown(code)
        }
        return told
    }

    /// Whether the dossier was in a unit that the viewer may see, or is on a list of work of the
    /// viewer's.
    func mayFind(_ code: String, _ viewer: Viewer) throws -> Bool {
        if try isFound(code, in: viewer.visibleUnits) { return true }
        return try isWork(code, of: viewer)
    }

    /// Who has to do the work may open the dossier, wherever they sit: the viewer's own and that of
    /// those whose place the viewer takes; as focal point while it is open, and for a message that
    /// waits. What the viewer did stays found, as it stays on the list of what is done.
    private func isWork(_ code: String, of viewer: Viewer) throws -> Bool {
        let people = ([viewer.person] + viewer.absentees).map { SQLValue.text($0.rawValue) }
        let (marks, own) = (Dossiers.Condition.marks(people.count), [people[0]])
        return try reader.row(
            """
            SELECT 1 AS found FROM dossier d WHERE d.code = ?
                AND ((d.endedDay IS NULL AND d.focalPoint IN (\(marks)))
                OR EXISTS (SELECT 1 FROM workItem w
                    WHERE w.dossier = d.code AND w.person IN (\(marks)))
                OR EXISTS (SELECT 1 FROM messageTalk m
                    WHERE m.dossier = d.code AND m.waits = 1 AND m.keeper IN (\(marks)))
                OR EXISTS (SELECT 1 FROM cooperation c
                    WHERE c.dossier = d.code AND c.person = ?)
                OR EXISTS (SELECT 1 FROM workDone n
                    WHERE n.dossier = d.code AND n.person = ?))
            """, [.text(code)] + people + people + people + own + own) != nil
    }

    /// Whether the dossier was in one of the units.
    func isFound(_ code: String, in units: [UnitID]) throws -> Bool {
        if units.isEmpty { return false }
        return try reader.row(
            """
            SELECT 1 AS found FROM dossierUnit
            WHERE dossier = ? AND unit IN (\(Dossiers.Condition.marks(units.count))) LIMIT 1
            """, [.text(code)] + units.map { .text($0.rawValue) }) != nil
    }

    /// The personal values; `nil` when they were erased by law.
    func applicant(of dossier: Dossiers.Dossier) throws -> Dossiers.Applicant? {
        switch try reader.personal(id: dossier.registration.applicant.id) {
        case .kept(let text, _): try Dossiers.Applicant(text: text)
        case .erased, nil: nil
        }
    }
}

/// Turns a state into the read value of its page.
struct DossierReading {
    let dossier: Dossiers.Dossier
    let version: ProcessVersion
    let organisation: People.Organisation
    let calendar: WorkCalendar
    let viewer: Viewer
    let now: LocalMinute
    /// By which the viewer may sign today.
    var delegations: [Delegations.Delegation] = []

    func record(
        applicant: Dossiers.Applicant?, head: Int, rating: Ratings.Shown?
    ) -> Dossiers.Record {
        let clock = Dossiers.reading(of: dossier, version: version, calendar: calendar)
        let instance = dossier.instance
        return Dossiers.Record(
            registration: dossier.registration,
            officeName: unitName(dossier.registration.office), status: dossier.status,
            applicant: applicant, personalFields: labelled(applicant?.fields ?? [:]),
            term: version.total,
            focalPoint: who(instance?.focalPoint ?? dossier.registration.receivedBy),
            receivedBy: who(dossier.registration.receivedBy),
            endReason: instance?.endReason ?? "", endedAt: dossier.endMark, clock: clock,
            left: Work.TimeLeft(
                due: clock?.dueAt, now: now, waits: clock?.isPaused ?? false,
                calendar: calendar),
            work: instance.map { instance in instance.items.map { open($0, in: instance) } }
                ?? [],
            steps: steps,
            explanation: Dossiers.explanation(
                of: dossier, version: version, calendar: calendar),
            happenings: happenings, slip: slip, supplements: dossier.supplements,
            acts: wholeActs, actsFor: wholeActs.isEmpty ? nil : absentDecider, version: head,
            rating: rating)
    }

    /// Personal values under the labels of the forms' fields, in the forms' order.
    private func labelled(_ values: [String: String]) -> [Dossiers.LabelledValue] {
        version.forms.flatMap(\.fields).compactMap { field in
            values[field.key].map { .init(label: field.label, value: field.type.shown($0)) }
        }
    }

    func who(_ person: PersonID) -> Dossiers.Who {
        let unit = organisation.positions(of: person, on: now.day).first?.unit
        return Dossiers.Who(
            id: person, name: organisation.people[person]?.name ?? person.rawValue,
            unit: unit.map(unitName) ?? "")
    }

    func unitName(_ unit: UnitID) -> String { organisation.units[unit]?.name ?? unit.rawValue }

    func node(_ id: NodeID) -> Node? { version.nodes.first { $0.id == id } }

    /// Steps of the process in reading order, with where the dossier is.
    private var steps: [Dossiers.StepStand] {
        let instance = dossier.instance
        let here = Set(instance?.items.map(\.node) ?? [])
        let ahead = dossier.ahead(in: version)
        return StepTable(version).rows.compactMap { row in
            guard let node = node(row.node), node.step != nil else { return nil }
            if let item = instance?.items.first(where: { $0.node == node.id }) {
                return .init(
                    title: node.title, stand: .here, who: who(item.holder).name, at: item.due)
            }
            if let record = instance?.records.last(where: { $0.node == node.id }),
                !here.contains(node.id)
            {
                return .init(
                    title: node.title, stand: .past, who: who(record.person).name,
                    at: record.ended)
            }
            if let ahead, !ahead.contains(node.id) { return nil }
            return .init(title: node.title, stand: .next, who: "", at: nil)
        }
    }
}
