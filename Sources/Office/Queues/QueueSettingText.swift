// Settings as they are typed: one field a line, one group of people a line, parts between strokes.

import Engine
import WorkTime

extension Queues.Terms {
    /// Shape only, no rules: a number that is none is out of its range, windows that are none are
    /// no windows.
    init(typed form: Site.Form) {
        func number(_ number: Queues.Number) -> Int {
            Int(form[number.rawValue]) ?? number.range.lowerBound - 1
        }
        self.init(
            ordinaryBetween: number(.ordinaryBetween), callsMaximum: number(.callsMaximum),
            setBacksMaximum: number(.setBacksMaximum), minutesBefore: number(.minutesBefore),
            fields: form.lines("fields").map { line in
                let parts = Self.parts(line)
                return Queues.Field(
                    name: parts[0],
                    windows: parts.count == 2 ? Queues.Field.windows(typed: parts[1]) : [])
            },
            priorities: form.lines("priorities").map { line in
                let parts = Self.parts(line)
                return Queues.Priority(
                    vi: parts[0], en: parts.count > 1 ? parts[1] : "",
                    source: parts.dropFirst(2).joined(separator: " | "))
            })
    }

    private static func parts(_ line: String) -> [String] {
        line.split(separator: "|", omittingEmptySubsequences: false).map(Self.trimmed)
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        let left = start.reversed().drop(while: \.isWhitespace)
        return String(left.reversed())
    }

    /// As the form shows them again.
    var fieldLines: String {
        fields.map { field in
            "\(field.name) | \(field.windowText)"
        }.joined(separator: "\n")
    }

    var priorityLines: String {
        priorities.map { priority in
            [priority.vi, priority.en, priority.source].filter { !$0.isEmpty }
                .joined(separator: " | ")
        }.joined(separator: "\n")
    }
}

extension Queues.Field {
    var windowText: String { windows.map { String($0) }.joined(separator: ", ") }

    /// `1, 2` or `1-3`; empty for what is neither.
    static func windows(typed text: String) -> [Int] {
        var windows: [Int] = []
        for part in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
            let ends = part.split(
                separator: "-", omittingEmptySubsequences: false
            ).map { Int($0.filter { !$0.isWhitespace }) }
            guard let first = ends[0], let last = ends[ends.count - 1], ends.count <= 2,
                first <= last, last - first <= Queues.windowMaximum
            else { return [] }
            windows += first...last
        }
        return windows
    }
}
