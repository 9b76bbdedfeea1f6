// Reading the metrics of one office.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    /// - Throws: `Metrics.Rejection.mayNotSee`, or `Reports.Rejection.officeUnknown` for an office
    ///   that the viewer does not see.
    func metricFigures(
        ofOffice asked: String, _ period: Reports.Period, for viewer: Viewer, at now: LocalMinute
    ) throws -> Metrics.Figures {
        let scope = try metricScope(ofOffice: asked, period, for: viewer, at: now)
        let counts = try Metrics.Counts(self, scope)
        let book = try metricBook(of: scope.office)
        return Metrics.Figures(
            scope: scope, lines: try Metrics.all.map { try line($0, scope, counts, book) })
    }

    /// - Parameters:
    ///   - part: Of whose records a page is wanted.
    ///   - key: Of the last record before the page.
    func metricPage(
        _ number: Int, ofOffice asked: String, _ period: Reports.Period, part: String?,
        after key: String?, for viewer: Viewer, at now: LocalMinute
    ) throws -> Metrics.Page {
        let scope = try metricScope(ofOffice: asked, period, for: viewer, at: now)
        guard let metric = Metrics.metric(number) else { throw Metrics.Rejection.unknown(number) }
        let counts = try Metrics.Counts(self, scope, only: metric)
        let book = try metricBook(of: scope.office)
        let line = try line(metric, scope, counts, book)
        let known = line.shares.flatMap(\.parts).contains { $0.key == part }
        var records: (rows: [Metrics.Record], next: String?) = ([], nil)
        if known, let part {
            records = try metricRecords(of: metric, part, scope, after: key)
        }
        return Metrics.Page(
            scope: scope, line: line,
            history: try book.history(number, period.text).map { try shown($0) },
            part: known ? part : nil, records: records.rows, next: records.next)
    }

    private func metricScope(
        ofOffice asked: String, _ period: Reports.Period, for viewer: Viewer, at now: LocalMinute
    ) throws -> Metrics.Scope {
        guard Metrics.maySee(viewer) else { throw Metrics.Rejection.mayNotSee }
        let organisation = try organisation()
        let seen = viewer.overseenUnits.filter { organisation.units[$0]?.kind == .committee }
        let offices = Reports.choices(.offices(seen), organisation, now.day)
        // Who only works in the first office, and leads another, begins with that one.
        let usual = seen.contains(viewer.office) ? viewer.office.rawValue : offices.first?.id
        let wanted = asked.isEmpty ? usual : asked
        guard let office = offices.first(where: { $0.id == wanted }) else {
            throw Reports.Rejection.officeUnknown(asked)
        }
        return Metrics.Scope(
            office: UnitID(office.id), officeName: office.name, period: period.text,
            from: period.span.first, through: period.span.last, at: now, offices: offices,
            mayEnter: try mayEnterMetrics(viewer.person, of: UnitID(office.id), on: now.day))
    }

    private func line(
        _ metric: Metrics.Metric, _ scope: Metrics.Scope, _ counts: Metrics.Counts,
        _ book: Metrics.Book
    ) throws -> Metrics.Line {
        switch metric.basis {
        case .province:
            return .init(metric: metric, standing: .province, shares: [], entry: nil)
        case .entered:
            guard let entry = book.entry(metric.number, scope.period) else {
                return .init(metric: metric, standing: .missing, shares: [], entry: nil)
            }
            return .init(
                metric: metric, standing: .entered, shares: [.init(entry.value)],
                entry: try shown(entry))
        case .counted:
            let shares = counts.shares[metric.number] ?? []
            let isEmpty = shares.allSatisfy { $0.whole == 0 }
            return .init(
                metric: metric, standing: isEmpty ? .nothing : .counted, shares: shares,
                entry: nil)
        }
    }

    private func shown(_ entry: Metrics.Entry) throws -> Metrics.ShownEntry {
        let people = try organisation().people
        func name(_ person: PersonID) -> String { people[person]?.name ?? person.rawValue }
        return Metrics.ShownEntry(
            part: entry.value.part, whole: entry.value.whole, source: entry.value.source,
            by: name(entry.by), at: entry.at,
            withdrawnBy: entry.withdrawal.map { name($0.by) },
            withdrawnAt: entry.withdrawal?.at, reason: entry.withdrawal?.reason)
    }
}
