// Tags of lists and of name and value pairs.

public func ul(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "ul", attributes, content())
}

public func ol(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "ol", attributes, content())
}

public func li(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "li", attributes, content())
}

public func dl(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "dl", attributes, content())
}

public func dt(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "dt", attributes, content())
}

public func dd(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "dd", attributes, content())
}
