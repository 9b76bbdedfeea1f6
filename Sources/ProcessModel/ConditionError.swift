// What is wrong with the text of a condition, and where in it.

import WorkTime

/// Why a condition could not be read. Columns count characters from 1.
public enum ConditionError: Error, Hashable, Sendable {
    case empty
    case unexpected(String, column: Int)
    case endTooEarly(column: Int)
    case unclosedText(column: Int)
    case badNumber(String, column: Int)
    case badEscape(String, column: Int)
    /// More brackets or `not` inside one another than `ConditionText.depthLimit`.
    case tooDeep(column: Int)
    /// Longer than `ConditionText.lengthLimit` characters.
    case tooLong(Int)

    /// Column the sentence speaks of.
    public var column: Int {
        switch self {
        case .empty, .tooLong: 1
        case .unexpected(_, let column), .endTooEarly(let column), .unclosedText(let column),
            .badNumber(_, let column), .badEscape(_, let column), .tooDeep(let column):
            column
        }
    }

    /// One sentence that names the place and how to mend.
    public var sentence: Bilingual {
        switch self {
        case .empty:
            Bilingual(
                vi: "Điều kiện để trống; hãy viết ví dụ: so_tien > 1000000",
                en: "The condition is empty; write for example: so_tien > 1000000")
        case .unexpected(let text, let column):
            Bilingual(
                vi: "Cột \(column): không hiểu “\(text)” ở đây; văn bản phải đặt trong dấu \"",
                en: "Column \(column): “\(text)” is not expected here; put text in \" marks")
        case .endTooEarly(let column):
            Bilingual(
                vi: "Cột \(column): điều kiện còn dở; hãy viết nốt vế còn thiếu",
                en: "Column \(column): the condition stops too early; write the missing part")
        case .unclosedText(let column):
            Bilingual(
                vi: "Cột \(column): thiếu dấu \" đóng; hãy thêm dấu \" ở cuối văn bản",
                en: "Column \(column): the closing \" is missing; add it after the text")
        case .badNumber(let text, let column):
            Bilingual(
                vi: "Cột \(column): “\(text)” không phải là số; viết như 1000000 hoặc 0.5",
                en: "Column \(column): “\(text)” is no number; write 1000000 or 0.5")
        case .badEscape(let text, let column):
            Bilingual(
                vi: "Cột \(column): “\(text)” không có nghĩa; chỉ dùng \\\" \\\\ \\n \\t \\r",
                en: "Column \(column): “\(text)” has no meaning; use only \\\" \\\\ \\n \\t \\r")
        case .tooDeep(let column):
            Bilingual(
                vi: "Cột \(column): lồng quá \(ConditionText.depthLimit) tầng; hãy tách ra",
                en: "Column \(column): more than \(ConditionText.depthLimit) levels; split it up")
        case .tooLong(let length):
            Bilingual(
                vi:
                    "Điều kiện dài \(length) ký tự, tối đa \(ConditionText.lengthLimit); tách ra",
                en: "The condition has \(length) characters, the most is "
                    + "\(ConditionText.lengthLimit); split it up")
        }
    }
}
