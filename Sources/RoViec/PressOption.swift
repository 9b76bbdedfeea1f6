// With which program a server makes PDF.

import ArgumentParser
import Foundation
import Office
import WorkTime

struct PressOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Program that makes PDF; the one in PATH unless named. Without it papers are printed "
                + "from the browser.",
            valueName: "path"))
    var weasyprint: String?

    func validate() throws {
        if let weasyprint, !FileManager.default.isExecutableFile(atPath: weasyprint) {
            throw ValidationError(
                vi: "--weasyprint: không chạy được “\(weasyprint)”.",
                en: "--weasyprint: “\(weasyprint)” cannot be run.")
        }
    }

    /// The search path is the process's own.
    var press: WeasyPress? {
        weasyprint.map { WeasyPress(program: $0) }
            ?? WeasyPress.found(in: ProcessInfo.processInfo.environment["PATH"] ?? "")
    }

    /// What a server says about it when it starts.
    static func line(of press: WeasyPress?, in texts: Site.Texts) -> String {
        guard let press else { return texts.both("paper.serve.off") }
        return texts.both("paper.serve.on", press.program)
    }
}
