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

    func validate() throws {
        if batch, rule != nil || received != nil || limit != nil || explain {
            throw ValidationError(
                "--batch đọc mọi thứ từ đầu vào chuẩn (--batch takes everything from its input).")
        }
        if !batch { _ = try question() }
    }

    func run() throws {
        if batch { return try BatchInput.run(DeadlineBatch.batch()) }
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
            throw ValidationError("--rule: \(Self.rules).")
        }
        guard let moment = received.flatMap({ LocalMinute($0) }) else {
            throw ValidationError(
                "--received: YYYY-MM-DDTHH:MM, ví dụ (for example) 2017-07-03T09:00.")
        }
        guard let limit = rule == .sameDay ? 0 : limit else {
            throw ValidationError("--limit: thiếu số ngày hoặc số phút (a number is needed).")
        }
        return DeadlineQuestion(rule: rule, received: moment, limit: limit)
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
