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
        file.lines.enumerated().filter { $0.element.contains(place) }.map {
            Finding(
                file.path, line: $0.offset + 1, breaks: "\(place) is a place of one machine",
                mend: "Write the path from the root of the repository.")
        }
    }
}

/// The checkout, the folder it lies in and the home of whoever runs the test, each where it is not
/// a folder that every machine has.
func machinePlaces(root: URL, home: URL) -> [String] {
    let everywhere: Set = ["/", "/home", "/opt", "/srv", "/tmp", "/usr/src", "/var", "/var/tmp"]
    return [root, root.deletingLastPathComponent(), home]
        .map { $0.standardizedFileURL.path(percentEncoded: false) }
        .map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        .filter { !everywhere.contains($0) }
        .map { $0 + "/" }
}

private func lines(of file: SourceFile, holding word: String) -> [Int] {
    file.lines.enumerated().filter { holds($0.element, word: word) }.map { $0.offset + 1 }
}
