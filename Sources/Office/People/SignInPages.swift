// Signing in and out, the account page, the language: /sign-in, /sign-out, /account.

import HTML
import HTTPTypes
import Hummingbird
import WorkTime

extension Site.House {
    func showSignIn(_ request: Request, _ context: Site.Context) throws -> Response {
        if context.viewer != nil { return Site.redirect(to: "/work") }
        return Site.page(
            SignInPage(frame: frame(request, context), account: "", refusal: nil, house: self)
                .html)
    }

    func signIn(_ request: Request, _ context: Site.Context) async throws -> Response {
        let form = try await form(of: request, context)
        let account = form["account"]
        do {
            let token = try await desk.signIn(account: account, password: form["password"])
            let viewer = try await desk.signedIn(
                tokenDigest: Site.digest(of: token), at: desk.machineNow(), office: clock.now)
            if viewer == nil {
                try await desk.signOut(token: token)
                throw People.SignInRejection.noPosition
            }
            var response = Site.redirect(to: "/work")
            response.headers[.setCookie] =
                "\(Site.sessionCookie)=\(token); Path=/; HttpOnly; SameSite=Lax"
            return response
        } catch let refusal as People.SignInRejection {
            if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
            let page = SignInPage(
                frame: frame(request, context), account: account, refusal: refusal, house: self)
            return Site.page(page.html, status: .unprocessableContent)
        }
    }

    func signOut(_ request: Request, _ context: Site.Context) async throws -> Response {
        _ = try await form(of: request, context)
        try await desk.signOut(token: context.sessionToken)
        var response = Site.redirect(to: "/sign-in")
        response.headers[.setCookie] =
            "\(Site.sessionCookie)=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"
        return response
    }

    /// Remembers the language in a cookie and goes back.
    func setLanguage(_ request: Request, _ context: Site.Context) throws -> Response {
        let asked = context.parameters.get("language").flatMap(Language.init(rawValue:)) ?? .vi
        let back = request.headers[.referer].flatMap(Site.ownPath) ?? "/"
        var response = Site.redirect(to: back)
        response.headers[.setCookie] =
            "\(Site.languageCookie)=\(asked.rawValue); Path=/; SameSite=Lax; Max-Age=31536000"
        return response
    }
}

extension Site {
    /// Path and query of an address of this site, for going back; never another site.
    static func ownPath(_ address: String) -> String? {
        guard let scheme = address.firstRange(of: "://") else { return nil }
        let rest = address[scheme.upperBound...]
        guard let slash = rest.firstIndex(of: "/") else { return "/" }
        let path = String(rest[slash...])
        return path.hasPrefix("//") || path.hasPrefix("/\\") ? nil : path
    }
}

/// The sign-in page: two fields, and in a demo office whom to sign in as.
struct SignInPage {
    let frame: Site.Frame
    let account: String
    let refusal: (any Refusal)?
    let house: Site.House

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.page(title: lead + frame.text("signIn.title"), section: nil) {
            div(.class("gatehouse")) {
                div {
                    h1 { frame.text("signIn.title") }
                    if let refusal {
                        div(.class("errors"), .role("alert")) {
                            p { frame.say(refusal.sentence) }
                        }
                    }
                    entry
                }
                if !house.demoAccounts.isEmpty { hints }
            }
        }
    }

    private var entry: HTML {
        form(.class("form"), .method(.post), .action("/sign-in")) {
            div(.class("field")) {
                label(.for("account")) { frame.text("signIn.account") }
                input(
                    .id("account"), .name("account"), .value(account),
                    .autocomplete("username"), .required, .maxlength(100))
            }
            div(.class("field")) {
                label(.for("password")) { frame.text("signIn.password") }
                input(
                    .id("password"), .name("password"), .type(.password),
                    .autocomplete("current-password"), .required, .maxlength(200))
            }
            div(.class("acts")) {
                button(.classes("btn", "go")) { frame.text("signIn.go") }
            }
        }
    }

    private var hints: HTML {
        section(.aria("labelledby", "demo-accounts")) {
            h2(.id("demo-accounts")) { frame.text("signIn.demo") }
            p { frame.text("signIn.demoPassword", Site.demoPassword) }
            form(.method(.post), .action("/sign-in")) {
                Piece.hiddenField("password", Site.demoPassword)
                table(.class("accounts")) {
                    caption(.class("vh")) { frame.text("signIn.demo") }
                    thead {
                        tr {
                            th(.scope(.column)) { frame.text("signIn.account") }
                            th(.scope(.column)) { frame.text("signIn.position") }
                            th(.scope(.column)) {
                                span(.class("vh")) { frame.text("signIn.enter") }
                            }
                        }
                    }
                    tbody { house.demoAccounts.map(row) }
                }
            }
        }
    }

    /// One press signs in: whoever looks around should not have to type.
    private func row(_ hint: Site.DemoAccount) -> HTML {
        tr {
            th(.scope(.row)) { code { hint.account } }
            td { Piece.twoVoices(hint.position, "\(hint.unit) · \(hint.name)") }
            td {
                button(
                    .classes("btn", "small"), .name("account"), .value(hint.account),
                    .aria("label", frame.text("signIn.enterAs", hint.account))
                ) { frame.text("signIn.enter") }
            }
        }
    }
}
