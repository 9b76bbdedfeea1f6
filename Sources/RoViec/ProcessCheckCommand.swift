// `roviec process check`: holds step tables to the clarity gate.

import ArgumentParser
import Foundation
import ProcessFormats
import ProcessModel
import WorkTime

struct ProcessCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tells what is not clear about step tables: person, work, time, product.",
        discussion: """
            Kiểm tra bảng bước (YAML, hoặc CSV nhiều quy trình) theo các nguyên tắc rõ người, rõ \
            việc, rõ thời gian, rõ sản phẩm. Each finding names file, line and how to mend it. \
            Exit status 1 when there is an error that is not waived.
            """)

    @Argument(help: "Step tables: one process a YAML file, many in a CSV file.")
    var files: [String]

    @Option(help: "CSV table of published limits, for step tables in CSV.")
    var limits: String?

    @Option(help: "Day of the check, YYYY-MM-DD; waivers end on their day. Today by default.")
    var today: String?

    @Flag(help: "Print the findings as a JSON array.")
    var json = false

    @Option(help: "Language of the findings: vi or en.")
    var language = Language.vi

    func validate() throws {
        if let today, DayNumber(today) == nil {
            throw ValidationError(
                vi: "--today phải là một ngày có thật, ví dụ 2017-08-01.",
                en: "--today must be a day that exists, such as 2017-08-01.")
        }
    }

    func run() throws {
        let day =
            today.flatMap { DayNumber($0) } ?? OfficeOpening.machineNow().local(in: .indochina).day
        let (versions, findings) = ProcessCheck.run(
            try files.map(ProcessFiles.read), limits: try limits.map(ProcessFiles.read),
            today: day)
        if json {
            Output.write(try DiagnosticJSON.encode(findings) + [UInt8(ascii: "\n")])
        } else {
            let count = Bilingual(
                vi: "\(versions.count) quy trình. ", en: "\(versions.count) processes. ")
            Output.write(ProcessFiles.report(findings, in: language))
            Output.complain(count[language])
        }
        if !findings.isClear { throw CommandEnd.found }
    }
}
