// Tags of tables. For tables that turn into cards on a phone use `stackedTable`.

public func table(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML
{
    HTML(element: "table", attributes, content())
}

public func caption(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "caption", attributes, content())
}

public func colgroup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "colgroup", attributes, content())
}

public func col(_ attributes: Attribute...) -> HTML {
    HTML(void: "col", attributes)
}

public func thead(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML
{
    HTML(element: "thead", attributes, content())
}

public func tbody(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML
{
    HTML(element: "tbody", attributes, content())
}

public func tfoot(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML
{
    HTML(element: "tfoot", attributes, content())
}

public func tr(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "tr", attributes, content())
}

public func th(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "th", attributes, content())
}

public func td(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "td", attributes, content())
}
