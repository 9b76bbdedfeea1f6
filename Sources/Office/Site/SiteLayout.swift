// The frame around every page: demo band, mark, search, menu, foot.

import HTML
import WorkTime

extension Site {
    /// The sections of the menu, in order.
    public enum Section: String, CaseIterable, Sendable {
        case work, dossiers, counter, processes, reports, organisation
        /// For citizens, who have no account.
        case procedures, tracking, petitions

        var link: Link {
            switch self {
            case .work: "/work"
            case .dossiers: "/dossiers"
            case .counter: "/counter"
            case .processes: "/processes"
            case .reports: "/reports"
            case .organisation: "/organisation"
            case .procedures: "/procedures"
            case .tracking: "/track"
            case .petitions: "/petitions/new"
            }
        }

        /// Whether it stands in the menu: of people of the house, or of guests.
        func isOpen(to viewer: Viewer?) -> Bool {
            switch self {
            case .procedures, .tracking, .petitions: viewer == nil
            case .counter: viewer.map { $0.has(.counter, in: $0.office) } ?? false
            default: viewer != nil
            }
        }
    }
}

extension Site.Frame {
    /// A whole page. `title` is the text of the window without the product's name.
    /// - Parameter refreshSeconds: Where no script runs the page is loaded anew after so long.
    public func page(
        title: String, section: Site.Section?, bodyClass: String? = nil,
        refreshSeconds: Int? = nil, @HTMLBuilder content: () -> HTML
    ) -> HTML {
        document(
            lang: language.rawValue, title: "\(title) – \(text("site.name"))",
            bodyClass: bodyClass
        ) {
            if let icon = assets["roviec.svg"] { favicon(icon) }
            if let sheet = assets["roviec.css"] { styleSheet("\(path: sheet.path)") }
            if let file = assets["roviec.js"] { script("\(path: file.path)") }
            if let refreshSeconds { refreshWithoutScript(seconds: refreshSeconds) }
        } body: {
            a(.class("skip"), .href("#content")) { text("site.skip") }
            topBand(section)
            main(.id("content"), .class("wrap")) { content() }
            foot()
        }
    }

    /// A page that holds one sentence and the way on.
    public func refusalPage(_ sentence: Bilingual) -> HTML {
        page(title: text("site.refused"), section: nil) {
            div(.class("head")) { div { h1 { text("site.refused") } } }
            div(.class("errors"), .role("alert")) { p { say(sentence) } }
            div(.class("acts")) {
                if viewer == nil {
                    a(.class("btn"), .href("/")) { text("site.toHome") }
                    a(.class("btn"), .href("/sign-in")) { text("site.toSignIn") }
                } else {
                    a(.class("btn"), .href("/work")) { text("site.toWork") }
                }
            }
        }
    }

    /// Something went wrong that nobody expected: nothing was changed, and it has a number.
    func incidentPage(number: String) -> HTML {
        refusalPage(
            Bilingual(
                vi: texts.text("site.incident", .vi, [number]),
                en: texts.text("site.incident", .en, [number])))
    }

    private func favicon(_ asset: SiteAssets.Asset) -> HTML { icon("\(path: asset.path)") }

    private func topBand(_ section: Site.Section?) -> HTML {
        header(.class("top")) {
            if isDemo { demoBand() }
            div(.classes("wrap", "top-row")) {
                a(.class("brand"), .href(viewer == nil ? "/" : "/work")) {
                    HTML.raw(Self.mark)
                    " "
                    text("site.name")
                }
                if let viewer {
                    p(.class("office")) {
                        strong { viewer.officeName }
                        " "
                        if viewer.unitName != viewer.officeName { span { viewer.unitName } }
                    }
                    search()
                    p(.class("me")) {
                        a(.href("/account")) { viewer.name }
                        " "
                        span { viewer.title }
                    }
                }
            }
            menu(section)
        }
    }

    private func demoBand() -> HTML {
        div(.class("demo")) {
            div(.class("wrap")) {
                span { text("site.demo", moment(now)) }
                if viewer != nil {
                    " "
                    a(.href("/clock")) { text("site.demoClock") }
                }
            }
        }
    }

    private func search() -> HTML {
        form(.class("find"), .role("search"), .action("/dossiers")) {
            label(.class("vh"), .for("find")) { text("site.search") }
            input(
                .id("find"), .name("q"), .type(.search), .placeholder(text("site.searchHint")))
            kbd(.aria("hidden", "true")) { "/" }
        }
    }

    private func menu(_ current: Site.Section?) -> HTML {
        nav(.class("bar"), .aria("label", text("site.menu"))) {
            ul(.class("wrap")) {
                for entry in Site.Section.allCases where entry.isOpen(to: viewer) {
                    li {
                        a(
                            .href(entry.link),
                            .if(entry == current, .aria("current", "page"))
                        ) { text("menu.\(entry.rawValue)") }
                    }
                }
                if viewer == nil {
                    li(.class("aside")) { a(.href("/sign-in")) { text("site.forStaff") } }
                }
            }
        }
    }

    private func foot() -> HTML {
        footer(.class("foot")) {
            div(.class("wrap")) {
                ul {
                    if viewer != nil {
                        li { a(.href("/account")) { text("site.account") } }
                        li { a(.href("/help")) { text("site.help") } }
                        li { a(.href("/clock")) { text("site.calendar") } }
                    } else {
                        li { a(.href("/sign-in")) { text("site.signIn") } }
                    }
                    li { languageSwitch() }
                }
            }
        }
    }

    private func languageSwitch() -> HTML {
        let other: Language = language == .vi ? .en : .vi
        return a(
            .href("/language/\(other.rawValue)"), .lang(other.rawValue),
            .hreflang(other.rawValue)
        ) { text("site.otherLanguage") }
    }

    private static let mark: StaticString = """
        <svg viewBox="0 0 44 20" aria-hidden="true" focusable="false">\
        <path d="M8 10h26" stroke="currentColor" stroke-width="3"/>\
        <circle cx="8" cy="10" r="7" fill="currentColor"/>\
        <circle cx="34" cy="10" r="6.5" fill="#fff" stroke="currentColor" stroke-width="5"/></svg>
        """
}

extension Link.StringInterpolation {
    /// A path the program itself made, put in as it is.
    mutating func appendInterpolation(path: String) { appendLiteral(path) }
}
