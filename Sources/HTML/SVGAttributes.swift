// Attributes of drawings. Numbers are user units, written with two decimals at most.

extension Attribute {
    public static func x(_ value: Double) -> Attribute { drawing("x", value) }
    public static func y(_ value: Double) -> Attribute { drawing("y", value) }
    public static func x1(_ value: Double) -> Attribute { drawing("x1", value) }
    public static func y1(_ value: Double) -> Attribute { drawing("y1", value) }
    public static func x2(_ value: Double) -> Attribute { drawing("x2", value) }
    public static func y2(_ value: Double) -> Attribute { drawing("y2", value) }
    public static func cx(_ value: Double) -> Attribute { drawing("cx", value) }
    public static func cy(_ value: Double) -> Attribute { drawing("cy", value) }
    public static func r(_ value: Double) -> Attribute { drawing("r", value) }
    public static func rx(_ value: Double) -> Attribute { drawing("rx", value) }
    public static func ry(_ value: Double) -> Attribute { drawing("ry", value) }
    public static func dx(_ value: Double) -> Attribute { drawing("dx", value) }
    public static func dy(_ value: Double) -> Attribute { drawing("dy", value) }
    public static func refX(_ value: Double) -> Attribute { drawing("refX", value) }
    public static func refY(_ value: Double) -> Attribute { drawing("refY", value) }
    public static func width(_ value: Double) -> Attribute { drawing("width", value) }
    public static func height(_ value: Double) -> Attribute { drawing("height", value) }
    public static func markerWidth(_ value: Double) -> Attribute { drawing("markerWidth", value) }
    public static func markerHeight(_ value: Double) -> Attribute { drawing("markerHeight", value) }
    public static func strokeWidth(_ value: Double) -> Attribute { drawing("stroke-width", value) }

    /// Four numbers: left, top, width, height.
    public static func viewBox(_ value: String?) -> Attribute { Attribute("viewBox", value) }
    /// Path data.
    public static func d(_ value: String?) -> Attribute { Attribute("d", value) }
    public static func points(_ value: String?) -> Attribute { Attribute("points", value) }
    public static func transform(_ value: String?) -> Attribute { Attribute("transform", value) }
    /// `start`, `middle` or `end`.
    public static func textAnchor(_ value: String?) -> Attribute { Attribute("text-anchor", value) }
    public static func dominantBaseline(_ value: String?) -> Attribute {
        Attribute("dominant-baseline", value)
    }
    /// `url(#id)`
    public static func markerEnd(_ value: String?) -> Attribute { Attribute("marker-end", value) }
    public static func orient(_ value: String?) -> Attribute { Attribute("orient", value) }
    public static func markerUnits(_ value: String?) -> Attribute {
        Attribute("markerUnits", value)
    }
    public static func fill(_ value: String?) -> Attribute { Attribute("fill", value) }
    public static func stroke(_ value: String?) -> Attribute { Attribute("stroke", value) }
    public static func strokeDasharray(_ value: String?) -> Attribute {
        Attribute("stroke-dasharray", value)
    }
    public static func shapeRendering(_ value: String?) -> Attribute {
        Attribute("shape-rendering", value)
    }
    public static func preserveAspectRatio(_ value: String?) -> Attribute {
        Attribute("preserveAspectRatio", value)
    }
    public static func focusable(_ value: String?) -> Attribute { Attribute("focusable", value) }

    private static func drawing(_ name: StaticString, _ value: Double) -> Attribute {
        Attribute(name, SVG.digits(of: value))
    }
}

extension SVG {
    /// The number as drawings write it: `12`, `12.5`, `-0.25`. What is not a number, or too large
    /// for any page, becomes `0`. For path data and points.
    public static func digits(of number: Double) -> String {
        guard number.isFinite, abs(number) < 1e9 else { return "0" }
        let hundredths = Int(number * 100 + (number < 0 ? -0.5 : 0.5))
        let whole = abs(hundredths) / 100
        let rest = abs(hundredths) % 100
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        let decimals = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
        return "\(sign)\(whole).\(decimals)"
    }
}
