// Reading a posted form: its size, its text, its token.

import HTTPTypes
import Hummingbird
import NIOCore
import WorkTime

extension Site {
    /// Password of all accounts of the demo office.
    public static let demoPassword = "longbien2017"

    /// Why a form was not read.
    enum FormRejection: Refusal, Hashable {
        case tokenMissing
        case notText
        case tooLarge
        case notAnObject
        case keyInvalid

        var code: String { "site.form.\(String(describing: self))" }

        var sentence: Bilingual {
            switch self {
            case .tokenMissing:
                Bilingual(
                    vi: "Mẫu này đã cũ hoặc không do trang này gửi. Hãy mở lại trang rồi gửi lại.",
                    en: "This form is old or did not come from this site. Open the page again.")
            case .notText:
                Bilingual(
                    vi: "Nội dung gửi lên không phải chữ UTF-8 đọc được.",
                    en: "What was sent is not readable UTF-8 text.")
            case .tooLarge:
                Bilingual(
                    vi: "Nội dung gửi lên quá lớn (tối đa 1 MB).",
                    en: "What was sent is too large (1 MB at most).")
            case .notAnObject:
                Bilingual(
                    vi: "Nội dung JSON phải là một đối tượng có tên trường và giá trị.",
                    en: "The JSON that was sent must be one object of names and values.")
            case .keyInvalid:
                Bilingual(
                    vi: "Idempotency-Key phải có từ 1 đến 200 ký tự.",
                    en: "Idempotency-Key takes 1 to 200 characters.")
            }
        }
    }
}

extension Site.House {
    /// The form of a request, posted by a page or as JSON. Signed-in people must send back the
    /// token of their session; before signing in the browser must say that the form came from
    /// this site. A program showed its own token already.
    func form(of request: Request, _ context: Site.Context) async throws -> Site.Form {
        let form = try await read(request, context)
        context.sent.keep(form)
        if context.isProgram { return form }
        if context.viewer != nil {
            let expected = Site.formToken(of: context.sessionToken)
            guard Site.areEqual(form["token"], expected) else {
                throw Site.FormRejection.tokenMissing
            }
        } else if Site.cameFromElsewhere(request) {
            throw Site.FormRejection.tokenMissing
        }
        return form
    }

    /// The form that stands in the address, as a browser puts it there for a form that only asks.
    func asked(by request: Request) throws(Site.FormRejection) -> Site.Form {
        do {
            return try Site.Form(urlEncoded: Array((request.uri.query ?? "").utf8))
        } catch {
            throw .notText
        }
    }

    private func read(_ request: Request, _ context: Site.Context) async throws -> Site.Form {
        let form: Site.Form
        do {
            let buffer = try await request.body.collect(upTo: context.maxUploadSize)
            let bytes = Array(buffer.readableBytesView)
            let type = request.headers[.contentType] ?? ""
            form =
                type.hasPrefix("application/json")
                ? try Site.Form(json: bytes) : try Site.Form(urlEncoded: bytes)
        } catch is NIOTooManyBytesError {
            throw Site.FormRejection.tooLarge
        } catch let flaw as Site.Form.Flaw {
            throw flaw == .notAnObject
                ? Site.FormRejection.notAnObject : Site.FormRejection.notText
        }
        guard let viewer = context.viewer, let key = try Site.idempotencyKey(of: request)
        else { return form }
        // Programs count for themselves: one's "1" is not another's.
        return form.with("key", "program/\(viewer.person)/\(key)")
    }
}

extension Site {
    /// Compares in a time that does not depend on where they differ.
    static func areEqual(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        if a.count != b.count { return false }
        var difference: UInt8 = 0
        for (x, y) in zip(a, b) { difference |= x ^ y }
        return difference == 0
    }
}

extension Site {
    /// Browsers say where a request comes from (Fetch Metadata, W3C).
    static func cameFromElsewhere(_ request: Request) -> Bool {
        guard let name = HTTPField.Name("Sec-Fetch-Site") else { return false }
        return ["cross-site", "same-site"].contains(request.headers[name] ?? "")
    }
}
