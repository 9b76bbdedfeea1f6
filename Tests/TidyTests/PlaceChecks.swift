// Where files lie and what they are called.

/// Folders that have no owner fill up with what nobody wants to name.
private let ownerless: Set = ["Core", "Common", "Shared", "Services", "Helpers", "Utils"]

func folderFindings(_ file: SourceFile) -> [Finding] {
    file.folders.filter(ownerless.contains).map {
        Finding(
            file.path, breaks: "a folder named \($0) has no owner",
            mend: "Put the file beside the noun it serves.")
    }
}

/// Two files of one name in a target do not build, and two in the package mislead the reader.
func nameFindings(_ files: [SourceFile]) -> [Finding] {
    Dictionary(grouping: files, by: \.name).values.filter { $0.count > 1 }.flatMap { same in
        same.dropFirst().map {
            Finding(
                $0.path, breaks: "the file name stands twice, also at \(same[0].path)",
                mend: "Name it by noun and role, as in MeetingPages.swift.")
        }
    }
}

/// A file begins by saying what it is for.
func openingFindings(_ file: SourceFile) -> [Finding] {
    if let first = file.lines.first, first.hasPrefix("//"), first.count > 10 { return [] }
    return [
        Finding(
            file.path, breaks: "the file does not begin with what it is for",
            mend: "Let its first line be a comment that says so.")
    ]
}
