// Reads a list that was downloaded, with the reader of the house.

import ProcessFormats

enum CSVReading {
    static func rows(_ text: String) throws -> [[String]] {
        try CSVRows.lines(of: text, separator: UInt8(ascii: ",")).map(\.fields)
    }
}
