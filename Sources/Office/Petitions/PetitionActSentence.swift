// What the refusals of acts on a petition say.

import WorkTime

extension Petitions.Rejection {
    var ofActs: Bilingual {
        switch self {
        case .onlyForCharge:
            Bilingual(
                vi: "Việc giao do lãnh đạo hoặc trưởng bộ phận của cơ quan thực hiện.",
                en: "Giving it to somebody is for those who lead the office or a unit.")
        case .onlyForHolder:
            Bilingual(
                vi: "Chỉ người đang giữ phản ánh này làm được việc đó.",
                en: "Only who holds this petition may do that.")
        case .personUnknown:
            Bilingual(
                vi: "Hãy chọn một người đang công tác tại cơ quan.",
                en: "Choose somebody who works in the office today.")
        case .asksHolder:
            Bilingual(
                vi: "Người được hỏi đang giữ phản ánh này. Hãy chọn người khác.",
                en: "That person holds the petition. Choose somebody else.")
        case .alreadyAsked:
            Bilingual(
                vi: "Còn một câu hỏi chưa được trả lời. Hãy chờ, hoặc trả lời người gửi.",
                en: "A question is still open. Wait for it, or answer the sender.")
        case .notAsked:
            Bilingual(
                vi: "Hiện không có câu hỏi nào dành cho bạn.", en: "Nothing is asked of you now.")
        case .groundMissing:
            Bilingual(vi: "Hãy chọn căn cứ từ chối.", en: "Choose the ground.")
        case .bodyMissing:
            Bilingual(vi: "Hãy ghi tên cơ quan nhận.", en: "Name the body it goes to.")
        case .bodyTooLong:
            Bilingual(
                vi: "Tên cơ quan dài quá \(Petitions.subjectMaximum) chữ.",
                en: "The name of the body has more than \(Petitions.subjectMaximum) letters.")
        default: ofPublishing
        }
    }

    private var ofPublishing: Bilingual {
        switch self {
        case .publicTextMissing:
            Bilingual(
                vi: "Bản công khai cần đủ tiêu đề, câu hỏi và câu trả lời.",
                en: "What is published needs a title, the question and the answer.")
        case .publicTextTooLong:
            Bilingual(
                vi: "Bản công khai quá dài. Hãy rút ngắn.", en: "What is published is too long.")
        case .publicTextNamesSender:
            Bilingual(
                vi: "Bản công khai có tên, số điện thoại, thư điện tử hoặc mã hồ sơ của người "
                    + "gửi. Hãy bỏ đi rồi công khai.",
                en: "What is published holds a name, number, address or dossier of the sender. "
                    + "Take it out first.")
        case .notAnswered:
            Bilingual(
                vi: "Chỉ công khai được phản ánh đã trả lời.",
                en: "Only a petition that was answered can be published.")
        case .notPublished:
            Bilingual(vi: "Phản ánh này chưa công khai.", en: "This petition is not published.")
        case .mayNotCount:
            Bilingual(
                vi: "Trang này dành cho lãnh đạo và người theo dõi số liệu của cơ quan.",
                en: "This page is for those who lead an office or read its figures.")
        default:
            Bilingual(
                vi: "Phản ánh này đã kết thúc, không sửa được nữa.",
                en: "The petition has ended and cannot be changed.")
        }
    }
}
