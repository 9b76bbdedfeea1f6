// Lets the content of a tag be written as a list of lines with `if`, `switch` and `for`.

/// Builds a fragment from its parts in order. Strings become escaped text, numbers their digits,
/// `nil` nothing.
@resultBuilder
public enum HTMLBuilder {
    @inlinable
    public static func buildExpression(_ fragment: HTML) -> HTML { fragment }

    @inlinable
    public static func buildExpression(_ fragment: HTML?) -> HTML { fragment ?? HTML() }

    @inlinable
    public static func buildExpression(_ fragments: [HTML]) -> HTML { buildArray(fragments) }

    @inlinable
    public static func buildExpression(_ text: String) -> HTML { HTML.text(text) }

    @inlinable
    public static func buildExpression(_ text: String?) -> HTML { text.map(HTML.text) ?? HTML() }

    @inlinable
    public static func buildExpression(_ number: Int) -> HTML { HTML.text(String(number)) }

    @inlinable
    public static func buildBlock() -> HTML { HTML() }

    @inlinable
    public static func buildPartialBlock(first: HTML) -> HTML { first }

    @inlinable
    public static func buildPartialBlock(accumulated: consuming HTML, next: HTML) -> HTML {
        var result = accumulated
        result.append(next)
        return result
    }

    @inlinable
    public static func buildOptional(_ fragment: HTML?) -> HTML { fragment ?? HTML() }

    @inlinable
    public static func buildEither(first fragment: HTML) -> HTML { fragment }

    @inlinable
    public static func buildEither(second fragment: HTML) -> HTML { fragment }

    @inlinable
    public static func buildArray(_ fragments: [HTML]) -> HTML {
        var result = HTML()
        var count = 0
        for fragment in fragments { count += fragment.storage.count }
        result.storage.reserveCapacity(count)
        for fragment in fragments { result.append(fragment) }
        return result
    }
}
