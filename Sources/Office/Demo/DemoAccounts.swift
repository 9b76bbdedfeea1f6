// Who to sign in as: the short list for the sign-in page of the demo and for its introduction.

extension Demo {
    /// One suggestion: an account and what one sees with it.
    public struct SignIn: Hashable, Sendable {
        public let account: String
        public let forWhat: String
        public let forWhatEnglish: String
    }

    /// A dozen accounts, one for each kind of work. All people are invented.
    public static let signIns: [SignIn] = [
        .init("mc.bode", "Một cửa phường Bồ Đề: tiếp nhận, trả kết quả", "one-stop officer, ward"),
        .init("ht.bode", "Tư pháp - Hộ tịch phường Bồ Đề: thụ lý", "civil status officer, ward"),
        .init("ct.bode", "Chủ tịch UBND phường Bồ Đề", "chairman of the ward committee"),
        .init("pct.bode", "Phó Chủ tịch UBND phường Bồ Đề: bàn ký", "vice chairman, signing desk"),
        .init("mc.quan", "Một cửa quận: tiếp nhận, trả kết quả", "one-stop officer, district"),
        .init("ptmc.quan", "Phụ trách một cửa quận", "head of the district one-stop shop"),
        .init(
            "tp.qldt", "Trưởng phòng Quản lý đô thị: phân công, duyệt", "head of urban management"),
        .init("cv.qldt", "Chuyên viên Quản lý đô thị: thụ lý", "specialist, urban management"),
        .init("cv.tckh", "Chuyên viên Tài chính - Kế hoạch", "specialist, business registration"),
        .init("ct.quan", "Chủ tịch UBND quận: bảng số", "chairman of the district committee"),
        .init("cvp.quan", "Chánh Văn phòng: theo dõi, đôn đốc", "chief of office"),
        .init("cchc.nv", "Phòng Nội vụ: quy trình, cải cách hành chính", "processes and reform"),
        .init("quantri", "Quản trị hệ thống", "administrator"),
    ]
}

extension Demo.SignIn {
    fileprivate init(_ account: String, _ forWhat: String, _ forWhatEnglish: String) {
        self.account = account
        self.forWhat = forWhat
        self.forWhatEnglish = forWhatEnglish
    }
}
