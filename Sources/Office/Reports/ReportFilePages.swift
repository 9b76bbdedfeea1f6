// /reports/officers, /reports/overdue, and the sheets of the reports as files.

import Engine
import HTTPTypes
import Hummingbird
import NIOCore
import WorkTime

extension Site.House {
    func addReportFileRoutes(to router: Router<Site.Context>) {
        router.get("/reports/officers", use: showOfficers)
        router.get("/reports/overdue", use: showOverdue)
        for kind in Reports.FileKind.allCases {
            router.get("/reports/form06.\(kind.rawValue)") { request, context in
                try await sendForm06(request, context, kind)
            }
            router.get("/reports/officers.\(kind.rawValue)") { request, context in
                try await sendOfficers(request, context, kind)
            }
            router.get("/reports/overdue.\(kind.rawValue)") { request, context in
                try await sendOverdue(request, context, kind)
            }
        }
    }

    private func showOfficers(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let (officers, period) = try await officers(request, context)
        return try answer(officers, to: request, context) {
            ReportOfficerView(officers: $0, period: period, frame: $1).html
        }
    }

    private func sendOfficers(
        _ request: Request, _ context: Site.Context, _ kind: Reports.FileKind
    ) async throws -> Response {
        let (officers, _) = try await officers(request, context)
        return try file(
            frame(request, context).sheet(of: officers), kind,
            name: "can-bo-\(officers.from.text)-\(officers.through.text)")
    }

    private func officers(
        _ request: Request, _ context: Site.Context
    ) async throws -> (Reports.Officers, Reports.Period?) {
        let viewer = try requireViewer(context)
        let now = officeNow
        let (filter, period) = try Reports.Query(request).filter(today: now.day)
        let officers = try await desk.read { try $0.officers(filter, for: viewer, at: now) }
        return (officers, period)
    }

    private func showOverdue(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let overdue = try await overdue(request, context, isWhole: false)
        return try answer(overdue, to: request, context) {
            ReportOverdueView(overdue: $0, frame: $1).html
        }
    }

    private func sendOverdue(
        _ request: Request, _ context: Site.Context, _ kind: Reports.FileKind
    ) async throws -> Response {
        let overdue = try await overdue(request, context, isWhole: true)
        return try file(
            frame(request, context).sheet(of: overdue), kind,
            name: "qua-han-\(overdue.at.day.text)")
    }

    private func overdue(
        _ request: Request, _ context: Site.Context, isWhole: Bool
    ) async throws -> Reports.Overdue {
        let viewer = try requireViewer(context)
        let asked = try asked(by: request)
        let now = officeNow
        let office = asked["office"].isEmpty ? nil : UnitID(asked["office"])
        let after = asked["after"].isEmpty || isWhole ? nil : asked["after"]
        return try await desk.read {
            try $0.overdue(
                ofOffice: office, for: viewer, after: after, isWhole: isWhole, at: now)
        }
    }

    private func sendForm06(
        _ request: Request, _ context: Site.Context, _ kind: Reports.FileKind
    ) async throws -> Response {
        let (figures, _) = try await reportFigures(request, context)
        return try file(
            frame(request, context).sheet(ofForm06: figures), kind,
            name: "bieu-06-\(figures.from.text)-\(figures.through.text)")
    }

    /// A sheet as a file to be kept.
    /// - Parameter name: Of the file, in plain letters, without its end.
    func file(
        _ sheet: Reports.Sheet, _ kind: Reports.FileKind, name: String
    ) throws -> Response {
        if sheet.rows.count > Reports.sheetMaximum { throw Reports.Rejection.tooManyRows }
        switch kind {
        case .csv: return Site.commaSeparated(sheet.commaSeparated, named: name)
        case .xlsx:
            var headers = HTTPFields()
            headers[.contentType] =
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            headers[.cacheControl] = "no-store"
            headers[.contentDisposition] = "attachment; filename=\"\(name).\(kind.rawValue)\""
            let bytes = ByteBuffer(bytes: try Site.Workbook.bytes(of: [sheet], at: clock.now))
            return Response(
                status: .ok, headers: headers, body: ResponseBody(byteBuffer: bytes))
        }
    }
}
