// The applicant of an earlier dossier of the same office.

import Engine
import WorkTime

extension DeskReading {
    /// - Parameter code: As it is typed or scanned.
    func copy(
        from code: String, isConsented: Bool, for viewer: Viewer, at now: LocalMinute
    ) throws -> Counter.Copy {
        let record = try mayFind(code, viewer) ? dossier(code, for: viewer, at: now) : nil
        let isOwn = record?.registration.office == viewer.office
        return try Counter.decideCopying(
            from: code, isConsented: isConsented, isOwn ? record : nil)
    }
}
