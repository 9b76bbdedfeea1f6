// One file as the checks see it: its place in the repository, its text, and its code alone.

struct SourceFile: Sendable {
    /// From the root of the repository, with slashes.
    let path: String
    let text: String
    let lines: [String]
    /// The same lines with comments and the content of strings blanked out.
    let codeLines: [String]

    init(_ path: String, _ text: String) {
        self.path = path
        self.text = text
        lines = Self.split(text)
        codeLines = path.hasSuffix(".swift") ? Self.split(codeOnly(text)) : lines
    }

    /// Lines without a last empty one, so that the count is what an editor shows.
    private static func split(_ text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    /// Folders and file name.
    var components: [String] { path.split(separator: "/").map(String.init) }
    var folders: [String] { components.dropLast() }
    var name: String { components.last ?? path }

    /// `WorkTime` for `Sources/WorkTime/DayNumber.swift`; nil outside `Sources`.
    var sourceTarget: String? {
        folders.first == "Sources" && folders.count > 1 ? folders[1] : nil
    }

    /// Code lines that hold something, numbered from one.
    var numberedCode: [(number: Int, code: String)] {
        codeLines.enumerated().map { (number: $0.offset + 1, code: $0.element) }
    }
}
