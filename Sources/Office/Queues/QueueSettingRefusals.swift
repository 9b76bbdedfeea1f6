// Why settings are not taken: which one, and how to mend it.

import WorkTime

extension Queues.Rejection {
    var ofSetting: Bilingual {
        switch self {
        case .numberOutOfRange(let number):
            Bilingual(
                vi: "\(number.name.vi): từ \(number.range.lowerBound) đến "
                    + "\(number.range.upperBound).",
                en: "\(number.name.en): from \(number.range.lowerBound) to "
                    + "\(number.range.upperBound).")
        case .tooManyFields:
            Bilingual(
                vi: "Lĩnh vực: tối đa \(Queues.fieldsMaximum).",
                en: "Fields: \(Queues.fieldsMaximum) at most.")
        case .fieldNameInvalid:
            Bilingual(
                vi: "Lĩnh vực: mỗi dòng cần một tên, không quá \(Queues.labelMaximum) chữ.",
                en: "Fields: each line needs a name of \(Queues.labelMaximum) letters at most.")
        case .fieldTwice(let name):
            Bilingual(
                vi: "Lĩnh vực “\(name)” có hai dòng. Hãy ghép các cửa vào một dòng.",
                en: "The field “\(name)” has two lines. Put its windows on one.")
        case .fieldWindowsInvalid(let name):
            Bilingual(
                vi: "Lĩnh vực “\(name)”: ghi cửa từ 1 đến \(Queues.windowMaximum) sau dấu |, ví dụ "
                    + "Hộ tịch | 1, 2.",
                en: "Field “\(name)”: write windows from 1 to \(Queues.windowMaximum) after |, "
                    + "such as Hộ tịch | 1, 2.")
        case .tooManyPriorities:
            Bilingual(
                vi: "Diện ưu tiên: tối đa \(Queues.prioritiesMaximum).",
                en: "Who comes first: \(Queues.prioritiesMaximum) groups at most.")
        case .priorityInvalid(let name):
            Bilingual(
                vi: "Diện ưu tiên “\(name)”: ghi tên tiếng Việt | tên tiếng Anh | văn bản, nếu có.",
                en: "Who comes first, “\(name)”: write Vietnamese | English | the text, if any.")
        default:
            Bilingual(
                vi: "Chỉ phụ trách bộ phận một cửa và lãnh đạo cơ quan được sửa thiết lập gọi số.",
                en: "Only the head of the one-stop unit and who leads the office change this.")
        }
    }
}

extension Queues.Number {
    var name: Bilingual {
        switch self {
        case .ordinaryBetween:
            Bilingual(vi: "Số thường giữa hai số ưu tiên", en: "Ordinary numbers between two first")
        case .callsMaximum: Bilingual(vi: "Số lần gọi", en: "Calls")
        case .setBacksMaximum:
            Bilingual(vi: "Số lần xếp lại khi vắng", en: "Times back into the line")
        case .minutesBefore:
            Bilingual(vi: "Số phút lấy số trước giờ mở cửa", en: "Minutes before the opening")
        }
    }
}
