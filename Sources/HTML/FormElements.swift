// Tags of forms, with the fields that need no care about white space.

public func form(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML
{
    HTML(element: "form", attributes, content())
}

public func fieldset(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "fieldset", attributes, content())
}

public func legend(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "legend", attributes, content())
}

public func label(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty) -> HTML
{
    HTML(element: "label", attributes, content())
}

public func input(_ attributes: Attribute...) -> HTML {
    HTML(void: "input", attributes)
}

public func button(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "button", attributes, content())
}

public func select(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "select", attributes, content())
}

public func optgroup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "optgroup", attributes, content())
}

public func option(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "option", attributes, content())
}

public func datalist(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "datalist", attributes, content())
}

public func output(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "output", attributes, content())
}

/// `.value` and `.max` as text.
public func progress(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty)
    -> HTML
{
    HTML(element: "progress", attributes, content())
}

/// A field of several lines. A parser swallows a line feed right after the tag, so one is added
/// if the text begins with one (HTML Living Standard, 13.1.2.5).
public func textarea(_ attributes: Attribute..., text: String = "") -> HTML {
    HTML(element: "textarea", attributes, preservingLineFeed(text))
}

/// Text with its line breaks and spaces.
public func pre(_ attributes: Attribute..., text: String) -> HTML {
    HTML(element: "pre", attributes, preservingLineFeed(text))
}

private func preservingLineFeed(_ text: String) -> HTML {
    let content = HTML.text(text)
    let startsWithBreak = content.bytes.first == 0x0A
    return startsWithBreak ? HTML.joined([.raw("\n"), content], by: "") : content
}
