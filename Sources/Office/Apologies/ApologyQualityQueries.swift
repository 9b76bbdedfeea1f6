// The quality of the warning over a period, from the entries of the dossiers that ended in it.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Apologies {
    /// Dossiers that one page looks at.
    static let qualityMaximum = 500
    private static let chunk = 100

    /// Of one office or of all, from the records alone.
    /// - Parameter maximum: Only so many that ended last; all of them when `nil`.
    public static func quality(
        _ reading: DeskReading, office: UnitID?, _ span: DaySpan, maximum: Int? = nil
    ) throws -> Quality {
        var trials: [Trial] = []
        var after = (day: span.last.number + 1, code: "")
        var isCut = false
        while true {
            let rows = try reading.rows(
                """
                SELECT code, endedDay FROM dossier
                WHERE \(office == nil ? "1 = 1" : "office = ?") AND endedDay >= ?
                    AND (endedDay < ? OR (endedDay = ? AND code < ?))
                ORDER BY endedDay DESC, code DESC LIMIT ?
                """,
                (office.map { [.text($0.rawValue)] } ?? []) + [
                    SQLValue(span.first.number), SQLValue(after.day), SQLValue(after.day),
                    .text(after.code), SQLValue(chunk),
                ])
            let codes = try rows.map { try $0.text("code") }
            trials += try reading.trials(codes)
            guard let last = rows.last, rows.count == chunk else { break }
            after = (try last.int("endedDay"), try last.text("code"))
            if let maximum, trials.count >= maximum {
                isCut = true
                break
            }
        }
        let calendar = try reading.calendar()
        return Quality(
            from: span.first, through: span.last, dossiers: trials.count, isCut: isCut,
            warning: score(trials, calendar: calendar, \.warnedAt),
            list: score(trials, calendar: calendar, \.listedAt))
    }
}

extension DeskReading {
    fileprivate func trials(_ codes: [String]) throws -> [Apologies.Trial] {
        var trials: [Apologies.Trial] = []
        var entries = try reader.entries(ofStreams: codes.map { Dossiers.stream(of: $0) })[...]
        while let stream = entries.first?.stream {
            let own = entries.prefix { $0.stream == stream }
            entries = entries.dropFirst(own.count)
            var stages: [Apologies.Stage] = []
            for entry in own {
                let dossier = try Dossiers.Dossier.told(
                    by: entry, after: stages.last?.dossier, zone: zone)
                stages.append(
                    .init(
                        at: Instant(milliseconds: entry.at).local(in: zone), dossier: dossier))
            }
            guard let last = stages.last?.dossier else { continue }
            let registration = last.registration
            let trial = Apologies.trial(
                of: stages,
                version: try version(registration.process, issue: registration.issue),
                calendar: try calendar(last.calendar))
            if let trial { trials.append(trial) }
        }
        return trials
    }

    /// For leaders, of their own office.
    func apologyQuality(_ span: DaySpan, for viewer: Viewer) throws -> Apologies.Quality {
        guard viewer.visibleUnits.contains(viewer.office) else {
            throw Apologies.Rejection.onlyForLeaders
        }
        return try Apologies.quality(
            self, office: viewer.office, span, maximum: Apologies.qualityMaximum)
    }
}
