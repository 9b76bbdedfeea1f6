// Tags of drawings, in a namespace of their own: an SVG `text` or `title` is not HTML's.

/// Drawings as text, put into a page like any other fragment:
/// `SVG.svg(.viewBox("0 0 44 20"), .aria("hidden", "true")) { SVG.circle(.cx(8), .cy(10), .r(7))
/// }`.
/// Colours come from classes of the style sheet; numbers are rounded to hundredths.
public enum SVG {
    /// The drawing itself. Give it `.role("img")` and `.aria("labelledby", …)` or hide it.
    public static func svg(
        _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty
    ) -> HTML {
        HTML(element: "svg", attributes, content())
    }

    /// Parts that share a class or a move.
    public static func g(
        _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty
    ) -> HTML {
        HTML(element: "g", attributes, content())
    }

    public static func text(
        _ attributes: Attribute..., @HTMLBuilder content: () -> HTML
    ) -> HTML {
        HTML(element: "text", attributes, content())
    }

    public static func tspan(
        _ attributes: Attribute..., @HTMLBuilder content: () -> HTML
    ) -> HTML {
        HTML(element: "tspan", attributes, content())
    }

    /// The name of the drawing or of a part, read aloud and shown on hover.
    public static func title(
        _ attributes: Attribute..., @HTMLBuilder content: () -> HTML
    ) -> HTML {
        HTML(element: "title", attributes, content())
    }

    /// What the drawing says, for those who cannot see it.
    public static func desc(
        _ attributes: Attribute..., @HTMLBuilder content: () -> HTML
    ) -> HTML {
        HTML(element: "desc", attributes, content())
    }

    public static func defs(@HTMLBuilder content: () -> HTML) -> HTML {
        HTML(element: "defs", [], content())
    }

    public static func marker(
        _ attributes: Attribute..., @HTMLBuilder content: () -> HTML
    ) -> HTML {
        HTML(element: "marker", attributes, content())
    }

    /// A link inside the drawing.
    public static func a(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
        HTML(element: "a", attributes, content())
    }
}
