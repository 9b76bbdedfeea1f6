// The sentences of the refusals of attachments.

import WorkTime

extension Attachments.Rejection: Refusal {
    public var code: String { "attachments.\(String(describing: self).prefix { $0 != "(" })" }

    public var isNotFound: Bool { if case .unknown = self { true } else { false } }

    public var field: String? {
        switch self {
        case .fileMissing, .fileEmpty, .kindUnknown, .damaged, .pictureTooLarge, .fileTooLarge:
            "file"
        case .paperUnknown: "paper"
        case .reasonMissing, .reasonTooLong: "reason"
        default: nil
        }
    }

    public var sentence: Bilingual {
        switch self {
        case .fileMissing, .fileEmpty, .kindUnknown, .damaged, .pictureTooLarge, .fileTooLarge:
            ofFile
        case .requestTooLarge, .tooMany, .tooMuchWaiting, .houseFull, .formBroken: ofForm
        default: ofActs
        }
    }

    private var ofFile: Bilingual {
        switch self {
        case .fileMissing:
            Bilingual(vi: "Hãy chọn một tệp.", en: "Choose a file.")
        case .fileEmpty:
            Bilingual(
                vi: "Tệp này rỗng (0 byte). Hãy chọn tệp khác.",
                en: "This file is empty (0 bytes). Choose another.")
        case .kindUnknown:
            Bilingual(
                vi: "Chỉ nhận tệp PDF và ảnh JPEG, PNG. Hãy chụp ảnh giấy tờ hoặc lưu thành PDF.",
                en: "Only PDF files and JPEG or PNG pictures are taken. Photograph the paper, or "
                    + "save it as PDF.")
        case .damaged:
            Bilingual(
                vi: "Tệp bị hỏng hoặc chưa đủ. Hãy mở thử trên máy rồi gửi lại.",
                en: "The file is damaged or not whole. Open it on your device, then send it again.")
        case .pictureTooLarge(let width, let height):
            Bilingual(
                vi: "Ảnh \(width) × \(height) điểm là quá lớn. Hãy giảm kích thước ảnh.",
                en: "A picture of \(width) × \(height) points is too large. Make it smaller.")
        case .fileTooLarge(let megabytes):
            Bilingual(
                vi:
                    "Mỗi tệp tối đa \(megabytes) MB. Hãy giảm dung lượng hoặc chia nhỏ tệp.",
                en: "A file may have \(megabytes) MB. Make it smaller, or send it in several.")
        default: Bilingual(vi: "", en: "")
        }
    }

    private var ofForm: Bilingual {
        switch self {
        case .requestTooLarge(let megabytes):
            Bilingual(
                vi: "Một lần gửi tối đa \(megabytes) MB. Hãy gửi làm nhiều lần.",
                en: "\(megabytes) MB may be sent at once. Send the files one after the other.")
        case .tooMany(let count):
            Bilingual(vi: "Nhiều nhất là \(count) tệp.", en: "There may be \(count) files.")
        case .tooMuchWaiting(let megabytes):
            Bilingual(
                vi:
                    "Các tệp của một hồ sơ tối đa \(megabytes) MB. Hãy xóa bớt hoặc thu nhỏ tệp.",
                en: "The files of one request may have \(megabytes) MB. Remove some, or make them "
                    + "smaller.")
        case .houseFull:
            Bilingual(
                vi:
                    "Nơi nhận tệp đang đầy. Hãy thử lại sau, hoặc mang giấy đến bộ phận một cửa.",
                en: "There is no room for files now. Try later, or bring the papers to the "
                    + "one-stop shop.")
        case .formBroken:
            Bilingual(
                vi: "Nội dung gửi lên bị đứt giữa chừng hoặc sai dạng. Hãy gửi lại.",
                en: "What was sent broke off or is no form with files. Send it again.")
        default: Bilingual(vi: "", en: "")
        }
    }

    private var ofActs: Bilingual {
        switch self {
        case .unknown(let id):
            Bilingual(
                vi: "Không có tệp “\(id.prefix(40))”.", en: "There is no file “\(id.prefix(40))”.")
        case .mayNotWrite:
            Bilingual(
                vi: "Thêm, gỡ tệp của hồ sơ là việc của cán bộ bộ phận một cửa.",
                en: "Files are added and removed by officers of the one-stop shop.")
        case .paperUnknown(let name):
            Bilingual(
                vi: "“\(name.prefix(60))” không có trong thành phần hồ sơ.",
                en: "“\(name.prefix(60))” is none of the papers.")
        case .draftClosed:
            Bilingual(
                vi: "Hồ sơ đã gửi hoặc đã hết hạn giữ, không thêm bớt tệp được nữa.",
                en: "The request was sent or is gone: its files cannot be changed.")
        case .infected(let name):
            Bilingual(
                vi: "Tệp “\(name)” có mã độc nên không dùng được. Hãy xóa tệp này.",
                en: "The file “\(name)” holds a virus and cannot be used. Remove it.")
        case .locked(let name):
            Bilingual(
                vi: "Tệp “\(name)” đang chờ quét vi-rút, chưa mở được. Hãy mở lại sau ít phút.",
                en: "The file “\(name)” waits to be scanned. Open it in some minutes.")
        case .spoiled(let name):
            Bilingual(
                vi: "Nội dung lưu của tệp “\(name)” không còn như lúc nộp nên không mở. "
                    + "Hãy báo quản trị khôi phục từ bản sao lưu.",
                en: "What is stored of “\(name)” is not what was filed. Tell the administrator, "
                    + "who can restore it from a backup.")
        case .reasonMissing:
            Bilingual(vi: "Hãy ghi lý do gỡ tệp.", en: "Say why the file is removed.")
        case .reasonTooLong:
            Bilingual(
                vi: "Lý do dài quá \(Attachments.reasonMaximum) chữ.",
                en: "The reason has more than \(Attachments.reasonMaximum) letters.")
        case .dossierEnded:
            Bilingual(
                vi: "Hồ sơ đã kết thúc, không thêm bớt tệp được nữa.",
                en: "The dossier has ended: its files cannot be changed.")
        default: Bilingual(vi: "", en: "")
        }
    }
}
