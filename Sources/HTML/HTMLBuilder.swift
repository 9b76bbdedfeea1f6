// Lets the content of a tag be written as a list of lines with `if`, `switch` and `for`.

/// Builds a fragment from its parts in order. Strings become escaped text, numbers their digits,
/// `nil` nothing.
@resultBuilder
public enum HTMLBuilder {
    public static func buildExpression(_ fragment: HTML) -> HTML { fragment }
    public static func buildExpression(_ fragment: HTML?) -> HTML { fragment ?? HTML() }
    public static func buildExpression(_ fragments: [HTML]) -> HTML { buildArray(fragments) }
    public static func buildExpression(_ text: String) -> HTML { HTML.text(text) }
    public static func buildExpression(_ text: String?) -> HTML { HTML.text(text ?? "") }
    public static func buildExpression(_ number: Int) -> HTML { HTML.text(String(number)) }

    public static func buildBlock() -> HTML { HTML() }
    public static func buildBlock(_ only: HTML) -> HTML { only }
    public static func buildBlock(_ parts: HTML...) -> HTML { buildArray(parts) }

    public static func buildOptional(_ fragment: HTML?) -> HTML { fragment ?? HTML() }
    public static func buildEither(first fragment: HTML) -> HTML { fragment }
    public static func buildEither(second fragment: HTML) -> HTML { fragment }

    public static func buildArray(_ fragments: [HTML]) -> HTML {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(fragments.reduce(0) { $0 + $1.roughCount })
        for fragment in fragments { bytes.append(contentOf: fragment) }
        return HTML(markup: bytes)
    }
}
