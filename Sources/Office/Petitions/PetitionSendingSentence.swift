// What the refusals of sending and of following say.

import WorkTime

extension Petitions.Rejection {
    var ofFollowing: Bilingual {
        switch self {
        case .unknown(let code):
            Bilingual(
                vi: "Không có phản ánh mang mã “\(code)”, hoặc bạn không được xem.",
                en: "There is no petition “\(code)”, or you may not see it.")
        case .codeMissing:
            Bilingual(
                vi: "Hãy nhập mã phản ánh, bắt đầu bằng PA-.",
                en: "Enter the number of the petition, which begins with PA-.")
        case .secretMissing:
            Bilingual(
                vi: "Hãy nhập mã bí mật đã nhận khi gửi.",
                en: "Enter the secret that was given when it was sent.")
        case .proofOld:
            Bilingual(
                vi: "Trang này đã cũ. Hãy tra cứu lại rồi gửi tiếp.",
                en: "This page is old. Look the petition up again, then send.")
        case .tooMany(let seconds):
            Bilingual(
                vi: "Từ nơi này đã gửi quá nhiều phản ánh. Hãy gửi lại sau "
                    + "\((seconds + 59) / 60) phút, hoặc đến bộ phận một cửa.",
                en: "Too many petitions came from here. Send it again in "
                    + "\((seconds + 59) / 60) min, or come to the one-stop shop.")
        default:
            Bilingual(
                vi: "Không có phản ánh nào khớp với mã và mã bí mật đã nhập. Hãy xem lại cả hai.",
                en: "No petition matches the number and the secret. Check both.")
        }
    }

    var ofSending: Bilingual {
        switch self {
        case .kindMissing:
            Bilingual(vi: "Hãy chọn loại phản ánh.", en: "Choose what it is about.")
        case .officeUnknown:
            Bilingual(vi: "Hãy chọn nơi nhận phản ánh.", en: "Choose the office.")
        case .subjectMissing:
            Bilingual(vi: "Hãy ghi tóm tắt trong một câu.", en: "Say it in one line first.")
        case .subjectTooLong:
            Bilingual(
                vi: "Tóm tắt dài quá \(Petitions.subjectMaximum) chữ. Hãy rút ngắn.",
                en: "The line has more than \(Petitions.subjectMaximum) letters.")
        case .wordsTooLong:
            Bilingual(
                vi: "Nội dung dài quá \(Petitions.wordsMaximum) chữ. Hãy rút ngắn.",
                en: "The text has more than \(Petitions.wordsMaximum) letters.")
        case .dossierTooLong:
            Bilingual(
                vi: "Mã hồ sơ dài quá. Hãy chép đúng mã trên giấy tiếp nhận.",
                en: "That is no code of a dossier. Copy the one on the receipt.")
        case .nameTooLong:
            Bilingual(
                vi: "Họ, tên dài quá \(Petitions.nameMaximum) chữ.",
                en: "The name has more than \(Petitions.nameMaximum) letters.")
        case .phoneInvalid:
            Bilingual(
                vi: "Số điện thoại gồm 10 hoặc 11 chữ số, bắt đầu bằng 0; có thể để trống.",
                en: "A phone number has 10 or 11 digits and begins with 0; it may be empty.")
        case .emailInvalid:
            Bilingual(
                vi: "Địa chỉ thư điện tử phải có dạng ten@noi.vn, viết không dấu; có thể để trống.",
                en: "An e-mail address looks like name@place.vn; it may be empty.")
        default: Bilingual(vi: "Hãy ghi nội dung.", en: "Write what it is.")
        }
    }
}
