// `roviec process`: step tables of an office as files.

import ArgumentParser
import Foundation
import ProcessFormats
import ProcessModel
import WorkTime

struct ProcessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "process",
        abstract: "Checks, imports, compares and draws step tables.",
        subcommands: [
            ProcessCheckCommand.self, ProcessImportCommand.self, ProcessDiffCommand.self,
            ProcessDiagramCommand.self,
        ])
}

extension Language: ExpressibleByArgument {}

/// Files of step tables: reading them, and saying what is wrong with them.
enum ProcessFiles {
    /// Reads no more than what a reader of tables takes, so that no file fills the memory.
    static func read(_ path: String) throws -> ProcessFile {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        if exists, isFolder.boolValue {
            throw CommandFailure(
                vi: "“\(path)” là thư mục; hãy nêu tên tệp.",
                en: "“\(path)” is a folder; name a file.")
        }
        guard exists else {
            throw CommandFailure(
                vi: "Không có tệp “\(path)”; hãy xem lại tên và thư mục.",
                en: "There is no file “\(path)”; look at its name and folder.")
        }
        guard let bytes = try? content(of: path) else {
            throw CommandFailure(
                vi: "Không đọc được tệp “\(path)”; hãy kiểm tra quyền đọc.",
                en: "The file “\(path)” cannot be read; check its permissions.")
        }
        return ProcessFile(name: path, bytes: bytes)
    }

    private static func content(of path: String) throws -> [UInt8] {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? file.close() }
        var bytes: [UInt8] = []
        let most = ProcessFile.sizeLimit + 1
        while bytes.count < most, let piece = try file.read(upToCount: most - bytes.count),
            !piece.isEmpty
        {
            bytes += piece
        }
        return bytes
    }

    /// Findings as a compiler prints them, and a last line that counts them.
    static func report(_ findings: [Diagnostic], in language: Language) -> String {
        let lines = findings.map { $0.text(in: language) }
        let blocking = findings.count(where: \.isBlocking)
        let count = Bilingual(
            vi: "\(findings.count) nhận xét, trong đó \(blocking) lỗi.",
            en: "\(findings.count) findings, \(blocking) of them errors.")
        return (lines + [count[language]]).joined(separator: "\n") + "\n"
    }
}
