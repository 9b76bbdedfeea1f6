// /today: the sheet, as a page and as a file, and whether it comes by e-mail.

import Hummingbird
import WorkTime

extension Site.House {
    func addDaySheetRoutes(to router: Router<Site.Context>) {
        router.get("/today", use: showDaySheet)
        router.post("/today/mail", use: chooseDaySheetMail)
        for kind in Reports.FileKind.allCases {
            router.get("/today.\(kind.rawValue)") { request, context in
                let sheet = try await daySheetPage(context).sheet
                return try file(
                    frame(request, context).sheet(of: sheet), kind,
                    name: "viec-hom-nay-\(sheet.now.day.text)")
            }
        }
    }

    private func showDaySheet(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let page = try await daySheetPage(context)
        return try answer(page, to: request, context) {
            DaySheetView(page: $0, frame: $1).html
        }
    }

    private func chooseDaySheetMail(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        let email = form["act"] == "off" ? "" : form["email"]
        do {
            if email.isEmpty, form["act"] != "off" { throw DaySheets.Rejection.emailInvalid }
            try await desk.choose(email, for: viewer.person, at: officeNow)
        } catch let refusal as DaySheets.Rejection {
            if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
            let view = DaySheetView(
                page: try await daySheetPage(context), frame: frame(request, context),
                refusal: refusal, entered: form)
            return Site.page(view.html, status: .unprocessableContent)
        }
        if Site.wantsJSON(request) { return try Site.json(["email": email]) }
        return Site.redirect(to: "/today")
    }

    private func daySheetPage(_ context: Site.Context) async throws -> DaySheets.Page {
        let viewer = try requireViewer(context)
        let now = officeNow
        return try await desk.read { try $0.daySheetPage(for: viewer, at: now) }
    }
}
