// Header lines of a part, and the parameters behind a value.

enum MultipartHeader {
    struct Parameter: Hashable {
        /// In small letters.
        let name: String
        let value: String
    }

    /// Lines of a header block as names in small letters with their values.
    /// - Throws: `headerInvalid` for bytes that are no UTF-8, a line without colon, a folded one.
    static func lines(
        of bytes: [UInt8]
    ) throws(MultipartFlaw) -> [(name: String, value: String)] {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .headerInvalid }
        var lines: [(name: String, value: String)] = []
        for line in text.split(separator: "\r\n") {
            let halves = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, let first = line.first, first != " ", first != "\t",
                !line.unicodeScalars.contains(where: { $0.value < 32 && $0 != "\t" })
            else { throw .headerInvalid }
            lines.append((halves[0].lowercased(), trimmed(halves[1])))
        }
        return lines
    }

    /// `form-data; name="a"` as the value and its parameters in order. A quotation mark inside
    /// quotation marks comes as `%22` from browsers and as `\"` from others; a backslash before
    /// anything else is itself, as in a path.
    static func parameters(in value: String) -> (value: String, [Parameter]) {
        var parameters: [Parameter] = []
        var rest = Array(value)[...]
        let head = String(rest.prefix { $0 != ";" })
        rest = rest.dropFirst(head.count)
        while rest.popFirst() == ";" {
            let name = trimmed(String(rest.prefix { $0 != "=" && $0 != ";" })[...])
            rest = rest.drop { $0 != "=" && $0 != ";" }
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
            let text = rest.first == "\"" ? quoted(&rest) : plain(&rest)
            rest = rest.drop { $0 != ";" }
            parameters.append(Parameter(name: name.lowercased(), value: text))
        }
        return (trimmed(head[...]), parameters)
    }

    private static func plain(_ rest: inout ArraySlice<Character>) -> String {
        let text = String(rest.prefix { $0 != ";" })
        rest = rest.drop { $0 != ";" }
        return trimmed(text[...])
    }

    private static func quoted(_ rest: inout ArraySlice<Character>) -> String {
        var text = ""
        rest = rest.dropFirst()
        while let character = rest.popFirst(), character != "\"" {
            if character == "\\", rest.first == "\"" {
                rest = rest.dropFirst()
                text.append("\"")
            } else {
                text.append(character)
            }
        }
        return text
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " || text.first == "\t" { text.removeFirst() }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return String(text)
    }
}
