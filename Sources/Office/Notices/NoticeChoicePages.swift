// /notices/stop: no more mails about a dossier.  /track/notices: how the citizen wants to be told.

import HTML
import HTTPTypes
import Hummingbird
import WorkTime

extension Site.House {
    func addNoticeChoiceRoutes(to router: Router<Site.Context>) {
        router.get("/notices/stop", use: showStop)
        router.post("/notices/stop", use: stopNotices)
        router.post("/track/notices", use: chooseNotices)
    }

    /// Asks first: mail programs open links by themselves.
    private func showStop(_ request: Request, _ context: Site.Context) async throws -> Response {
        let form = try asked(by: request)
        try await checkStop(form["token"], of: form["code"])
        return try answer(["code": form["code"]], to: request, context) {
            NoticeStopView(
                code: $0["code"] ?? "", token: form["token"], isDone: false, frame: $1
            ).html
        }
    }

    private func stopNotices(_ request: Request, _ context: Site.Context) async throws -> Response {
        let form = try await form(of: request, context)
        try await checkStop(form["stop"], of: form["code"])
        try await desk.choose(form["code"]) { Notices.Choice(email: false, sms: $0.sms) }
        return try answer(["stopped": form["code"]], to: request, context) {
            NoticeStopView(code: $0["stopped"] ?? "", token: "", isDone: true, frame: $1).html
        }
    }

    private func checkStop(_ token: String, of code: String) async throws {
        let key = try await desk.noticeKey()
        guard try await desk.read({ try $0.isStopToken(token, of: code, key: key) }) else {
            throw DeskRefusal.unknown(code)
        }
    }

    /// Who chooses was shown to be the applicant on the page that held the form.
    private func chooseNotices(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let form = try await form(of: request, context)
        let code = Tracking.Question(code: form["code"]).code
        guard try await desk.isProven(code, by: form["proof"]) else {
            throw Messages.Rejection.proofOld
        }
        guard let choice = Notices.Choice(word: form["notices"]) else {
            throw DeskRefusal.unknown(form["notices"])
        }
        let texts = contacts.channels.contains(.sms)
        try await desk.choose(code) { before in
            Notices.Choice(email: choice.email, sms: texts ? choice.sms : before.sms)
        }
        let found = try await desk.trackProven(code, at: clock.now)
        return try answer(found, to: request, context) {
            TrackingView(frame: $1, code: code, answer: $0, isChosen: true).html
        }
    }
}
