// One row of a step table in CSV: the columns `sop_id … source_id` and what they mean.

import ProcessModel
import WorkTime

/// One row as read, its values understood.
struct StepRow {
    var process: String
    var processTitle: String
    var number: Int
    var title: String
    var responsible: String
    var tasks: [String]
    var time: StepTime?
    var clock: ClockEffect
    var conditional: Bool
    var marksDone: Bool
    var source: String
    var line: Int

    static let columns = [
        "sop_id", "procedure_vi", "step_no", "step_vi", "responsible_vi", "tasks_vi",
        "time_value", "time_unit", "clock_effect", "marks_business_done", "source_id",
    ]
    /// Columns without which a row has no place.
    static let required = Array(columns.dropLast(2))

    /// Stands between the tasks of a step.
    static let taskMark = " > "

    /// Words of the column `clock_effect`.
    static let clockWords: [(word: String, clock: ClockEffect)] = [
        ("run", .run), ("pause after", .pause), ("resume", .resume),
        ("pause+resume", .pauseAndResume), ("restart", .restart), ("parallel", .parallel),
        ("applicant", .applicant), ("end", .end),
    ]
    static let conditionalWord = "conditional"
}

extension StepRow {
    /// `nil` when the row cannot be placed; values not understood are reported and left empty.
    init?(_ row: CSVTable.Row, of columns: CSVColumns, into report: inout FileReport) {
        func field(_ name: String) -> String { columns.field(name, of: row) }
        process = field("sop_id")
        guard let number = Int(field("step_no")), number >= 0, !process.isEmpty else {
            report.add(
                .csvValue, line: row.line,
                Bilingual(
                    vi: "thiếu sop_id, hoặc step_no “\(field("step_no"))” không phải là số",
                    en: "sop_id is missing, or step_no “\(field("step_no"))” is no number"),
                mend: Bilingual(
                    vi: "ghi mã quy trình và số thứ tự bước 1, 2, 3, …",
                    en: "write the code of the process and the step number 1, 2, 3, …"))
            return nil
        }
        self.number = number
        processTitle = field("procedure_vi")
        title = field("step_vi")
        responsible = field("responsible_vi")
        tasks = field("tasks_vi").isEmpty ? [] : field("tasks_vi").pieces(between: Self.taskMark)
        source = field("source_id")
        line = row.line
        time = nil
        clock = .run
        conditional = field("clock_effect") == Self.conditionalWord
        marksDone = field("marks_business_done") == "yes"
        readTime(field("time_value"), field("time_unit"), into: &report)
        readClock(field("clock_effect"), into: &report)
        if !["yes", "no", ""].contains(field("marks_business_done")) {
            report.add(
                .csvValue, line: line,
                Bilingual(
                    vi: "marks_business_done là “\(field("marks_business_done"))”",
                    en: "marks_business_done is “\(field("marks_business_done"))”"),
                mend: Bilingual(vi: "ghi yes hoặc no", en: "write yes or no"))
        }
    }

    private mutating func readTime(
        _ value: String, _ unit: String, into report: inout FileReport
    ) {
        if value.isEmpty, unit.isEmpty { return }
        if unit == TermColumns.sameDay, value.isEmpty {
            time = .term(.sameDay)
        } else if let number = ExactDecimal(value), number.digits < 0 {
            time = .withinTotal
        } else if let number = ExactDecimal(value),
            let term = TermColumns.term(number, unit: unit)
        {
            time = .term(term)
        } else {
            report.add(
                .csvValue, line: line,
                Bilingual(
                    vi: "không hiểu thời gian “\(value) \(unit)”",
                    en: "the time “\(value) \(unit)” is not understood"),
                mend: TermColumns.mend)
        }
    }

    private mutating func readClock(_ word: String, into report: inout FileReport) {
        if word.isEmpty || word == Self.conditionalWord { return }
        if let known = Self.clockWords.first(where: { $0.word == word }) {
            clock = known.clock
            return
        }
        let words = Self.clockWords.map(\.word) + [Self.conditionalWord]
        report.add(
            .csvValue, line: line,
            Bilingual(
                vi: "không hiểu clock_effect “\(word)”",
                en: "clock_effect “\(word)” is not known"),
            mend: Bilingual(
                vi: "dùng một trong: \(words.joined(separator: ", "))",
                en: "use one of: \(words.joined(separator: ", "))"))
    }

    /// The fields in the order of the columns.
    var fields: [String] {
        let time: (value: String, unit: String) =
            switch self.time {
            case nil: ("", "")
            case .withinTotal: ("-1", TermColumns.workingDay)
            case .term(let term): TermColumns.fields(of: term)
            }
        let word = Self.clockWords.first { $0.clock == clock }?.word ?? ""
        return [
            process, processTitle, String(number), title, responsible,
            tasks.joined(separator: Self.taskMark), time.value, time.unit,
            conditional ? Self.conditionalWord : word, marksDone ? "yes" : "no", source,
        ]
    }
}

extension String {
    /// Parts between the occurrences of a mark, without spaces around them.
    func pieces(between mark: String) -> [String] {
        var pieces: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: mark) {
            pieces.append(String(rest[..<range.lowerBound]).trimmed)
            rest = rest[range.upperBound...]
        }
        return pieces + [String(rest).trimmed]
    }
}
