// Reads the repository this test stands in: sources, tests, and every other text.

import Foundation

enum Repository {
    /// Links are followed, so that the checks see the real place.
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every text of the repository; what is built, installed or recorded on this machine is not.
    static let texts: [SourceFile] = {
        var files: [SourceFile] = []
        collect("", into: &files)
        return files.sorted { $0.path < $1.path }
    }()

    static let sources = swiftFiles(in: "Sources/")
    static let tests = swiftFiles(in: "Tests/")
    /// Stories of people in a browser, and what they are told with.
    static let stories = texts.filter {
        $0.path.hasPrefix("BrowserTests/") && $0.path.hasSuffix(".py")
    }

    static func swiftFiles(in folder: String) -> [SourceFile] {
        texts.filter { $0.path.hasPrefix(folder) && $0.path.hasSuffix(".swift") }
    }

    private static let notOurs: Set = [
        ".git", ".venv", ".venv-bench", ".venv-peers", "var", "__pycache__", ".pytest_cache",
    ]

    private static func collect(_ folder: String, into files: inout [SourceFile]) {
        let place = root.appending(path: folder).path(percentEncoded: false)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? [] {
            if notOurs.contains(name) || name.hasPrefix(".build") { continue }
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            var isFolder: ObjCBool = false
            let full = root.appending(path: path).path(percentEncoded: false)
            guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder) else {
                continue
            }
            if isFolder.boolValue {
                collect(path, into: &files)
            } else if let bytes = FileManager.default.contents(atPath: full),
                !bytes.prefix(8192).contains(0), let text = String(data: bytes, encoding: .utf8)
            {
                files.append(SourceFile(path, text))
            }
        }
    }
}
