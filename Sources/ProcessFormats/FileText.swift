// Bytes of a file as text: UTF-8 with or without a mark, nothing else, up to a size.

import WorkTime

/// Decodes the bytes of a file, or says what they are instead.
enum FileText {
    /// Largest file in bytes: 2 MiB.
    static let sizeLimit = 2 * 1024 * 1024

    static func decode(_ bytes: [UInt8], into report: inout FileReport) -> String? {
        if bytes.count > sizeLimit {
            report.add(
                .fileSize, line: 1,
                Bilingual(
                    vi: "tệp lớn hơn \(sizeLimit) byte",
                    en: "the file has more than \(sizeLimit) bytes"),
                mend: Bilingual(
                    vi: "tách tệp: mỗi quy trình một tệp", en: "split it: one file a process"))
            return nil
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return refuse("UTF-16", line: 1, into: &report)
        }
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        if let zero = content.firstIndex(of: 0) {
            // Latin letters in UTF-16 have a zero beside each of them.
            let guess = content.prefix(4).contains(0) ? "UTF-16" : "PDF, DOCX, XLSX"
            return refuse(guess, line: line(at: zero, of: bytes), into: &report)
        }
        guard let text = String(validating: content, as: UTF8.self) else {
            let place = firstInvalid(in: content)
            return refuse(
                "Windows-1258, TCVN3, VNI", line: line(at: place, of: bytes), into: &report)
        }
        return text
    }

    private static func refuse(
        _ guess: String, line: Int, into report: inout FileReport
    ) -> String? {
        report.add(
            .fileEncoding, line: line,
            Bilingual(
                vi: "tệp không phải UTF-8 (có thể là \(guess))",
                en: "the file is not UTF-8 (perhaps \(guess))"),
            mend: Bilingual(
                vi: "mở tệp và lưu lại với bảng mã UTF-8",
                en: "open the file and save it again as UTF-8"))
        return nil
    }

    private static func line(at index: Int, of bytes: [UInt8]) -> Int {
        1 + bytes[..<index].count { $0 == UInt8(ascii: "\n") }
    }

    /// Index of the first byte that belongs to no character.
    private static func firstInvalid(in bytes: ArraySlice<UInt8>) -> Int {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var read = bytes.startIndex
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            read += UTF8.width(scalar)
        }
        return min(read, max(bytes.startIndex, bytes.endIndex - 1))
    }
}
