// `roviec process diff`: what changed between two issues of a process.

import ArgumentParser
import ProcessFormats
import ProcessModel
import WorkTime

struct ProcessDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tells what changed from one step table to another.",
        discussion: """
            So sánh hai bản quy trình. Exit status 0 when they mean the same, 1 when they differ, \
            2 when one of them cannot be read.
            """)

    @Argument(help: "The issue before, YAML.")
    var old: String

    @Argument(help: "The issue after, YAML.")
    var new: String

    @Option(help: "Language of the answer: vi or en.")
    var language = Language.vi

    func run() throws {
        let difference = VersionDifference(from: try version(old), to: try version(new))
        Output.write(DifferenceText(difference: difference, language: language).text)
        if !difference.isEmpty { throw CommandEnd.found }
    }

    private func version(_ path: String) throws -> ProcessVersion {
        let file: ProcessFile
        do {
            file = try ProcessFiles.read(path)
        } catch let failure as CommandFailure {
            Output.complain(failure.sentence)
            throw CommandEnd.misused
        }
        let (version, findings) = StepTableYAML.read(file.bytes, file: path)
        if let version, findings.isClear { return version }
        Output.complain(ProcessFiles.report(findings, in: language))
        throw CommandEnd.misused
    }
}
