// What every view gets: the words in the viewer's language, the time, the token of forms.

import HTML
import Hummingbird
import WorkTime

extension Site {
    /// The frame of one answer. Views ask it for words and write into it.
    public struct Frame: Sendable {
        public let texts: Texts
        public let assets: [String: SiteAssets.Asset]
        public let language: Language
        public let viewer: Viewer?
        public let now: LocalMinute
        public let isDemo: Bool
        public let path: String
        /// Token that a form must send back (CSRF).
        public let formToken: String
        /// Makes one command out of a form that was sent twice.
        public let commandKey: String
        /// Where people outside reach the site, without a slash at its end.
        public var publicAddress = ""
        /// Whether citizens can be told by SMS.
        public var sendsTexts = false
    }
}

extension Site.Frame {
    /// A word or sentence of the interface.
    public func text(_ key: String, _ arguments: String...) -> String {
        texts.text(key, language, arguments)
    }

    /// One of the two sentences of a pure part.
    public func say(_ sentence: Bilingual) -> String { sentence[language] }

    /// Where a citizen follows a dossier: what the code on its papers leads to.
    func trackingAddress(of code: String) -> String {
        "\(publicAddress)/track?code=\(Link.percentEncoded(code))"
    }

    /// The code of a dossier as its papers write it, with the QR code beside it.
    func paperCode(of code: String) -> HTML {
        div(.class("ids")) {
            p {
                text("receipt.code")
                " "
                strong { Piece.code(code) }
            }
            p { small { text("receipt.track") } }
            Piece.qr(trackingAddress(of: code), label: text("receipt.qr", code))
        }
    }

    /// A form that posts. Carries the token and the command key.
    public func commandForm(
        to action: Link, class name: String? = "form", @HTMLBuilder content: () -> HTML
    ) -> HTML {
        form(.method(.post), .action(action), .class(name)) {
            input(.type(.hidden), .name("token"), .value(formToken))
            input(.type(.hidden), .name("key"), .value(commandKey))
            content()
        }
    }
}

extension Site.House {
    public func frame(_ request: Request, _ context: Site.Context) -> Site.Frame {
        Site.Frame(
            texts: texts, assets: assets, language: context.language, viewer: context.viewer,
            now: clock.now.local(in: desk.sources.zone), isDemo: clock.isDemo,
            path: request.uri.string, formToken: Site.formToken(of: context.sessionToken),
            commandKey: desk.sources.token(), publicAddress: publicAddress.text,
            sendsTexts: contacts.channels.contains(.sms))
    }
}
