// Sheets as a workbook of spreadsheets (ISO/IEC 29500), written by libxlsxwriter.

import CXlsx
import Foundation
import WorkTime

extension Site {
    /// Writes workbooks row by row, so that a long list takes no more memory than a short one. The
    /// same sheets give the same bytes.
    struct Workbook {
        /// The system refused a file, or the library what it was given: an incident.
        struct Failure: Error, Hashable {
            let code: UInt32
        }

        private let book: UnsafeMutablePointer<lxw_workbook>
        private let look: Look

        /// - Parameter moment: Stands in the file as the time when it was made.
        static func bytes(of sheets: [Reports.Sheet], at moment: Instant) throws -> [UInt8] {
            // A file without a name: nobody else finds it, and it is gone when it is closed.
            guard let file = tmpfile() else { throw Failure(code: UInt32(bitPattern: errno)) }
            defer { fclose(file) }
            var options = lxw_workbook_options()
            options.constant_memory = 1
            guard let book = workbook_new_opt("/proc/self/fd/\(fileno(file))", &options) else {
                throw Failure(code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)
            }
            let workbook = Workbook(book: book, look: Look(book))
            let refused = workbook.fill(sheets, at: moment)
            // Closing writes the file and frees the memory, so it comes in any case.
            let closed = workbook_close(book)
            if let failure = [refused, closed].first(where: { $0 != LXW_NO_ERROR }) {
                throw Failure(code: failure.rawValue)
            }
            return try read(file)
        }

        private static func read(_ file: UnsafeMutablePointer<FILE>) throws -> [UInt8] {
            guard fseek(file, 0, SEEK_END) == 0, case let size = ftell(file), size > 0 else {
                throw Failure(code: UInt32(bitPattern: errno))
            }
            rewind(file)
            var bytes = [UInt8](repeating: 0, count: size)
            let count = fread(&bytes, 1, size, file)
            guard count == size else { throw Failure(code: UInt32(bitPattern: errno)) }
            return bytes
        }

        private func fill(_ sheets: [Reports.Sheet], at moment: Instant) -> lxw_error {
            var properties = lxw_doc_properties()
            properties.created = time_t(moment.milliseconds / 1_000)
            var result = workbook_set_properties(book, &properties)
            for (index, sheet) in sheets.enumerated() where result == LXW_NO_ERROR {
                let name = Self.name(sheet.name, number: index + 1)
                guard let page = workbook_add_worksheet(book, name) else {
                    return LXW_ERROR_PARAMETER_VALIDATION
                }
                result = Page(page: page, look: look).write(sheet)
            }
            return result
        }

        /// The name of a tab takes 31 letters and none of `[ ] : * ? / \`; a number keeps two of
        /// them apart.
        static func name(_ words: String, number: Int) -> String {
            let allowed = words.filter { !"[]:*?/\\'".contains($0) && !$0.isNewline }
            let end = number == 1 ? "" : " \(number)"
            var name = ""
            // Counted as spreadsheets do, in units of UTF-16.
            for letter in allowed where (name + String(letter) + end).utf16.count <= 31 {
                name.append(letter)
            }
            return (name.isEmpty ? "Sheet" : name) + end
        }
    }
}

extension Site.Workbook {
    /// The formats of cells; they belong to the book and are freed with it.
    struct Look {
        typealias Format = UnsafeMutablePointer<lxw_format>
        let title: Format?
        let lead: Format?
        let head: Format?
        private let usual: [Format?]
        private let total: [Format?]

        /// In the order of `index`.
        private static let numbers = ["@", "#,##0", "0.00%", "dd/mm/yyyy", "dd/mm/yyyy hh:mm"]

        init(_ book: UnsafeMutablePointer<lxw_workbook>) {
            title = workbook_add_format(book)
            format_set_bold(title)
            format_set_font_size(title, 14)
            lead = workbook_add_format(book)
            format_set_italic(lead)
            head = workbook_add_format(book)
            format_set_bold(head)
            format_set_text_wrap(head)
            format_set_align(head, UInt8(LXW_ALIGN_CENTER.rawValue))
            format_set_align(head, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
            format_set_bg_color(head, 0xE7EEF5)
            format_set_border(head, UInt8(LXW_BORDER_THIN.rawValue))
            func formats(isBold: Bool) -> [Format?] {
                Self.numbers.map { number in
                    let format = workbook_add_format(book)
                    format_set_num_format(format, number)
                    format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
                    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
                    if number == "@" { format_set_text_wrap(format) }
                    if isBold { format_set_bold(format) }
                    return format
                }
            }
            usual = formats(isBold: false)
            total = formats(isBold: true)
        }

        func format(of value: Reports.Sheet.Value, isTotal: Bool) -> Format? {
            let index =
                switch value {
                case .empty, .text: 0
                case .number: 1
                case .share: 2
                case .day: 3
                case .moment: 4
                }
            return isTotal ? total[index] : usual[index]
        }
    }
}
