// A database that cannot take a command now: the answer that keeps what was sent.

import HTML
import HTTPTypes
import Hummingbird
import Ledger
import Synchronization
import WorkTime

/// A refusal with a status and headers of its own.
protocol StatedRefusal: Refusal {
    var status: HTTPResponse.Status { get }
    var headers: HTTPFields { get }
}

/// What the store cannot do now and may do later. Nothing was written, or the sender cannot know
/// whether it was: sent again with the same key it is done once.
struct StoreRefusal: StatedRefusal {
    let error: LedgerStoreError

    /// `nil` for what no waiting mends: that is an incident.
    init?(_ error: LedgerStoreError) {
        switch error {
        case .corrupt, .constraint, .failed, .unknownToken, .newerSchema, .migrationChanged,
            .notADatabase, .notDurable, .wrongSetting, .cannotOpen:
            return nil
        default: self.error = error
        }
    }

    var code: String { "store.\(String(describing: error).prefix { $0 != "(" })" }

    var sentence: Bilingual {
        Bilingual(vi: error.sentence.vi, en: error.sentence.en)
    }

    var status: HTTPResponse.Status {
        error == .diskFull
            ? .init(code: 507, reasonPhrase: "Insufficient Storage")
            : .serviceUnavailable
    }

    /// Seconds after which it is worth trying again: a queue empties in a moment, a full disk and
    /// a service that restarts take somebody's hand.
    var retrySeconds: Int {
        switch error {
        case .overloaded: 2
        case .diskFull, .readOnly: 60
        default: 5
        }
    }

    var headers: HTTPFields {
        var headers = HTTPFields()
        if let name = HTTPField.Name("Retry-After") { headers[name] = String(retrySeconds) }
        return headers
    }
}

extension Site {
    /// The form of a request, kept so that an answer can hand it back. One for each request.
    final class SentForm: Sendable {
        private let kept = Mutex<Form?>(nil)

        func keep(_ form: Form) { kept.withLock { $0 = form } }
        var form: Form? { kept.withLock { $0 } }
    }
}

extension Site.House {
    /// 503 or 507 with `Retry-After`. A person gets the same form again, ready to be sent once
    /// more; its key makes one command of however many times it is sent.
    func refuseForStore(
        _ refusal: StoreRefusal, to request: Request, _ context: Site.Context
    ) async throws -> Response {
        if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
        let frame = frame(request, context)
        let form = await sentForm(request, context)
        var response = Site.page(
            frame.storePage(refusal, form: form, to: request.uri.string), status: refusal.status)
        for field in refusal.headers { response.headers[field.name] = field.value }
        return response
    }

    /// Files are not handed back, and a body is read once.
    private func isMultipart(_ request: Request) -> Bool {
        (request.headers[.contentType] ?? "").lowercased().hasPrefix("multipart/")
    }

    /// What was sent, also when nobody came to read it. A password is never handed back.
    private func sentForm(_ request: Request, _ context: Site.Context) async -> Site.Form? {
        guard request.method == .post, !isMultipart(request) else { return nil }
        var form = context.sent.form
        if form == nil, let body = try? await request.body.collect(upTo: context.maxUploadSize) {
            form = try? Site.Form(urlEncoded: Array(body.readableBytesView))
        }
        guard let form, !form.pairs.contains(where: { $0.name == "password" }) else { return nil }
        return form
    }
}

extension Site.Frame {
    /// The sentence, and the form again.
    func storePage(_ refusal: StoreRefusal, form sent: Site.Form?, to path: String) -> HTML {
        page(title: text("site.refused"), section: nil) {
            div(.class("head")) { div { h1 { text("site.refused") } } }
            div(.class("errors"), .role("alert")) { p { say(refusal.sentence) } }
            if let sent, let link = Link(checking: path) {
                p { text("store.kept") }
                form(.method(.post), .action(link), .class("form")) {
                    for pair in sent.pairs { Piece.hiddenField(pair.name, pair.value) }
                    div(.class("acts")) { Piece.submit(text("store.again"), .main) }
                }
            } else {
                p { text("store.retry", String(refusal.retrySeconds)) }
            }
        }
    }
}
