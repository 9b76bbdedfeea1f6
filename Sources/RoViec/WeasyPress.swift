// PDF through WeasyPrint, a program of its own beside the server.

import Dispatch
import Foundation
import Office
import Synchronization

/// Runs the program once a document. It takes the processor for about a second each time, so few
/// run at once; the others wait, and who would wait too long is told.
final class WeasyPress: Papers.Press {
    static let name = "weasyprint"
    static let atOnce = 2
    static let waitingMaximum = 20
    static let patienceSeconds = 90.0

    let program: String
    private let queue = OperationQueue()

    /// - Parameter program: Path of the program.
    init(program: String) {
        self.program = program
        queue.maxConcurrentOperationCount = Self.atOnce
        // A program that ends early must not end the server that still writes to it.
        signal(SIGPIPE, SIG_IGN)
    }

    /// The program where the machine keeps it; `nil` when it is not installed.
    static func found(in path: String) -> WeasyPress? {
        path.split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
            .map { WeasyPress(program: $0) }
    }

    func print(_ document: [UInt8], style: [UInt8]) async throws -> [UInt8] {
        if queue.operationCount >= Self.waitingMaximum { throw Papers.PressFailure.busy }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation {
                continuation.resume(with: Result { try self.run(document, style: style) })
            }
        }
    }

    /// The document goes in and out through pipes: nothing personal lies on the disk.
    private func run(_ document: [UInt8], style: [UInt8]) throws -> [UInt8] {
        let sheet = FileManager.default.temporaryDirectory
            .appendingPathComponent("roviec-\(UUID().uuidString).css")
        defer { try? FileManager.default.removeItem(at: sheet) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = [
            "--quiet", "--encoding", "utf-8", "--stylesheet", sheet.path, "-", "-",
        ]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        let isSlow = Atomic(false)
        do {
            try Data(style).write(to: sheet)
            try process.run()
        } catch {
            throw Papers.PressFailure.broken
        }
        let watch = DispatchWorkItem {
            isSlow.store(true, ordering: .relaxed)
            process.terminate()
        }
        DispatchQueue.global().asyncAfter(
            deadline: .now() + Self.patienceSeconds, execute: watch)
        try? input.fileHandleForWriting.write(contentsOf: Data(document))
        try? input.fileHandleForWriting.close()
        let pdf = (try? output.fileHandleForReading.readToEnd()) ?? nil
        process.waitUntilExit()
        watch.cancel()
        if isSlow.load(ordering: .relaxed) { throw Papers.PressFailure.slow }
        guard process.terminationStatus == 0, let pdf, pdf.starts(with: Data("%PDF".utf8)) else {
            throw Papers.PressFailure.broken
        }
        return [UInt8](pdf)
    }
}
