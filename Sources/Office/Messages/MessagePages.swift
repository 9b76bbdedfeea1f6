// /messages: dossiers that wait for an answer.  /dossiers/CODE/messages: reading and answering.

import HTML
import HTTPTypes
import Hummingbird
import WorkTime

extension Site.House {
    func addMessageRoutes(to router: Router<Site.Context>) {
        router.get("/messages", use: showWaitingMessages)
        router.get("/dossiers/:code/messages", use: showMessages)
        router.post("/dossiers/:code/messages", use: answerMessage)
        router.post("/track/message", use: writeAsCitizen)
    }

    private func showWaitingMessages(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let (after, now) = (try asked(by: request)["after"], officeNow)
        let list = try await desk.read {
            try $0.messagesWaiting(for: viewer, after: after, at: now)
        }
        return try answer(list, to: request, context) { MessageListView(list: $0, frame: $1).html }
    }

    private func showMessages(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let thread = try await shownMessages(context)
        return try answer(thread, to: request, context) {
            MessageThreadView(thread: $0, frame: $1).html
        }
    }

    /// 303 back to the messages, or the page again with what was typed.
    private func answerMessage(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        let code = context.parameters.get("code") ?? ""
        do {
            let answer = try await desk.perform(
                .messages(.write(code, form["words"])), by: viewer.actor, at: clock.now,
                key: form.commandKey, fingerprint: form.fingerprint(for: "\(code)/messages"))
            if Site.wantsJSON(request) { return try Site.json(answer, status: .created) }
            // Who answered in somebody's place may not find it any more.
            let isFound = try await desk.read { try $0.mayFind(code, viewer) }
            return Site.redirect(to: isFound ? "/dossiers/\(code)/messages" : "/messages")
        } catch let refusal as Messages.Rejection {
            return try await refuse(refusal, to: request, context) { frame in
                MessageThreadView(
                    thread: try await shownMessages(context), frame: frame, refusal: refusal,
                    typed: form["words"]
                ).html
            }
        }
    }

    /// What people wrote is personal: the look at it is noted first.
    private func shownMessages(_ context: Site.Context) async throws -> Messages.Thread {
        let viewer = try requireViewer(context)
        let (code, now) = (context.parameters.get("code") ?? "", officeNow)
        let thread = try await desk.read { try $0.messages(of: code, for: viewer, at: now) }
        if !thread.lines.isEmpty {
            try await desk.note(
                Reads.Look(subject: code, person: viewer.person, paper: .message), at: now)
        }
        return thread
    }

    /// The page of the dossier again, with what was written or what is wrong. Who writes was shown
    /// to be the applicant on the page that held the form: its proof is sent back.
    private func writeAsCitizen(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let form = try await form(of: request, context)
        let code = Tracking.Question(code: form["code"]).code
        do {
            guard try await desk.isProven(code, by: form["proof"]) else {
                throw Messages.Rejection.proofOld
            }
            _ = try await desk.perform(
                .messages(.write(code, form["words"])), by: nil, at: clock.now,
                key: form.commandKey.map { "message/\($0)" },
                fingerprint: form.fingerprint(for: "\(code)/message"))
            let found = try await desk.trackProven(code, at: clock.now)
            return try answer(found, to: request, context) {
                TrackingView(frame: $1, code: code, answer: $0, isWritten: true).html
            }
        } catch let refusal as Messages.Rejection where !Site.wantsJSON(request) {
            let found =
                refusal == .proofOld ? nil : try await desk.trackProven(code, at: clock.now)
            let view = TrackingView(
                frame: frame(request, context), code: code, answer: found, refusal: refusal,
                entered: form)
            return Site.page(view.html, status: .unprocessableContent)
        }
    }
}
