// Why a statement of a bank cannot be read, in words.

import WorkTime

extension Payments.StatementFlaw {
    var sentence: Bilingual {
        switch self {
        case .empty:
            Bilingual(
                vi: "Hãy dán nội dung sao kê, kể cả dòng tên cột.",
                en: "Paste the statement with the line that names its columns.")
        case .tooLong:
            Bilingual(
                vi: "Sao kê quá dài (tối đa \(Payments.statementLinesMaximum) dòng). "
                    + "Hãy chia nhỏ.",
                en: "The statement is too long (\(Payments.statementLinesMaximum) lines at most).")
        case .columnsMissing(let columns):
            Bilingual(
                vi: "Không thấy cột " + columns.map(\.words.vi).joined(separator: ", ")
                    + ". Hãy dán cả dòng tên cột của ngân hàng.",
                en: "No column is called " + columns.map(\.words.en).joined(separator: ", ")
                    + ". Paste the line with the bank's column names too.")
        case .notATable(let line, let why):
            Bilingual(
                vi: "Dòng \(line) không đọc được: \(why.vi).",
                en: "Line \(line) cannot be read: \(why.en).")
        }
    }
}

extension Payments.Column {
    var words: Bilingual {
        switch self {
        case .date: Bilingual(vi: "“Ngày giao dịch”", en: "“Transaction date”")
        case .amount: Bilingual(vi: "“Số tiền” (“Ghi có”)", en: "“Amount” (“Credit”)")
        case .description: Bilingual(vi: "“Diễn giải” (“Nội dung”)", en: "“Description”")
        case .reference: Bilingual(vi: "“Số tham chiếu”", en: "“Reference”")
        }
    }
}
