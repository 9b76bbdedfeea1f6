// Why no number is drawn, or nobody is called.

import WorkTime

extension Queues {
    public enum Rejection: Error, Hashable, Sendable {
        case officeUnknown
        case unknown(Int)
        case mayNotCall
        case fieldUnknown
        /// Not in the hours of the office.
        case closed
        case full
        case tooMany(seconds: Int)
        case windowUnknown
        /// Somebody is at the window.
        case windowBusy(Int)
        case nobodyWaits
        case notCalled(Int)
        case calledOften(Int)
        /// More than one field is set, and none was chosen.
        case fieldMissing
        /// Nobody comes first in this office.
        case noPriorities
        /// No field is set for the window.
        case windowWithoutField(Int)
        /// The window does not take the field.
        case fieldElsewhere(Field)
        case maySetNothing
        case numberOutOfRange(Number)
        case tooManyFields
        case fieldNameInvalid(String)
        case fieldTwice(String)
        case fieldWindowsInvalid(String)
        case tooManyPriorities
        case priorityInvalid(String)
        case actUnknown
    }
}

extension Queues.Rejection: Refusal {
    public var code: String { "queues.\(String(describing: self).prefix { $0 != "(" })" }

    public var isNotFound: Bool {
        switch self {
        case .officeUnknown, .unknown: true
        default: false
        }
    }

    public var field: String? {
        switch self {
        case .fieldUnknown, .fieldMissing, .fieldElsewhere: "field"
        case .noPriorities: "priority"
        case .windowWithoutField: "window"
        case .numberOutOfRange(let number): number.rawValue
        case .tooManyFields, .fieldNameInvalid, .fieldTwice, .fieldWindowsInvalid: "fields"
        case .tooManyPriorities, .priorityInvalid: "priorities"
        case .windowUnknown, .windowBusy: "window"
        default: nil
        }
    }

    public var sentence: Bilingual {
        switch self {
        case .officeUnknown, .fieldUnknown, .closed, .full, .tooMany, .fieldMissing,
            .noPriorities:
            ofDrawing
        case .maySetNothing, .numberOutOfRange, .tooManyFields, .fieldNameInvalid, .fieldTwice,
            .fieldWindowsInvalid, .tooManyPriorities, .priorityInvalid:
            ofSetting
        default: ofCalling
        }
    }

    private var ofDrawing: Bilingual {
        switch self {
        case .fieldUnknown:
            Bilingual(
                vi: "Quầy này không nhận lĩnh vực đó. Hãy chọn lại.",
                en: "This counter does not take that field. Choose again.")
        case .closed:
            Bilingual(
                vi: "Ngoài giờ lấy số. Hãy đến trong giờ làm việc, hoặc hỏi cán bộ một cửa.",
                en: "No numbers are drawn now. Come in office hours, or ask an officer.")
        case .fieldMissing:
            Bilingual(
                vi: "Hãy chọn việc cần làm: mỗi việc có cửa riêng.",
                en: "Choose what you come for: each has windows of its own.")
        case .noPriorities:
            Bilingual(
                vi: "Quầy này không đặt diện ưu tiên. Hãy lấy số thường.",
                en: "Nobody comes first at this counter. Draw an ordinary number.")
        case .full:
            Bilingual(
                vi: "Hôm nay đã hết số. Hãy hỏi cán bộ một cửa.",
                en: "All numbers of the day are gone. Ask an officer.")
        case .tooMany(let seconds):
            Bilingual(
                vi: "Từ nơi này đã lấy quá nhiều số. Hãy thử lại sau \((seconds + 59) / 60) phút, "
                    + "hoặc nhờ cán bộ một cửa lấy số.",
                en: "Too many numbers were drawn from here. Try again in "
                    + "\((seconds + 59) / 60) min, or ask an officer.")
        default:
            Bilingual(
                vi: "Không có cơ quan này. Hãy xem lại địa chỉ.",
                en: "There is no such office. Check the address.")
        }
    }

    private var ofCalling: Bilingual {
        switch self {
        case .unknown(let number):
            Bilingual(
                vi: "Hôm nay chưa có số \(Queues.text(of: number)).",
                en: "There is no number \(Queues.text(of: number)) today.")
        case .windowUnknown:
            Bilingual(
                vi: "Cửa số: từ 1 đến \(Queues.windowMaximum).",
                en: "Window: from 1 to \(Queues.windowMaximum).")
        case .windowBusy(let number):
            Bilingual(
                vi: "Số \(Queues.text(of: number)) còn ở cửa này. Hãy bấm Xong trước khi gọi tiếp.",
                en: "Number \(Queues.text(of: number)) is at this window. Press Done first.")
        case .nobodyWaits:
            Bilingual(
                vi: "Không còn ai chờ lĩnh vực này.", en: "Nobody waits for this field.")
        case .notCalled(let number):
            Bilingual(
                vi: "Số \(Queues.text(of: number)) không ở cửa nào: đã xong, vắng hoặc đang chờ.",
                en: "Number \(Queues.text(of: number)) is at no window: done, not here or waiting.")
        case .calledOften(let times):
            Bilingual(
                vi: "Đã gọi số này \(times) lần. Hãy bấm Vắng mặt.",
                en: "It was called \(times) times. Press Not here.")
        case .windowWithoutField(let window):
            Bilingual(
                vi: "Cửa \(window) chưa được giao lĩnh vực nào. Hãy chọn cửa khác, hoặc nhờ phụ "
                    + "trách bộ phận một cửa sửa ở Thiết lập gọi số.",
                en: "No field is set for window \(window). Choose another window, or have the "
                    + "head of the one-stop unit change the settings of the queue.")
        case .fieldElsewhere(let field):
            Bilingual(
                vi: "“\(field.name)” gọi ở cửa \(field.windowText). Hãy chọn lĩnh vực khác.",
                en: "“\(field.name)” is called at \(field.windowText). Choose another field.")
        case .actUnknown:
            Bilingual(
                vi: "Không hiểu thao tác này. Hãy mở lại trang.",
                en: "This act is not understood. Open the page again.")
        default:
            Bilingual(
                vi: "Chỉ công chức một cửa của cơ quan này được gọi số.",
                en: "Only one-stop officers of this office may call numbers.")
        }
    }
}
