// Which dossiers of an office will not make their appointment, and the paper of one.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Apologies {
    public struct Row: Sendable, Encodable {
        public let code: String
        public let title: String
        public let step: String
        public let holder: String
        public let outlook: Outlook
        public let apology: Apology?
    }

    /// Those that need an apology first, then those that have one.
    public struct List: Sendable, Encodable {
        public let rows: [Row]
        /// Working days ahead that were looked at.
        public let horizon: Int
        public let maySign: Bool
        /// More dossiers are due in that time than were looked at.
        public let isCut: Bool
    }

    /// The paper, or the form while nothing was signed.
    public struct Paper: Sendable, Encodable {
        public let code: String
        public let title: String
        public let office: String
        public let receivedAt: LocalMinute
        public let promised: LocalMinute?
        public let applicant: Dossiers.Applicant?
        public let outlook: Outlook?
        public let apology: Apology?
        public let maySign: Bool
        /// Of the regime under which the dossier was accepted.
        public let form: Papers.Form?
    }

    static let horizonDays = 3
    /// Dossiers whose outlook is reckoned for one page.
    static let lookedAtMaximum = 300
}

extension DeskReading {
    /// Open dossiers of the viewer's office that are due within three working days.
    func apologies(for viewer: Viewer, at now: LocalMinute) throws -> Apologies.List {
        let office = viewer.office
        guard viewer.visibleUnits.contains(office) else { throw Apologies.Rejection.onlyForLeaders }
        let until =
            (try? calendar().adding(minutes: Apologies.horizonDays * 480, to: now)) ?? now
        let found = try rows(
            """
            SELECT code, title, step, holder FROM dossier
            WHERE office = ? AND endedDay IS NULL AND due <= ? AND paused = 0
            ORDER BY due, code LIMIT ?
            """,
            [
                .text(office.rawValue), SQLValue(until.rawValue),
                SQLValue(Apologies.lookedAtMaximum + 1),
            ])
        let rows = try found.prefix(Apologies.lookedAtMaximum).compactMap {
            try apologyRow($0, at: now)
        }
        let open = rows.filter { $0.apology == nil && $0.outlook.kind != .inTime }
        return Apologies.List(
            rows: open + rows.filter { $0.apology != nil }, horizon: Apologies.horizonDays,
            maySign: try signer(viewer.person, of: office, on: viewer.today) != nil,
            isCut: found.count > Apologies.lookedAtMaximum)
    }

    private func apologyRow(_ row: SQLRow, at now: LocalMinute) throws -> Apologies.Row? {
        let code = try row.text("code")
        let dossier = try toldDossier(code).state
        guard let outlook = try outlook(of: dossier, at: now) else { return nil }
        let holder = PersonID(try row.text("holder"))
        return Apologies.Row(
            code: code, title: try row.text("title"), step: try row.text("step"),
            holder: try organisation().people[holder]?.name ?? "", outlook: outlook,
            apology: dossier.apology)
    }

    private func outlook(
        of dossier: Dossiers.Dossier, at now: LocalMinute
    ) throws -> Apologies.Outlook? {
        let registration = dossier.registration
        return Apologies.outlook(
            of: dossier, version: try version(registration.process, issue: registration.issue),
            calendar: try calendar(dossier.calendar), at: now)
    }

    /// - Throws: `Apologies.Rejection.unknown` for who may not see the dossier.
    func apologyPaper(
        _ code: String, for viewer: Viewer, at now: LocalMinute
    ) throws -> Apologies.Paper {
        guard try mayFind(code, viewer),
            let dossier = try told(Dossiers.Dossier.self, by: Dossiers.stream(of: code))?.state
        else { throw Apologies.Rejection.unknown(code) }
        let registration = dossier.registration
        return Apologies.Paper(
            code: code, title: registration.title,
            office: try organisation().units[registration.office]?.name ?? "",
            receivedAt: registration.receivedAt, promised: registration.appointment,
            applicant: try applicant(of: dossier),
            outlook: try outlook(of: dossier, at: now), apology: dossier.apology,
            maySign: try signer(
                viewer.person, of: registration.office, on: viewer.today) != nil,
            form: try officialForm(.apology, on: registration.receivedAt.day))
    }
}
