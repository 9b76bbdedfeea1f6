// Batches: one JSON object a line in, one answer a line out. A line that is not understood gets an
// answer that says why, and the batch goes on.

import WorkTime

/// Why a line got no answer.
public struct LineFlaw: Error, Hashable, Sendable {
    public var sentence: Bilingual

    public init(_ sentence: Bilingual) { self.sentence = sentence }
    public init(vi: String, en: String) { sentence = Bilingual(vi: vi, en: en) }
}

/// Takes bytes as they come, in pieces of any size, and gives back whole lines of answers.
public struct LineBatch {
    /// The answer to one line without its line end.
    public typealias Answering = (ArraySlice<UInt8>) throws(LineFlaw) -> String

    /// Longer lines are refused without being read: 1 MiB.
    public static let lineMaximum = 1 << 20

    /// Lines that were not understood.
    public private(set) var flawCount = 0
    /// Lines read so far.
    public private(set) var lineCount = 0

    private let answering: Answering
    private var rest: [UInt8] = []
    private var answers: [UInt8] = []

    public init(_ answering: @escaping Answering) { self.answering = answering }

    /// Answers to all lines that end in these bytes.
    public mutating func take(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        // What is left of earlier pieces holds no line end: it is not looked through again.
        var searched = rest.count
        rest += bytes
        var start = rest.startIndex
        while let end = rest[searched...].firstIndex(of: Self.newline) {
            answer(rest[start..<end])
            start = end + 1
            searched = start
        }
        rest.removeFirst(start)
        // Of a line that is too long no more is kept than shows it, with or without its return.
        let most = Self.lineMaximum + 2
        if rest.count > most { rest.removeLast(rest.count - most) }
        defer { answers.removeAll(keepingCapacity: true) }
        return answers
    }

    /// The answer to a last line that has no line end.
    public mutating func finish() -> [UInt8] {
        if !rest.isEmpty { answer(rest[...]) }
        rest = []
        defer { answers = [] }
        return answers
    }

    private mutating func answer(_ line: ArraySlice<UInt8>) {
        lineCount += 1
        let line = line.last == Self.carriageReturn ? line.dropLast() : line
        do throws(LineFlaw) {
            if line.count > Self.lineMaximum { throw Self.tooLong }
            answers += try answering(line).utf8
        } catch {
            flawCount += 1
            let number = lineCount
            let text =
                "Dòng \(number): \(error.sentence.vi) / Line \(number): \(error.sentence.en)"
            answers += "{\"error\": \(JSONLine.quoted(text))}".utf8
        }
        answers.append(Self.newline)
    }

    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let tooLong = LineFlaw(
        vi: "dòng dài quá \(lineMaximum) byte.",
        en: "the line is longer than \(lineMaximum) bytes.")
}

/// Writing JSON by hand, where the order of keys is part of the promise.
public enum JSONLine {
    /// The text as a JSON string (RFC 8259, section 7).
    public static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// `null` for nothing.
    public static func optional(_ text: String?) -> String { text.map(quoted) ?? "null" }
}
