// `roviec report`: figures recomputed from the records.

import ArgumentParser
import Ledger
import Office
import WorkTime

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Recomputes figures from the records.",
        subcommands: [ReportArticleCommand.self, ReportApologyCommand.self])
}

struct ReportArticleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "article",
        abstract: "The figures a newspaper printed in 2017, beside those the records give.",
        discussion: """
            Tính lại các con số báo đã đăng về sáu tháng đầu năm 2017 từ chính hồ sơ. Exit status \
            1 when a figure differs.
            """)

    @OptionGroup var place: DataOption

    @Flag(help: "Print the figures as JSON.")
    var json = false

    func run() async throws {
        let desk = try await OfficeOpening.desk(at: place, creates: false)
        let article = try await desk.read { try Reports.article($0, limit: .all) }
        await desk.store.close()
        if json {
            try Output.writeJSON(article)
        } else {
            Output.write(article.text)
        }
        if !article.agrees { throw CommandEnd.found }
    }
}
