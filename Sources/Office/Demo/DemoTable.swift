// Reads the tables of the folder DemoData: CSV with a header row, quotes doubled inside quotes.

import Foundation

extension Demo {
    /// A table of DemoData is missing or does not have the shape that the code expects.
    public enum DataError: Error, Hashable, Sendable, CustomStringConvertible {
        case missingTable(String)
        case missingColumn(String, table: String)
        case badValue(String, column: String, table: String)

        public var description: String {
            switch self {
            case .missingTable(let table): "DemoData/\(table).csv is missing"
            case .missingColumn(let column, let table):
                "DemoData/\(table).csv has no column \(column)"
            case .badValue(let value, let column, let table):
                "DemoData/\(table).csv, column \(column): cannot read \"\(value)\""
            }
        }
    }

    /// One table: every row answers for every column of the header.
    struct Table: Sendable {
        let name: String
        let rows: [Row]

        /// Reads the bundled table; refuses one that lacks a column.
        static func load(_ name: String, columns: [String]) throws(DataError) -> Table {
            let folder = Bundle.module.resourceURL?.appendingPathComponent("DemoData")
            let file = folder?.appendingPathComponent(name + ".csv")
            guard let file, let data = try? Data(contentsOf: file) else {
                throw .missingTable(name)
            }
            return try Table(name: name, text: String(decoding: data, as: UTF8.self), columns)
        }

        init(name: String, text: String, _ columns: [String]) throws(DataError) {
            var lines = Table.parse(text)
            guard !lines.isEmpty else { throw .missingTable(name) }
            let header = lines.removeFirst()
            for column in columns where !header.contains(column) {
                throw .missingColumn(column, table: name)
            }
            self.name = name
            rows = lines.map { cells in
                var values: [String: String] = [:]
                for (column, cell) in zip(header, cells) { values[column] = cell }
                return Row(table: name, values: values)
            }
        }

        /// Records of cells. A record without any text is left out.
        static func parse(_ text: String) -> [[String]] {
            var records: [[String]] = []
            var record: [String] = []
            var cell = ""
            var quoted = false
            // A quote right after a closing one is a doubled quote: one stays, quotes go on.
            var closed = false
            for character in text.unicodeScalars {
                switch character {
                case "\"":
                    if closed { cell.unicodeScalars.append(character) }
                    closed = quoted
                    quoted.toggle()
                    continue
                case "," where !quoted:
                    record.append(cell)
                    cell = ""
                case "\n" where !quoted:
                    record.append(cell)
                    cell = ""
                    if record.contains(where: { !$0.isEmpty }) { records.append(record) }
                    record = []
                case "\r" where !quoted: break
                default: cell.unicodeScalars.append(character)
                }
                closed = false
            }
            record.append(cell)
            if record.contains(where: { !$0.isEmpty }) { records.append(record) }
            return records
        }
    }

    /// One row. A column that the table was not asked for reads as empty text.
    struct Row: Sendable {
        let table: String
        let values: [String: String]

        subscript(column: String) -> String { values[column] ?? "" }

        /// The parts of a cell that lists several things with semicolons.
        func list(_ column: String) -> [String] {
            self[column].split(separator: ";").map { part in
                String(part.drop { $0 == " " })
            }
        }

        func number(_ column: String) throws(DataError) -> Int {
            guard let number = Int(self[column]) else {
                throw .badValue(self[column], column: column, table: table)
            }
            return number
        }
    }
}
