// Tags of the outline of a page: regions, headings, grouping.

public func header(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "header", attributes, content())
}

public func footer(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "footer", attributes, content())
}

public func main(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML
{
    HTML(element: "main", attributes, content())
}

public func nav(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "nav", attributes, content())
}

public func section(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "section", attributes, content())
}

public func article(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "article", attributes, content())
}

public func aside(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML
{
    HTML(element: "aside", attributes, content())
}

public func hgroup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "hgroup", attributes, content())
}

public func h1(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "h1", attributes, content())
}

public func h2(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "h2", attributes, content())
}

public func h3(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "h3", attributes, content())
}

public func h4(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "h4", attributes, content())
}

public func h5(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "h5", attributes, content())
}

public func h6(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "h6", attributes, content())
}

public func div(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "div", attributes, content())
}

public func p(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML {
    HTML(element: "p", attributes, content())
}

public func blockquote(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "blockquote", attributes, content())
}

public func figure(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "figure", attributes, content())
}

public func figcaption(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "figcaption", attributes, content())
}

public func address(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "address", attributes, content())
}

public func details(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "details", attributes, content())
}

public func summary(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "summary", attributes, content())
}

public func dialog(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "dialog", attributes, content())
}

public func hr(_ attributes: Attribute...) -> HTML {
    HTML(void: "hr", attributes)
}
