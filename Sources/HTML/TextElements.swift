// Tags inside a line of text.

/// A link; `.href` takes a checked `Link`.
public func a(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "a", attributes, content())
}

public func span(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML
{
    HTML(element: "span", attributes, content())
}

public func strong(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "strong", attributes, content())
}

public func b(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "b", attributes, content())
}

public func em(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "em", attributes, content())
}

public func i(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "i", attributes, content())
}

public func small(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML
{
    HTML(element: "small", attributes, content())
}

public func mark(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML
{
    HTML(element: "mark", attributes, content())
}

public func abbr(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML
{
    HTML(element: "abbr", attributes, content())
}

public func cite(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML
{
    HTML(element: "cite", attributes, content())
}

public func q(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "q", attributes, content())
}

public func code(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML
{
    HTML(element: "code", attributes, content())
}

public func kbd(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "kbd", attributes, content())
}

public func samp(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML
{
    HTML(element: "samp", attributes, content())
}

public func sub(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "sub", attributes, content())
}

public func sup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "sup", attributes, content())
}

public func del(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "del", attributes, content())
}

public func ins(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "ins", attributes, content())
}

public func time(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML
{
    HTML(element: "time", attributes, content())
}

public func bdi(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "bdi", attributes, content())
}

public func br(_ attributes: Attribute...) -> HTML {
    HTML(void: "br", attributes)
}

public func wbr(_ attributes: Attribute...) -> HTML {
    HTML(void: "wbr", attributes)
}

/// A surface that a script draws on: say with `.aria` what it is.
public func canvas(_ attributes: Attribute...) -> HTML {
    HTML(element: "canvas", attributes, HTML())
}

/// Always give `.alt`; an empty one for ornament.
public func img(_ attributes: Attribute...) -> HTML {
    HTML(void: "img", attributes)
}
