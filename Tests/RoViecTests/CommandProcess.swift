// Runs the built `roviec` as a person does: a process with arguments, input, output and an end.

import Foundation
import Testing

/// What a run said, and how it ended.
struct CommandResult: Sendable {
    let status: Int32
    /// True when a signal ended the process: a crash, never an answer.
    let isKilled: Bool
    let output: String
    let complaint: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }

    func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(output.utf8)) }
}

enum CommandProcess {
    /// The program lies in the folder in which the tests were built.
    static let program: URL = {
        let place = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
        return place.deletingLastPathComponent().appending(path: "roviec")
    }()

    /// Runs to the end. Output goes through files, so that no answer is too long for a pipe.
    static func run(
        _ arguments: [String], input: [UInt8] = [], output: String? = nil,
        of program: URL = program
    ) async throws -> CommandResult {
        try await withWorkFolder { folder in
            try folder.write("in", input)
            for name in ["out", "err"] { try folder.write(name, []) }
            let target = output.map { URL(filePath: $0) } ?? folder.url("out")
            let streams = [
                try FileHandle(forReadingFrom: folder.url("in")),
                try FileHandle(forWritingTo: target),
                try FileHandle(forWritingTo: folder.url("err")),
            ]
            let process = try StartedProcess.start(
                program, arguments, streams: streams.map(\.fileDescriptor))
            let end = await process.end()
            for stream in streams { try stream.close() }
            return CommandResult(
                status: end.status, isKilled: end.isKilled, output: try folder.text("out"),
                complaint: try folder.text("err"))
        }
    }
}

/// Runs `roviec` with a variable in its surroundings.
func roviec(
    with variable: String, _ arguments: String...
) async throws -> CommandResult {
    try await CommandProcess.run(
        [variable, CommandProcess.program.path] + arguments, of: URL(filePath: "/usr/bin/env"))
}

/// Runs `roviec` with arguments written one after the other.
func roviec(
    _ arguments: String..., input: String = "", output: String? = nil
) async throws -> CommandResult {
    try await CommandProcess.run(arguments, input: Array(input.utf8), output: output)
}

/// A folder of one test's own, removed with all that the program left in it.
struct WorkFolder: Sendable {
    let root: URL

    func url(_ name: String) -> URL { root.appending(path: name) }
    func path(_ name: String) -> String { url(name).path }

    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        try FileManager.default.createDirectory(
            at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url(name))
        return path(name)
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        try write(name, Array(text.utf8))
    }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: url(name)), as: UTF8.self)
    }

    /// Everything below a folder, hidden names too.
    func names(in folder: String) -> [String] {
        (try? FileManager.default.subpathsOfDirectory(atPath: path(folder)))?.sorted() ?? []
    }

    static func make() throws -> WorkFolder {
        let url = FileManager.default.temporaryDirectory
            .appending(path: "roviec-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return WorkFolder(root: url)
    }

    func remove() { try? FileManager.default.removeItem(at: root) }
}

func withWorkFolder<T>(_ body: (WorkFolder) async throws -> T) async throws -> T {
    let folder = try WorkFolder.make()
    defer { folder.remove() }
    return try await body(folder)
}
