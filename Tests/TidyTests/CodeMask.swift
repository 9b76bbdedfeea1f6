// Blanks comments and string contents out of Swift text, so that a check on code does not trip over
// words. Code inside an interpolation stays, since it runs.

/// The text with the same lines and columns, but only its code. Quotation marks stay.
func codeOnly(_ text: String) -> String {
    var mask = CodeMask(Array(text.utf8))
    mask.run()
    return String(decoding: mask.output, as: UTF8.self)
}

private struct CodeMask {
    private enum Frame: Equatable {
        /// Code; `depth` counts open parentheses inside an interpolation.
        case code(depth: Int)
        case string(pounds: Int, lines: Bool)
    }

    private let input: [UInt8]
    private(set) var output: [UInt8] = []
    private var position = 0
    private var frames: [Frame] = [.code(depth: 0)]

    init(_ input: [UInt8]) {
        self.input = input
        output.reserveCapacity(input.count)
    }

    mutating func run() {
        while position < input.count {
            switch frames.last {
            case .string(let pounds, let lines): stepInString(pounds: pounds, lines: lines)
            case .code(let depth): stepInCode(depth: depth)
            case nil: frames = [.code(depth: 0)]
            }
        }
    }

    private mutating func stepInCode(depth: Int) {
        if starts(with: "//") { return blankLineComment() }
        if starts(with: "/*") { return blankBlockComment() }
        if let opening = stringOpening() {
            keep(opening.length)
            return frames.append(.string(pounds: opening.pounds, lines: opening.lines))
        }
        let byte = input[position]
        keep(1)
        if byte == UInt8(ascii: "(") { replaceTop(.code(depth: depth + 1)) }
        if byte == UInt8(ascii: ")") {
            if depth == 0, frames.count > 1 {
                frames.removeLast()
            } else {
                replaceTop(.code(depth: max(0, depth - 1)))
            }
        }
    }

    private mutating func stepInString(pounds: Int, lines: Bool) {
        let marks = String(repeating: "#", count: pounds)
        let closing = (lines ? "\"\"\"" : "\"") + marks
        if starts(with: closing) {
            keep(closing.utf8.count)
            frames.removeLast()
        } else if starts(with: "\\" + marks + "(") {
            blank(1 + pounds)
            keep(1)
            frames.append(.code(depth: 0))
        } else if starts(with: "\\" + marks) {
            blank(2 + pounds)
        } else if !lines, input[position] == UInt8(ascii: "\n") {
            frames.removeLast()
        } else {
            blank(1)
        }
    }

    private mutating func blankLineComment() {
        while position < input.count, input[position] != UInt8(ascii: "\n") { blank(1) }
    }

    private mutating func blankBlockComment() {
        var depth = 0
        repeat {
            if starts(with: "/*") {
                depth += 1
                blank(2)
            } else if starts(with: "*/") {
                depth -= 1
                blank(2)
            } else {
                blank(1)
            }
        } while depth > 0 && position < input.count
    }

    private func stringOpening() -> (length: Int, pounds: Int, lines: Bool)? {
        var pounds = 0
        while byte(at: position + pounds) == UInt8(ascii: "#") { pounds += 1 }
        let quote = position + pounds
        guard byte(at: quote) == UInt8(ascii: "\"") else { return nil }
        let lines = (1...2).allSatisfy { byte(at: quote + $0) == UInt8(ascii: "\"") }
        return (pounds + (lines ? 3 : 1), pounds, lines)
    }

    private func byte(at index: Int) -> UInt8? { index < input.count ? input[index] : nil }

    private func starts(with text: String) -> Bool { input[position...].starts(with: text.utf8) }

    private mutating func replaceTop(_ frame: Frame) {
        frames.removeLast()
        frames.append(frame)
    }

    private mutating func keep(_ count: Int) {
        for _ in 0..<count where position < input.count {
            output.append(input[position])
            position += 1
        }
    }

    /// Spaces for every byte but line ends.
    private mutating func blank(_ count: Int) {
        for _ in 0..<count where position < input.count {
            let isLineEnd = input[position] == UInt8(ascii: "\n")
            output.append(isLineEnd ? UInt8(ascii: "\n") : UInt8(ascii: " "))
            position += 1
        }
    }
}
