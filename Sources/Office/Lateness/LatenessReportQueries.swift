// Adding lateness up: the rows of those that have ended, and the overdue as they stand.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    func latenessReport(
        _ filter: Lateness.Filter, for viewer: Viewer, at now: LocalMinute
    ) throws -> Lateness.Report {
        let organisation = try organisation()
        let limit = Reports.Limit(of: viewer, in: organisation)
        let offices = viewer.visibleUnits.compactMap { organisation.units[$0] }
            .filter { $0.kind == .committee }.map { Lateness.Office(id: $0.id, name: $0.name) }
        if let office = filter.office, !offices.contains(where: { $0.id == office }) {
            throw Reports.Rejection.officeUnknown(office.rawValue)
        }
        if let unit = filter.unit, organisation.units[unit] == nil {
            throw Lateness.Rejection.unitUnknown(unit.rawValue)
        }
        let narrowing = LatenessNarrowing(limit: limit, filter: filter)
        let (open, isCut) = try openLateness(narrowing, at: now)
        let (rows, next) = try latenessRows(narrowing, organisation)
        let total = try totalLateness(narrowing)
        return Lateness.Report(
            from: filter.period.first, through: filter.period.last, offices: offices,
            office: filter.office, cause: filter.cause, unit: filter.unit,
            sums: try latenessSums(narrowing, open, organisation), minutes: total.minutes,
            dossiers: total.dossiers, rows: rows, next: next,
            open: open.map { $0.row(organisation) }
                .filter { row in filter.cause == nil && filter.unit == nil || row.has(filter) },
            isCut: isCut)
    }

    private func totalLateness(
        _ narrowing: LatenessNarrowing
    ) throws -> (minutes: Int, dossiers: Int) {
        let (condition, arguments) = narrowing.ended
        let row = try reader.row(
            """
            SELECT COALESCE(SUM(minutes), 0) AS minutes, COUNT(*) AS dossiers FROM lateness
            WHERE \(condition)
            """, arguments)
        return (try row?.int("minutes") ?? 0, try row?.int("dossiers") ?? 0)
    }

    private func latenessSums(
        _ narrowing: LatenessNarrowing, _ open: [Lateness.LateDossier],
        _ organisation: People.Organisation
    ) throws -> [Lateness.Sum] {
        let (condition, arguments) = narrowing.ended
        var sums: [Lateness.Bucket: Lateness.Sum] = [:]
        func sum(_ bucket: Lateness.Bucket) -> Lateness.Sum {
            sums[bucket]
                ?? Lateness.Sum(
                    cause: bucket.cause, unit: bucket.unit,
                    unitName: bucket.unit.map { organisation.units[$0]?.name ?? $0.rawValue }
                        ?? "")
        }
        let rows = try rows(
            """
            SELECT cause, unit, SUM(minutes) AS minutes, COUNT(*) AS dossiers FROM latenessPart
            WHERE \(condition) GROUP BY cause, unit
            """, arguments)
        for row in rows {
            guard let bucket = try Lateness.Bucket(row) else { continue }
            var line = sum(bucket)
            line.minutes = try row.int("minutes")
            line.dossiers = try row.int("dossiers")
            sums[bucket] = line
        }
        for part in open.flatMap(\.split.parts) {
            let bucket = Lateness.Bucket(cause: part.cause, unit: part.unit)
            var line = sum(bucket)
            line.openMinutes += part.minutes
            line.openDossiers += 1
            sums[bucket] = line
        }
        return sums.sorted { $0.key < $1.key }.map(\.value)
    }

    /// One page of those that ended late, the latest first.
    private func latenessRows(
        _ narrowing: LatenessNarrowing, _ organisation: People.Organisation
    ) throws -> ([Lateness.Row], next: String?) {
        let (condition, arguments) = narrowing.listed
        let found = try rows(
            """
            SELECT lateness.dossier AS dossier, lateness.endedDay AS endedDay,
                lateness.minutes AS minutes, dossier.title AS title, dossier.due AS due,
                dossier.endedAt AS endedAt
            FROM lateness JOIN dossier ON dossier.code = lateness.dossier
            WHERE \(condition)
            ORDER BY lateness.endedDay DESC, lateness.dossier DESC LIMIT ?
            """, arguments + [SQLValue(Lateness.pageSize + 1)])
        let page = found.prefix(Lateness.pageSize)
        let parts = try latenessParts(of: try page.map { try $0.text("dossier") })
        let rows = try page.map { row in
            let code = try row.text("dossier")
            let minutes = try row.int("minutes")
            return Lateness.Row(
                code: code, title: try row.text("title"),
                due: try row.optionalInt("due").map { LocalMinute(rawValue: $0) },
                endedAt: try row.optionalInt("endedAt").map { LocalMinute(rawValue: $0) },
                minutes: minutes,
                lines: Lateness.Split(total: minutes, parts: parts[code] ?? [])
                    .lines(organisation))
        }
        guard found.count > Lateness.pageSize, let last = page.last else { return (rows, nil) }
        let key = Lateness.Key(
            day: try last.int("endedDay"), code: try last.text("dossier"))
        return (rows, key.text)
    }

    private func latenessParts(of codes: [String]) throws -> [String: [Lateness.Part]] {
        if codes.isEmpty { return [:] }
        var parts: [String: [Lateness.Part]] = [:]
        let rows = try rows(
            """
            SELECT dossier, cause, unit, minutes FROM latenessPart
            WHERE dossier IN (\(codes.map { _ in "?" }.joined(separator: ", ")))
            """, codes.map { .text($0) })
        for row in rows {
            guard let bucket = try Lateness.Bucket(row) else { continue }
            parts[try row.text("dossier"), default: []]
                .append(.init(bucket.cause, bucket.unit, try row.int("minutes")))
        }
        // The order of the split, whatever order the store gave.
        return parts.mapValues { parts in
            parts.sorted {
                Lateness.Bucket(cause: $0.cause, unit: $0.unit)
                    < Lateness.Bucket(cause: $1.cause, unit: $1.unit)
            }
        }
    }

    /// Those that are overdue now, due first; their entries are read at once.
    private func openLateness(
        _ narrowing: LatenessNarrowing, at now: LocalMinute
    ) throws -> ([Lateness.LateDossier], isCut: Bool) {
        let (condition, arguments) = narrowing.open
        let found = try rows(
            """
            SELECT code FROM dossier WHERE endedDay IS NULL AND due < ? AND \(condition)
            ORDER BY due, code LIMIT ?
            """,
            [SQLValue(now.rawValue)] + arguments + [SQLValue(Lateness.openMaximum + 1)])
        let codes = try found.prefix(Lateness.openMaximum).map { try $0.text("code") }
        let late = try lateDossiers(codes, at: now).sorted {
            ($0.due, $0.dossier.registration.code) < ($1.due, $1.dossier.registration.code)
        }
        return (late, found.count > Lateness.openMaximum)
    }
}

extension Lateness.Bucket {
    /// `nil` for a cause of another release.
    fileprivate init?(_ row: SQLRow) throws {
        guard let cause = Lateness.Cause(rawValue: try row.text("cause")) else { return nil }
        let unit = try row.text("unit")
        self.init(cause: cause, unit: unit.isEmpty ? nil : UnitID(unit))
    }
}

extension Lateness.LateDossier {
    fileprivate func row(_ organisation: People.Organisation) -> Lateness.Row {
        .init(
            code: dossier.registration.code, title: dossier.registration.title, due: due,
            endedAt: nil, minutes: split.total, lines: split.lines(organisation))
    }
}

extension Lateness.Row {
    fileprivate func has(_ filter: Lateness.Filter) -> Bool {
        lines.contains { line in
            (filter.cause.map { $0 == line.cause } ?? true)
                && (filter.unit.map { $0 == line.unit } ?? true)
        }
    }
}
