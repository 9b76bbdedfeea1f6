// `roviec process diagram`: the swim lanes of a step table as an SVG file.

import ArgumentParser
import Foundation
import Office
import ProcessFormats
import ProcessModel
import WorkTime

struct ProcessDiagramCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diagram",
        abstract: "Draws a step table as swim lanes (SVG).",
        discussion: "Vẽ lưu đồ theo làn đơn vị từ bảng bước.")

    @Argument(help: "Step table, YAML.")
    var file: String

    @Option(
        name: [.short, .customLong("output")], help: "File to write; standard output by default.")
    var output: String?

    @Option(help: "Language of the drawing: vi or en.")
    var language = Language.vi

    func run() throws {
        let source = try ProcessFiles.read(file)
        let (version, findings) = StepTableYAML.read(source.bytes, file: file)
        guard let version, findings.isClear else {
            Output.complain(ProcessFiles.report(findings, in: language))
            throw CommandEnd.found
        }
        let drawing = ProcessDiagram.svg(of: version, language: language)
        guard let output else { return Output.write(drawing) }
        do {
            try Data(drawing).write(to: URL(filePath: output), options: .atomic)
        } catch {
            throw CommandFailure(
                vi: "Không ghi được tệp “\(output)”; hãy kiểm tra thư mục và quyền ghi.",
                en: "The file “\(output)” cannot be written; check its folder and permissions.")
        }
    }
}
