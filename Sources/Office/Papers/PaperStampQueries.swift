// Where the ledger of a dossier stands, and a sheet held against it.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    /// The stamp that a sheet of that version carries; `nil` where there is no such entry.
    private func stamp(of code: String, at version: Int) throws -> Papers.Stamp? {
        try reader.row(
            "SELECT hash FROM entry WHERE stream = ? AND version = ?",
            [.text(Dossiers.stream(of: code)), SQLValue(version)]
        ).map { Papers.Stamp(version: version, hash: try $0.blob("hash")) }
    }

    /// Holds a sheet against the ledger: every row as it was then beside the same row of today.
    func check(
        _ stamp: Papers.Stamp, of code: String, for viewer: Viewer, at now: LocalMinute
    ) throws -> Papers.Check {
        let today = try dossier(code, for: viewer, at: now)
        let isGenuine = try self.stamp(of: code, at: stamp.version) == stamp
        let before = isGenuine ? try slip(of: code, at: stamp.version, for: viewer, at: now) : []
        let lines = today.slip.enumerated().map { index, line in
            let standing: Papers.CheckedLine.Standing =
                index >= before.count ? .added : before[index] == line ? .agrees : .changed
            return Papers.CheckedLine(line: line, standing: standing)
        }
        return Papers.Check(
            code: code, title: today.registration.title, stamp: stamp, isGenuine: isGenuine,
            entriesSince: today.version - stamp.version, lines: isGenuine ? lines : [])
    }

    /// The rows as they were after so many entries.
    private func slip(
        of code: String, at version: Int, for viewer: Viewer, at now: LocalMinute
    ) throws -> [Dossiers.SlipLine] {
        var state: Dossiers.Dossier?
        for entry in try reader.entries(of: Dossiers.stream(of: code), limit: version) {
            state = try .told(by: entry, after: state, zone: zone)
        }
        guard let dossier = state else { return [] }
        let registration = dossier.registration
        return DossierReading(
            dossier: dossier,
            version: try self.version(registration.process, issue: registration.issue),
            organisation: try organisation(), calendar: try calendar(dossier.calendar),
            viewer: viewer, now: now
        ).slip
    }
}
