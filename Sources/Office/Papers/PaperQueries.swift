// What stands on a paper, for who may see the dossier.

import Engine
import WorkTime

extension DeskReading {
    /// - Throws: `Papers.Rejection.notDue` while the dossier gives no reason for the paper.
    func paper(
        _ kind: Papers.Kind, of code: String, for viewer: Viewer, at now: LocalMinute
    ) throws -> Papers.Paper {
        let record = try dossier(code, for: viewer, at: now)
        guard kind.isDue(record) else { throw Papers.Rejection.notDue(kind) }
        let office = record.registration.office
        let received = record.registration.receivedAt.day
        return Papers.Paper(
            kind, of: record, phone: try organisation().units[office]?.phone, at: now,
            on: try kind.formName.flatMap { try officialForm($0, on: received) })
    }
}

extension Papers.Paper {
    init(
        _ kind: Papers.Kind, of record: Dossiers.Record, phone: String?, at now: LocalMinute,
        on form: Papers.Form?
    ) {
        let asked = kind == .supplement ? record.supplements.last : nil
        let ended = kind == .result ? nil : record.endedAt
        self.kind = kind
        self.form = form
        code = record.registration.code
        request = Self.request(of: record)
        office = record.officeName
        receivedAt = record.registration.receivedAt
        at = asked?.at ?? ended ?? now
        applicant = record.applicant
        items = asked?.papers ?? []
        reason = asked?.reason ?? (kind == .result ? "" : record.endReason)
        contact = record.focalPoint
        self.phone = phone
    }

    /// The procedure, and the applicant's own words where they say more.
    static func request(of record: Dossiers.Record) -> String {
        let title = record.registration.title
        let words = record.applicant?.request ?? ""
        return words.isEmpty || words == title ? title : "\(title). \(words)"
    }
}
