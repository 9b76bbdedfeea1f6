// Shapes of drawings. A shape may carry a title, which browsers show on hover.

extension SVG {
    public static func path(
        _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty
    ) -> HTML {
        HTML(element: "path", attributes, content())
    }

    public static func rect(
        _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty
    ) -> HTML {
        HTML(element: "rect", attributes, content())
    }

    public static func circle(
        _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty
    ) -> HTML {
        HTML(element: "circle", attributes, content())
    }

    public static func line(
        _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty
    ) -> HTML {
        HTML(element: "line", attributes, content())
    }

    public static func polyline(
        _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty
    ) -> HTML {
        HTML(element: "polyline", attributes, content())
    }

    public static func polygon(
        _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.empty
    ) -> HTML {
        HTML(element: "polygon", attributes, content())
    }
}
