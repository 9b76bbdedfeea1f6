// What can be wrong with one answer, in words that say how to mend it.

import WorkTime

/// Why a value is none of its field. A closed list, so that each has its sentence.
public enum FieldFlaw: Error, Hashable, Sendable {
    case missing
    /// Not of the type at all.
    case wrongType
    case tooLong(Int)
    /// Control characters, or marks that turn the direction of writing.
    case unfitCharacters
    case amount
    case identity(oldCards: Bool)
    case phone
    case email
    case wardMissing
    case rowsMissing(Int)
    case rowsTooMany(Int)
    case cellsTooMany(row: Int)
    case cellMissing(row: Int, column: String)
    case cellWrong(row: Int, column: String, FieldColumn.Kind)
    case notConsented
}

extension FieldFlaw {
    /// What is wrong with the answer to a field of that label.
    public func sentence(of label: String, _ type: FieldType) -> Bilingual {
        let words = self.words(type)
        return Bilingual(vi: "“\(label)”: \(words.vi).", en: "“\(label)”: \(words.en).")
    }

    private func words(_ type: FieldType) -> Bilingual {
        switch self {
        case .missing: Bilingual(vi: "hãy điền mục này", en: "fill this in")
        case .wrongType:
            Bilingual(vi: "phải là \(type.phrase.vi)", en: "must be \(type.phrase.en)")
        case .tooLong(let most):
            Bilingual(vi: "dài quá \(most) chữ", en: "has more than \(most) letters")
        case .unfitCharacters:
            Bilingual(
                vi: "có ký tự điều khiển không nhìn thấy; hãy gõ lại, đừng dán",
                en: "holds control characters that cannot be seen; type it anew, do not paste")
        case .amount:
            Bilingual(
                vi: "ghi số đồng, không có số lẻ, ví dụ 1.500.000",
                en: "enter whole đồng, like 1.500.000")
        case .identity(let oldCards):
            Bilingual(
                vi: "số định danh có 12 chữ số, ví dụ 001199012345"
                    + (oldCards ? "; số chứng minh nhân dân cũ có 9 chữ số" : ""),
                en: "the number of a person has 12 digits, like 001199012345"
                    + (oldCards ? "; that of an old card has 9" : ""))
        case .phone:
            Bilingual(
                vi: "số điện thoại có 10 hoặc 11 chữ số, bắt đầu bằng 0",
                en: "a phone number has 10 or 11 digits and begins with 0")
        case .email:
            Bilingual(
                vi: "thư điện tử có dạng ten@noi.vn, viết không dấu",
                en: "an e-mail address looks like name@place.vn, in plain letters")
        case .wardMissing: Bilingual(vi: "hãy ghi phường, xã", en: "name the ward")
        case .notConsented:
            Bilingual(
                vi: "hãy ghi họ, tên và đánh dấu xác nhận",
                en: "type the full name and tick the confirmation")
        default: rows
        }
    }

    private var rows: Bilingual {
        switch self {
        case .rowsMissing(let least):
            Bilingual(vi: "cần ít nhất \(least) dòng", en: "needs at least \(least) rows")
        case .rowsTooMany(let most):
            Bilingual(vi: "nhiều nhất \(most) dòng", en: "takes at most \(most) rows")
        case .cellsTooMany(let row):
            Bilingual(vi: "dòng \(row) có thừa ô", en: "row \(row) has too many cells")
        case .cellMissing(let row, let column):
            Bilingual(
                vi: "dòng \(row) chưa điền “\(column)”", en: "row \(row) lacks “\(column)”")
        case .cellWrong(let row, let column, let kind):
            Bilingual(
                vi: "dòng \(row), “\(column)” phải là \(kind.phrase.vi)",
                en: "row \(row), “\(column)” must be \(kind.phrase.en)")
        default: Bilingual(vi: "chưa đúng", en: "is not right")
        }
    }
}

extension FieldType {
    /// What an answer is, for a sentence like “must be …”.
    public var phrase: Bilingual {
        switch self {
        case .text, .longText: Bilingual(vi: "chữ", en: "text")
        case .number: Bilingual(vi: "số, ví dụ 2", en: "a number, like 2")
        case .boolean: Bilingual(vi: "có hoặc không", en: "yes or no")
        case .date: Bilingual(vi: "ngày, ví dụ 2017-09-01", en: "a day, like 2017-09-01")
        case .choice(let choices):
            Bilingual(
                vi: "một trong: " + choices.joined(separator: ", "),
                en: "one of: " + choices.joined(separator: ", "))
        case .money: Bilingual(vi: "số tiền (đồng)", en: "an amount in đồng")
        case .identity: Bilingual(vi: "số định danh cá nhân", en: "the number of a person")
        case .phone: Bilingual(vi: "số điện thoại", en: "a phone number")
        case .email: Bilingual(vi: "địa chỉ thư điện tử", en: "an e-mail address")
        case .address:
            Bilingual(vi: "địa chỉ và phường, xã", en: "an address and its ward")
        case .table: Bilingual(vi: "một bảng", en: "a table")
        case .file:
            Bilingual(
                vi: "“gửi tệp” hoặc “mang bản giấy”", en: "“send a file” or “bring the paper”")
        case .signature:
            Bilingual(vi: "họ, tên và lời xác nhận", en: "the full name and the confirmation")
        }
    }
}

extension FieldColumn.Kind {
    public var phrase: Bilingual {
        switch self {
        case .text: Bilingual(vi: "chữ, không quá 200 chữ", en: "text of at most 200 letters")
        case .number: FieldType.number.phrase
        case .money: FieldType.money.phrase
        case .date: FieldType.date.phrase
        }
    }
}
