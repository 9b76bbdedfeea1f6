// Acts on processes: check a step table, keep it as a draft, publish, retire. Only for those in
// charge of processes; the desk decides once more.

import HTML
import Hummingbird
import ProcessFormats
import ProcessModel
import WorkTime

extension Site.House {
    /// The page on which a step table is pasted; with `?from=CODE` the newest issue to go on from.
    func showCheck(_ request: Request, _ context: Site.Context) async throws -> Response {
        let viewer = try requireEditor(context)
        let from = try processQuery(request)["from"]
        var text = ""
        if !from.isEmpty {
            let language = context.language
            let version = try await desk.read { reading in
                let code = ProcessCode(from)
                let naming = try reading.naming(for: viewer, in: language)
                let newest = try reading.issues(of: code, naming, on: viewer.today).first
                var version = try reading.version(code, issue: newest?.issue ?? 1)
                if newest?.standing != .draft {
                    version.issue += 1
                    version.effective = nil
                }
                return version
            }
            text = String(decoding: StepTableYAML.write(version), as: UTF8.self)
        }
        return Site.page(
            ProcessCheckView(text: text, check: nil, frame: frame(request, context)).html)
    }

    /// Shows what is unclear; keeps nothing.
    func checkProcess(_ request: Request, _ context: Site.Context) async throws -> Response {
        let viewer = try requireEditor(context)
        let text = try await form(of: request, context)["yaml"]
        let check = try await check(text, viewer)
        return try answer(check, to: request, context) {
            ProcessCheckView(text: text, check: $0, frame: $1).html
        }
    }

    func draftProcess(_ request: Request, _ context: Site.Context) async throws -> Response {
        let viewer = try requireEditor(context)
        let form = try await form(of: request, context)
        let text = form["yaml"]
        let read = StepTableYAML.read(Array(text.utf8), file: Processes.pastedFile)
        let mistakes = read.findings.filter { $0.severity == .error }
        guard let version = read.version, mistakes.isEmpty else {
            if Site.wantsJSON(request) { throw Processes.Rejection.unreadable(mistakes) }
            let check = Processes.Check(version: read.version, findings: read.findings)
            let page = ProcessCheckView(
                text: text, check: check, frame: frame(request, context))
            return Site.page(page.html, status: .unprocessableContent)
        }
        let answer = try await perform(.draft(version.withoutOrigins), form, viewer)
        if Site.wantsJSON(request) { return try Site.json(answer) }
        let link: Link = "/processes/\(version.code.rawValue)/issues/\(version.issue)"
        return Site.redirect(to: link.text)
    }

    func publishProcess(_ request: Request, _ context: Site.Context) async throws -> Response {
        let viewer = try requireEditor(context)
        let form = try await form(of: request, context)
        let code = try processCode(context)
        guard let effective = DayNumber(form["effective"]) else {
            throw Processes.Rejection.effectiveMissing
        }
        guard let issue = Int(form["issue"]) else { throw Processes.Rejection.noSuchDraft(0) }
        return try await answer(
            .publish(code, issue: issue, effective: effective), form, viewer, request)
    }

    func retireProcess(_ request: Request, _ context: Site.Context) async throws -> Response {
        let viewer = try requireEditor(context)
        let form = try await form(of: request, context)
        guard let through = DayNumber(form["through"]) else {
            throw Processes.Rejection.effectiveMissing
        }
        return try await answer(
            .retire(try processCode(context), through: through, reason: form["reason"]), form,
            viewer, request)
    }

    private func answer(
        _ command: Processes.Command, _ form: Site.Form, _ viewer: Viewer, _ request: Request
    ) async throws -> Response {
        let answer = try await perform(command, form, viewer)
        if Site.wantsJSON(request) { return try Site.json(answer) }
        let link: Link = "/processes/\(command.code.rawValue)"
        return Site.redirect(to: link.text)
    }

    private func perform(
        _ command: Processes.Command, _ form: Site.Form, _ viewer: Viewer
    ) async throws -> DeskAnswer {
        let key = form["key"]
        return try await desk.perform(
            .processes(command), by: viewer.actor, at: clock.now, key: key.isEmpty ? nil : key,
            fingerprint: Array("\(command)".utf8))
    }

    private func check(_ text: String, _ viewer: Viewer) async throws -> Processes.Check {
        let read = StepTableYAML.read(Array(text.utf8), file: Processes.pastedFile)
        guard let version = read.version else {
            return Processes.Check(version: nil, findings: read.findings)
        }
        let findings = try await desk.read { try $0.clarity(of: version, on: viewer.today) }
        return Processes.Check(version: version, findings: read.findings + findings)
    }

    private func requireEditor(_ context: Site.Context) throws -> Viewer {
        let viewer = try requireViewer(context)
        if !viewer.has(.processes) { throw Processes.Rejection.mayNotPublish }
        return viewer
    }
}

extension Processes {
    /// How findings call text that came through a form.
    static let pastedFile = "bang-buoc.yaml"

    /// What was found in a step table that was sent.
    struct Check: Sendable, Encodable {
        /// `nil` when the text is no step table at all.
        var code: ProcessCode?
        var title: String
        var issue: Int?
        var findings: [Finding]
        /// It may be published as it is.
        var isClear: Bool

        init(version: ProcessVersion?, findings: [Diagnostic]) {
            code = version?.code
            title = version?.title ?? ""
            issue = version?.issue
            isClear = version != nil && findings.isClear
            self.findings = findings.map { Finding($0) }
        }
    }
}
