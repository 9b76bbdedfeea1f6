// `roviec process import`: an office's own table of steps becomes one YAML file a process.

import ArgumentParser
import Foundation
import ProcessFormats
import ProcessModel
import WorkTime

struct ProcessImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Turns a CSV table of steps into one YAML file a process.",
        discussion: """
            Nhập bảng bước CSV thành mỗi quy trình một tệp YAML mang tên mã quy trình. All files \
            are written, or none: a table with errors writes nothing.
            """)

    @Argument(help: "CSV table of steps, one row a step.")
    var steps: String

    @Option(help: "CSV table of published limits.")
    var limits: String?

    @Option(help: ArgumentHelp("Folder for the YAML files.", valueName: "folder"))
    var out: String

    @Flag(help: "Write over files that are there already with other content.")
    var replace = false

    @Option(help: "Language of the findings: vi or en.")
    var language = Language.vi

    func run() throws {
        let table = try ProcessFiles.read(steps)
        let published = try limits.map(ProcessFiles.read)
        let (versions, findings) = ProcessImport.run(
            stepsCSV: table.bytes, limitsCSV: published?.bytes, stepsFile: steps,
            limitsFile: limits ?? "")
        if !findings.isEmpty { Output.complain(ProcessFiles.report(findings, in: language)) }
        guard findings.isClear, !versions.isEmpty else {
            throw CommandFailure(
                vi: "Không ghi tệp nào: hãy sửa các lỗi trên rồi nhập lại.",
                en: "Nothing was written: mend the errors above and import again.")
        }
        let names = ProcessFileName.names(of: versions.map(\.code))
        let folder = StagedFolder(path: out)
        try folder.write(
            zip(names, versions).map { ($0, StepTableYAML.write($1)) }, replacing: replace)
        Output.write("\(versions.count) × YAML → \(out)\n")
    }
}

/// File names made of process codes.
enum ProcessFileName {
    /// One name a code, in order: letters, digits, `-`, `_` and `.` stay, anything else becomes
    /// `_`. Names that would fall together on a disk that does not tell case get a number.
    static func names(of codes: [ProcessCode]) -> [String] {
        var taken: Set<String> = []
        return codes.map { code in
            var stem = String(code.rawValue.map { isSafe($0) ? $0 : "_" }.prefix(64))
            if stem.isEmpty || stem.hasPrefix(".") { stem = "_" + stem }
            var name = stem
            var number = 1
            while !taken.insert(name.lowercased()).inserted {
                number += 1
                name = "\(stem)-\(number)"
            }
            return name + ".yaml"
        }
    }

    private static func isSafe(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "-_.".contains(character)
    }
}

/// A folder into which files are moved only when all of them are written.
struct StagedFolder {
    let path: String

    func write(_ files: [(name: String, bytes: [UInt8])], replacing: Bool) throws {
        let manager = FileManager.default
        try requireNoFolders(in: files.map(\.name))
        if !replacing { try requireRoom(for: files) }
        let stage = path + "/.import-\(ProcessInfo.processInfo.processIdentifier)"
        do {
            try manager.createDirectory(atPath: stage, withIntermediateDirectories: true)
            defer { try? manager.removeItem(atPath: stage) }
            for file in files {
                try Data(file.bytes).write(to: URL(filePath: "\(stage)/\(file.name)"))
            }
            for file in files {
                let target = URL(filePath: "\(path)/\(file.name)")
                let source = URL(filePath: "\(stage)/\(file.name)")
                if rename(source.path, target.path) != 0 { throw CocoaError(.fileWriteUnknown) }
            }
        } catch {
            throw CommandFailure(
                vi: "Không ghi được vào “\(path)”: hãy kiểm tra quyền ghi và chỗ trống.",
                en: "Cannot write into “\(path)”: check its permissions and free space.")
        }
    }

    /// A file cannot be moved over a folder: that is seen before the first one is moved.
    private func requireNoFolders(in names: [String]) throws {
        for name in names {
            var isFolder: ObjCBool = false
            let target = "\(path)/\(name)"
            if FileManager.default.fileExists(atPath: target, isDirectory: &isFolder),
                isFolder.boolValue
            {
                throw CommandFailure(
                    vi: "“\(target)” là thư mục nên không ghi tệp nào; hãy đổi tên hoặc dọn nó.",
                    en: "“\(target)” is a folder, so nothing was written; rename or remove it.")
            }
        }
    }

    private func requireRoom(for files: [(name: String, bytes: [UInt8])]) throws {
        for file in files {
            let present = FileManager.default.contents(atPath: "\(path)/\(file.name)")
            guard let present, Array(present) != file.bytes else { continue }
            throw CommandFailure(
                vi: "“\(path)/\(file.name)” đã có với nội dung khác. Thêm --replace để ghi đè.",
                en: "“\(path)/\(file.name)” is there with other content. Add --replace.")
        }
    }
}
