// The sentences of refused lines.

import WorkTime

extension Papers.LineRejection: Refusal {
    public var code: String { "papers.lines.\(String(describing: self).prefix { $0 != "(" })" }

    public var isNotFound: Bool {
        switch self {
        case .regimeUnknown, .formUnknown: true
        default: false
        }
    }

    public var field: String? {
        switch self {
        case .labelMissing(let number), .labelTooLong(let number), .repeated(let number):
            "vi\(number)"
        case .wayUnknown(let number): "way\(number)"
        case .tooMany: "vi1"
        case .mayNotWrite, .regimeUnknown, .formUnknown, .unchanged: nil
        }
    }

    public var sentence: Bilingual {
        switch self {
        case .mayNotWrite:
            Bilingual(
                vi: "Chỉ người phụ trách quy trình thêm dòng vào biểu mẫu. Hãy đề nghị người đó.",
                en: "Those in charge of processes add lines to forms. Ask one of them.")
        case .regimeUnknown(let name):
            Bilingual(
                vi: "Không có chế độ biểu mẫu “\(name)”. Hãy chọn ở trang các bộ biểu mẫu.",
                en: "There are no forms called “\(name)”. Choose on the page of official forms.")
        case .formUnknown(let name, let regime):
            Bilingual(
                vi: "\(Papers.Regime.named(regime).document) không có mẫu “\(name)”. Hãy chọn mẫu "
                    + "khác ở trang các bộ biểu mẫu.",
                en: "\(Papers.Regime.named(regime).document) has no form “\(name)”. Choose "
                    + "another on the page of official forms.")
        case .tooMany:
            Bilingual(
                vi: "Mỗi mẫu thêm nhiều nhất \(Papers.linesMaximum) dòng. Hãy gộp lại.",
                en: "A form takes \(Papers.linesMaximum) more lines. Put some together.")
        default: lineSentence
        }
    }

    private var lineSentence: Bilingual {
        switch self {
        case .labelMissing(let number):
            Bilingual(
                vi: "Dòng \(number): hãy ghi cả tiếng Việt và tiếng Anh, hoặc xóa cả hai.",
                en: "Line \(number): write it in both languages, or empty both.")
        case .labelTooLong(let number):
            Bilingual(
                vi: "Dòng \(number) dài quá \(Papers.labelMaximum) ký tự. Hãy rút ngắn.",
                en: "Line \(number) is longer than \(Papers.labelMaximum) characters. Shorten it.")
        case .wayUnknown(let number):
            Bilingual(
                vi: "Dòng \(number): hãy chọn in nguyên văn hoặc để chỗ ghi tay.",
                en: "Line \(number): choose text alone, or room to fill in by hand.")
        case .repeated(let number):
            Bilingual(
                vi: "Dòng \(number) trùng với dòng trên. Hãy xóa hoặc ghi khác đi.",
                en: "Line \(number) stands above already. Empty it, or word it differently.")
        default:
            Bilingual(
                vi: "Các dòng không có gì thay đổi. Hãy sửa rồi lưu.",
                en: "Nothing has changed. Change a line, then save.")
        }
    }
}
