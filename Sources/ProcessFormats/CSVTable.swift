// Comma-separated values after RFC 4180: a small reader that says where a file goes wrong.

import WorkTime

/// Rows of a file with the lines they begin at.
struct CSVTable {
    struct Row {
        /// Counted from 1; a quoted field may run over several lines.
        var line: Int
        var fields: [String]
    }

    var rows: [Row] = []

    /// Reads all rows; empty lines are left out. Stops at the first thing it cannot understand.
    static func read(_ text: String, into report: inout FileReport) -> CSVTable? {
        var reader = CSVReader(text, separator: UInt8(ascii: ","))
        do throws(CSVError) {
            return CSVTable(rows: try reader.rows())
        } catch {
            report.add(.csvSyntax, line: error.line, error.message, mend: error.mend)
            return nil
        }
    }
}

/// What breaks the grammar of RFC 4180.
enum CSVError: Error, Hashable {
    case unclosedQuote(line: Int)
    case quoteInsideField(line: Int)
    case textAfterQuote(line: Int)

    var line: Int {
        switch self {
        case .unclosedQuote(let line), .quoteInsideField(let line), .textAfterQuote(let line):
            line
        }
    }

    var message: Bilingual {
        switch self {
        case .unclosedQuote:
            Bilingual(
                vi: "dấu \" mở ở đây không được đóng", en: "the \" opened here is never closed")
        case .quoteInsideField:
            Bilingual(
                vi: "dấu \" nằm giữa một ô không có ngoặc kép",
                en: "a \" stands inside a field without quotes")
        case .textAfterQuote:
            Bilingual(
                vi: "còn chữ sau dấu \" đóng của ô", en: "text follows the closing \" of a field")
        }
    }

    var mend: Bilingual {
        Bilingual(
            vi: "đặt cả ô trong dấu \" và viết đôi dấu \" ở bên trong",
            en: "put the whole field in \" marks and double those inside")
    }
}

/// Walks over the bytes once. Line ends may be LF, CRLF or CR.
struct CSVReader {
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private let separator: UInt8

    init(_ text: String, separator: UInt8) {
        bytes = Array(text.utf8)
        self.separator = separator
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    mutating func rows() throws(CSVError) -> [CSVTable.Row] {
        var rows: [CSVTable.Row] = []
        while index < bytes.count {
            let row = CSVTable.Row(line: line, fields: try fields())
            if row.fields != [""] { rows.append(row) }
        }
        return rows
    }

    private mutating func fields() throws(CSVError) -> [String] {
        var fields = [try field()]
        while index < bytes.count, bytes[index] == separator {
            index += 1
            fields.append(try field())
        }
        endLine()
        return fields
    }

    private mutating func field() throws(CSVError) -> String {
        if index < bytes.count, bytes[index] == Self.quote { return try quoted() }
        let start = index
        while index < bytes.count, bytes[index] != separator, !isLineEnd {
            if bytes[index] == Self.quote { throw .quoteInsideField(line: line) }
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func quoted() throws(CSVError) -> String {
        let opened = line
        var field: [UInt8] = []
        index += 1
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == Self.quote {
                guard index < bytes.count, bytes[index] == Self.quote else {
                    guard index == bytes.count || bytes[index] == separator || isLineEnd else {
                        throw .textAfterQuote(line: line)
                    }
                    return String(decoding: field, as: UTF8.self)
                }
                index += 1
            } else if byte == Self.lineFeed || byte == Self.carriageReturn && !isBeforeLineFeed {
                line += 1
            }
            field.append(byte)
        }
        throw .unclosedQuote(line: opened)
    }

    private var isBeforeLineFeed: Bool {
        index < bytes.count && bytes[index] == Self.lineFeed
    }

    private var isLineEnd: Bool {
        bytes[index] == Self.lineFeed || bytes[index] == Self.carriageReturn
    }

    private mutating func endLine() {
        guard index < bytes.count else { return }
        let isReturn = bytes[index] == Self.carriageReturn
        index += 1
        if isReturn, index < bytes.count, bytes[index] == Self.lineFeed { index += 1 }
        line += 1
    }
}

/// Writes rows with the line ends of RFC 4180, quotes only where they are needed.
enum CSVWriter {
    static func text(of rows: [[String]]) -> String {
        rows.map { row in
            // A row of one empty field would be an empty line, which readers leave out.
            row == [""] ? "\"\"\r\n" : row.map(field).joined(separator: ",") + "\r\n"
        }.joined()
    }

    private static func field(_ text: String) -> String {
        // By scalars: CR and LF together are one character.
        let needsQuotes = text.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
        guard needsQuotes else { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted += "\"\"" } else { quoted.unicodeScalars.append(scalar) }
        }
        return quoted + "\""
    }
}
