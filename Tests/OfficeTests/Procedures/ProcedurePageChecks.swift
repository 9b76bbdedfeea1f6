// What tests ask of every page: no word is missing, nothing that somebody typed became markup; and
// its form read back as a browser would send it.

import HTML
import HTTPTypes
import Testing

@testable import Office

/// Texts that want to be something else than text.
enum HostileText {
    static let all = [
        "<script>alert(1)</script>", "\"' onmouseover=\"x", "&lt;b&gt; &amp;", "</textarea><b>",
        "--><!-- ]]>", "{0} {1} {", "' OR 1=1 --", "%s%n %00 +", "𝒳 👩‍👩‍👧‍👦 🇻🇳", "a\\b\\",
        "\u{202E}iahk hnis", "Z̷̢̛͉a̸l̵g̶o", "javascript:alert(1)", "đ́ Ợ ﷺ",
    ]

    /// Markup that may stand on no page.
    static let markup = [
        "<script>alert", "\"' onmouseover=\"x", "</textarea><b>", "--><!--", "\u{202E}",
    ]

    /// As a page shows it.
    static func shown(_ text: String) -> String {
        String(decoding: HTML { text }.bytes, as: UTF8.self)
    }
}

extension DossierTestAnswer {
    /// Keys of words that the table of texts does not have.
    var missingWords: [String] {
        text.matches(of: /\[[a-zA-Z]+(\.[a-zA-Z0-9]+)+\]/).map { String($0.output.0) }
    }

    /// Checks what holds for every page, whatever is on it.
    func expectSound(_ name: String) {
        #expect(missingWords == [], "\(name)")
        for markup in HostileText.markup {
            #expect(!text.contains(markup), "\(name): \(markup)")
        }
        #expect(status.code < 500, "\(name): \(status)")
    }

    /// Names and values of a form of the page, by the address to which it is sent.
    func form(to action: String) throws -> [(String, String)] {
        let start = try #require(text.firstRange(of: "action=\"\(action)\"")).upperBound
        let rest = text[start...]
        let form = rest[..<(rest.firstRange(of: "</form>")?.lowerBound ?? rest.endIndex)]
        var fields: [(String, String)] = []
        var select = ""
        let tags = form.matches(of: /<(input|select|option|textarea)([^>]*)>([^<]*)/)
        for tag in tags {
            let (attributes, content) = (String(tag.output.2), String(tag.output.3))
            func value(_ name: String) -> String? {
                attributes.firstRange(of: " \(name)=\"").map { range in
                    Self.unescaped(String(attributes[range.upperBound...].prefix { $0 != "\"" }))
                }
            }
            let isMarked = attributes.contains(" checked") || attributes.contains(" selected")
            switch tag.output.1 {
            case "select": select = value("name") ?? ""
            case "option": if isMarked { fields.append((select, value("value") ?? "")) }
            case "textarea": fields.append((value("name") ?? "", Self.unescaped(content)))
            default:
                let isBox = ["checkbox", "radio"].contains(value("type") ?? "")
                if !isBox || isMarked {
                    fields.append((value("name") ?? "", value("value") ?? ""))
                }
            }
        }
        return fields.filter { !$0.0.isEmpty && $0.0 != "token" }
    }

    private static func unescaped(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}
