// Adding lines to a form: who may, and what a line must have.

import Engine
import WorkTime

extension Papers {
    public enum Command: Hashable, Sendable {
        /// All lines of a form, in place of those before; none takes them away.
        case write(FormKey, [Line])
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum LineEvent: Hashable, Sendable, Codable {
        case written(list: LineList)
    }

    public enum LineRejection: Error, Hashable, Sendable {
        /// Those in charge of processes add lines, nobody else.
        case mayNotWrite
        case regimeUnknown(String)
        /// The regime has no form of that name.
        case formUnknown(String, Regime.Name)
        case tooMany
        /// Numbers of the line, from 1.
        case labelMissing(Int)
        case labelTooLong(Int)
        case wayUnknown(Int)
        case repeated(Int)
        /// The same lines stand there already.
        case unchanged
    }

    struct LineSurroundings {
        let person: PersonID
        let mayWrite: Bool
        let now: LocalMinute
    }

    /// Says what happens, or why it may not. Reads only its arguments.
    static func decide(
        _ command: Command, on book: LineBook, in around: LineSurroundings
    ) throws(LineRejection) -> [LineEvent] {
        if !around.mayWrite { throw .mayNotWrite }
        switch command {
        case .write(let key, let lines):
            if Regime.named(key.regime).form(key.form) == nil {
                throw .formUnknown(key.form.rawValue, key.regime)
            }
            try check(lines)
            if lines == book.lines(of: key) { throw .unchanged }
            return [
                .written(
                    list: LineList(key: key, lines: lines, at: around.now, by: around.person))
            ]
        }
    }

    private static func check(_ lines: [Line]) throws(LineRejection) {
        if lines.count > linesMaximum { throw .tooMany }
        for (index, line) in lines.enumerated() {
            let (label, number) = (line.label, index + 1)
            if [label.vi, label.en].contains(where: { $0.allSatisfy(\.isWhitespace) }) {
                throw .labelMissing(number)
            }
            if max(label.vi.count, label.en.count) > labelMaximum { throw .labelTooLong(number) }
            if lines[..<index].contains(where: { $0.label.vi == label.vi }) {
                throw .repeated(number)
            }
        }
    }
}

extension People.Organisation {
    /// Who is in charge of processes anywhere in the house is in charge of its papers.
    func mayWritePapers(_ person: PersonID, on day: DayNumber) -> Bool {
        positions(of: person, on: day).contains { $0.roles.contains(.processes) }
    }
}
