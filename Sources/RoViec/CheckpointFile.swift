// Checkpoints kept outside the office: a file with one line of JSON each.

import Foundation
import Ledger
import ProcessFormats
import WorkTime

enum CheckpointFile {
    /// All checkpoints of the file; a file that holds none would prove nothing and is refused.
    static func read(_ path: String) throws -> [Checkpoint] {
        let file = try ProcessFiles.read(path)
        if file.bytes.count > ProcessFile.sizeLimit {
            throw CommandFailure(
                vi: "“\(path)” lớn hơn \(ProcessFile.sizeLimit) byte; hãy tách thành nhiều tệp.",
                en: "“\(path)” has more than \(ProcessFile.sizeLimit) bytes; split it.")
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let content = file.bytes.starts(with: mark) ? file.bytes.dropFirst(3) : file.bytes[...]
        let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var checkpoints: [Checkpoint] = []
        for (index, bytes) in lines.enumerated() {
            let line = String(decoding: bytes, as: UTF8.self)
            if line.allSatisfy(\.isWhitespace) { continue }
            do throws(CheckpointLineError) {
                checkpoints.append(try Checkpoint(line: line))
            } catch {
                throw CommandFailure(
                    vi: "\(path):\(index + 1): \(error.sentence.vi)",
                    en: "\(path):\(index + 1): \(error.sentence.en)")
            }
        }
        if checkpoints.isEmpty {
            throw CommandFailure(
                vi: "“\(path)” không có điểm kiểm tra nào; hãy nêu tệp đã giữ.",
                en: "“\(path)” holds no checkpoint; name the file that was kept.")
        }
        return checkpoints
    }
}
