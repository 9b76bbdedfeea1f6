// The whole document and the few tags of its head.

/// A complete page: document type, character set, width of the view and title are always there.
///
/// There is no tag for inline scripts or style sheets: a page works under `default-src 'self'`.
/// - Parameters:
///   - lang: BCP 47, such as `vi`.
///   - title: Text of the window, escaped.
///   - bodyClass: Class of the body, which chooses the paper size when printed.
public func document(
    lang: String, title: String, bodyClass: String? = nil,
    @HTMLBuilder head: () -> HTML = HTML.empty, @HTMLBuilder body: () -> HTML
) -> HTML {
    let headPart = HTML {
        HTML.raw("<meta charset=\"utf-8\">")
        HTML.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        HTML(element: "title", [], .text(title))
        head()
    }
    return HTML {
        HTML.raw("<!doctype html>\n")
        HTML(
            element: "html", [.lang(lang)],
            HTML {
                HTML(element: "head", [], headPart)
                HTML(element: "body", [.class(bodyClass)], body())
            })
        HTML.raw("\n")
    }
}

/// A style sheet of this site.
public func styleSheet(_ link: Link) -> HTML {
    HTML(void: "link", [.rel("stylesheet"), .href(link)])
}

/// The icon of the window.
public func icon(_ link: Link, type: String = "image/svg+xml") -> HTML {
    HTML(void: "link", [.rel("icon"), .href(link), Attribute("type", type)])
}

/// A script file of this site, run after the page has been read.
public func script(_ link: Link) -> HTML {
    HTML(element: "script", [.src(link), Attribute(flag: "defer")], HTML())
}

/// A named property of the page, such as `robots` or `color-scheme`.
public func meta(name: StaticString, content: String) -> HTML {
    HTML(void: "meta", [Attribute("name", "\(name)"), Attribute("content", content)])
}

/// Loads the page anew after some seconds where no script runs. A page that moves by itself is only
/// right where nobody types: a screen in a hall.
public func refreshWithoutScript(seconds: Int) -> HTML {
    let meta = HTML(
        void: "meta",
        [Attribute("http-equiv", "refresh"), Attribute("content", String(max(1, seconds)))])
    return HTML(element: "noscript", [], meta)
}
