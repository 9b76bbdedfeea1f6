// `roviec report apologies`: how good the warning before the appointment was.

import ArgumentParser
import Ledger
import Office
import WorkTime

struct ReportApologyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apologies",
        abstract: "Of the late dossiers, how many were warned of before, from the records.",
        discussion: """
            Xem lại từng buổi sáng trong sổ: trong số hồ sơ trễ, bao nhiêu đã được cảnh báo trước; \
            trong số được cảnh báo, bao nhiêu trễ thật.
            """)

    @OptionGroup var place: DataOption

    @Option(help: "A year, half, quarter or month: 2017, 2017-H1, 2017-Q2, 2017-06.")
    var period = "2017-H1"

    @Flag(help: "Print the figures as JSON.")
    var json = false

    func validate() throws {
        if Reports.Period(period) == nil {
            throw ValidationError(
                vi: "Không hiểu kỳ “\(period)”; hãy ghi như 2017, 2017-H1, 2017-Q2 hoặc 2017-06.",
                en: "The period “\(period)” is not known; write 2017, 2017-H1, 2017-Q2, 2017-06.")
        }
    }

    func run() async throws {
        guard let span = Reports.Period(period)?.span else { return }
        let desk = try await OfficeOpening.desk(at: place, creates: false)
        let quality = try await desk.read { try Apologies.quality($0, office: nil, span) }
        await desk.store.close()
        if json {
            try Output.writeJSON(quality)
        } else {
            Output.write(quality.text)
        }
    }
}
