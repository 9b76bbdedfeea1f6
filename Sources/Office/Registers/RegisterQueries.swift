// Reading the register of an office; found means allowed.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension DeskReading {
    /// Dossiers in the order of receipt.
    /// - Parameter asked: Empty for the viewer's own office.
    func officialRegister(
        ofOffice asked: String, _ span: DaySpan, for viewer: Viewer
    ) throws -> Registers.Register {
        let organisation = try organisation()
        let offices = viewer.visibleUnits.compactMap { organisation.units[$0] }
            .filter { $0.kind == .committee }
            .map { Registers.Office(id: $0.id, name: $0.name) }
        let wanted = asked.isEmpty ? viewer.office : UnitID(asked)
        guard let office = offices.first(where: { $0.id == wanted }) else {
            throw Registers.Rejection.officeUnknown(wanted.rawValue)
        }
        let found = try rows(
            """
            SELECT d.code FROM dossier d
            WHERE d.receivedAt >= ? AND d.receivedAt < ? AND d.office = ?
            ORDER BY d.receivedAt, d.code LIMIT ?
            """,
            [
                SQLValue(LocalMinute(startOf: span.first).rawValue),
                SQLValue(LocalMinute(startOf: span.last + 1).rawValue),
                .text(office.id.rawValue), SQLValue(Registers.rowsMaximum + 1),
            ])
        if found.count > Registers.rowsMaximum { throw Registers.Rejection.tooMany }
        return Registers.Register(
            office: office, offices: offices, from: span.first, through: span.last,
            form: try officialForm(.register, on: span.last),
            rows: try registerLines(try found.map { try $0.text("code") }, organisation))
    }

    /// All of the page at once: statements do not grow with its rows.
    private func registerLines(
        _ codes: [String], _ organisation: People.Organisation
    ) throws -> [Registers.Row] {
        let told = try told(
            Dossiers.Dossier.self, byStreams: codes.map { Dossiers.stream(of: $0) })
        let dossiers = try codes.map { code in
            guard let dossier = told[Dossiers.stream(of: code)] else {
                throw Dossiers.Rejection.unknown(code)
            }
            return dossier
        }
        let kept = try reader.personal(ids: dossiers.map(\.registration.applicant.id))
        return try dossiers.map { dossier in
            var applicant: Dossiers.Applicant?
            if case .kept(let text, _) = kept[dossier.registration.applicant.id] {
                applicant = try Dossiers.Applicant(text: text)
            }
            return try registerLine(dossier, applicant, organisation)
        }
    }

    private func registerLine(
        _ dossier: Dossiers.Dossier, _ applicant: Dossiers.Applicant?,
        _ organisation: People.Organisation
    ) throws -> Registers.Row {
        let registration = dossier.registration
        let version = try version(registration.process, issue: registration.issue)
        let instance = dossier.instance
        return Registers.Row(
            code: registration.code, title: registration.title, sets: registration.sets,
            applicant: applicant?.name, address: applicant?.address ?? "",
            phone: applicant?.phone ?? "", owner: organisation.ownerName(of: version),
            receivedAt: registration.receivedAt, appointment: registration.appointment,
            resultAt: instance?.clock.last { $0.kind == .finished }?.at,
            returnedAt: dossier.status == .returned ? instance?.endedAt : nil,
            returnWay: registration.returnWay,
            receivedBy: organisation.people[registration.receivedBy]?.name
                ?? registration.receivedBy.rawValue,
            status: dossier.status, late: registration.late)
    }
}

extension People.Organisation {
    /// Who leads the work of a process; its code where no unit has it.
    func ownerName(of version: ProcessVersion) -> String {
        units.values.first { $0.code == version.ownerUnit }?.name ?? version.ownerUnit
    }
}
