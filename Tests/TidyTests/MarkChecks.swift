// Marks that must not be left in any text: unfinished work, and places of one machine.

import Foundation

/// The words stand in two parts, so that this file does not find itself.
private let unfinished = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]

func unfinishedFindings(_ file: SourceFile) -> [Finding] {
    unfinished.filter { file.text.contains($0) }.flatMap { word in
        lines(of: file, holding: word).map {
            Finding(
                file.path, line: $0, breaks: "\(word) marks unfinished work",
                mend: "Finish it, or write down what is missing where its reader looks.")
        }
    }
}

/// A path that only one machine knows.
func machinePathFindings(_ file: SourceFile, places: [String]) -> [Finding] {
    places.filter { file.text.contains($0) }.flatMap { place in
        lines(of: file, holding: place).map {
            Finding(
                file.path, line: $0, breaks: "\(place) is a place of one machine",
                mend: "Write the path from the root of the repository.")
        }
    }
}

/// The checkout, what lies beside it, and the home of whoever runs the test. Neighbours count only
/// where the folder around them is not one that every machine has.
func machinePlaces(root: URL, neighbours: [String], home: URL) -> [String] {
    let everywhere: Set = ["/", "/home", "/opt", "/srv", "/tmp", "/usr/src", "/var", "/var/tmp"]
    let around = place(root.deletingLastPathComponent())
    let beside = everywhere.contains(around) ? [] : neighbours.map { "\(around)/\($0)" }
    return ([place(root)] + beside + [place(home)]).filter { !everywhere.contains($0) }
}

private func place(_ url: URL) -> String {
    let path = url.standardizedFileURL.path(percentEncoded: false)
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
}

private func lines(of file: SourceFile, holding word: String) -> [Int] {
    file.lines.enumerated().filter { holds($0.element, word: word) }.map { $0.offset + 1 }
}
