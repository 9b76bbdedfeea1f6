// `roviec deadline`: the date on the receipt, for one dossier or for a batch.

import ArgumentParser
import Office
import WorkTime

struct DeadlineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadline",
        abstract: "Tells when something is due by the Vietnamese working calendar.",
        discussion: """
            Tính ngày hẹn trả theo lịch làm việc Việt Nam, giờ 08:00-12:00 và 13:30-17:30.

            One date:  roviec deadline --rule working_day --received 2017-07-03T09:00 --limit 3
            Batch:     roviec deadline --batch < questions.jsonl
            Each line: {"rule": "working_day", "received": "2017-07-03T09:00", "limit": 3}
            The answer is the same object with "due" added, or {"error": "…"}; a batch with an
            error goes on and ends with exit status 1.
            """)

    @Flag(help: "Read JSON lines from standard input and answer each of them.")
    var batch = false

    @Option(help: "How the limit is counted: \(Self.rules). \(Self.sameDayNote)")
    var rule: String?

    @Option(help: "Moment of receipt, YYYY-MM-DDTHH:MM.")
    var received: String?

    @Option(help: "Number of days, or of minutes.")
    var limit: Int?

    @Flag(help: "Print every line of the sum in both languages.")
    var explain = false

    private static let rules = DeadlineRule.allCases.map(\.rawValue).joined(separator: ", ")
    private static let sameDayNote = "The rule same_day_15h has no limit."

    func run() throws {
        if batch {
            guard rule == nil, received == nil, limit == nil, !explain else {
                throw misuse(
                    vi: "--batch đọc mọi thứ từ đầu vào chuẩn; hãy bỏ các tùy chọn khác.",
                    en: "--batch takes everything from its input; leave the other options out.")
            }
            return try BatchInput.run(DeadlineBatch.batch())
        }
        let question = try question()
        do throws(DeadlineError) {
            Output.write(try question.due(calendar: .vietnam) + "\n")
            if explain { try printSum(of: question) }
        } catch {
            throw CommandFailure(error.sentence)
        }
    }

    private func question() throws -> DeadlineQuestion {
        guard let rule = rule.flatMap(DeadlineRule.init(rawValue:)) else {
            throw misuse(
                vi: "--rule phải là một trong: \(Self.rules).",
                en: "--rule must be one of: \(Self.rules).")
        }
        guard let moment = received.flatMap({ LocalMinute($0) }) else {
            throw misuse(
                vi: "--received phải là một ngày giờ có thật, ví dụ 2017-07-03T09:00.",
                en: "--received must be a day and time that exist, such as 2017-07-03T09:00.")
        }
        guard let limit = rule == .sameDay ? 0 : limit else {
            throw misuse(
                vi: "Thiếu --limit: số ngày hoặc số phút, ví dụ --limit 3.",
                en: "--limit is missing: a number of days or minutes, such as --limit 3.")
        }
        return DeadlineQuestion(rule: rule, received: moment, limit: limit)
    }

    private func misuse(vi: String, en: String) -> CommandMisuse {
        CommandMisuse(vi: vi, en: en, of: Self.self)
    }

    private func printSum(of question: DeadlineQuestion) throws(DeadlineError) {
        for line in try question.explanation(calendar: .vietnam).lines {
            Output.write(
                """
                - \(line.sentence.vi) [\(line.article.vi)]
                  \(line.sentence.en) [\(line.article.en)]

                """)
        }
    }
}
