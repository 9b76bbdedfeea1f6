// Whether the name of a work begins with a verb, as Vietnamese offices write works.

/// Looks at the first words of a work.
enum WorkVerb {
    enum Standing: Hashable { case empty, verb, name, unknown }

    static func standing(of work: String) -> Standing {
        let words = FoldedText.words(of: work)
        guard let first = words.first else { return .empty }
        let two = words.prefix(2).joined(separator: " ")
        // Without marks “Kế hoạch” and “Kê khai” differ only in the second word.
        if names.contains(two) { return .name }
        // “Ban hành” and “Số hóa” are verbs, although “Ban” and “Sở” begin names of units.
        if verbs.contains(two) { return .verb }
        if names.contains(first) { return .name }
        return verbs.contains(first) ? .verb : .unknown
    }

    /// Beginnings of names of units and posts.
    private static let names: Set<String> = [
        "phong", "ban", "ubnd", "hdnd", "lanh dao", "bo phan", "van phong", "van thu",
        "chuyen vien", "can bo", "cong chuc", "chu tich", "truong phong", "giam doc", "chi cuc",
        "trung tam", "so",
    ]

    private static let verbs: Set<String> = [
        "ban giao", "ban hanh", "bao cao", "bo sung", "cap", "cap nhat", "cho y", "chi dao",
        "chinh ly", "cho", "chot", "chuan bi", "chuyen", "cong bo", "cong khai", "cung cap",
        "dang", "dang ky", "danh gia", "de nghi", "de xuat", "dieu chinh", "do", "doi chieu",
        "don doc", "dong", "du thao", "duyet", "gia han", "giai quyet", "giai trinh", "giam sat",
        "giao", "gui", "hoan thien", "hoan thanh", "hop", "huong dan", "in", "ke khai", "ket luan",
        "khao sat", "kiem tra", "kiem soat", "ky", "lap", "lay", "luu", "moi", "nghiem thu",
        "nhan", "nhap", "niem yet", "nop", "phan cong", "phan loai", "phat hanh", "phe duyet",
        "phoi hop", "quyet dinh", "ra soat", "rut", "soan", "soan thao", "so hoa", "tham dinh",
        "tham muu", "thanh toan", "theo doi", "thi hanh", "thong bao", "thu", "thu ly", "thu phi",
        "thuc hien", "tiep nhan", "tinh", "to chuc", "tong hop", "tra", "tra cuu", "tra loi",
        "trinh", "trien khai", "truc", "tu choi", "tuyen truyen", "van", "vao", "viet", "xac minh",
        "xac nhan", "xay dung", "xem xet", "xet", "xet duyet", "xin", "xu ly",
    ]
}
