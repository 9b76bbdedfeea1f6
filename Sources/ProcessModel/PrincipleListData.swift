// The lists known, as the offices and newspapers of their day gave them.

import WorkTime

extension PrincipleList {
    /// All lists, oldest first.
    public static let all: [PrincipleList] = [
        PrincipleList(
            id: "5ro-LB2017", label: Bilingual(vi: "5 rõ", en: "5 clear points"),
            items: [.person, .task, .responsibility, .process, .effect],
            usedBy: Bilingual(
                vi: "quận Long Biên (báo năm 2017)", en: "Long Biên district (newspaper 2017)"),
            date: "2017", source: "ART"),
        PrincipleList(
            id: "5ro-LB2017b",
            label: Bilingual(vi: "5 rõ (thứ tự khác)", en: "5 clear points (other order)"),
            items: [.person, .task, .process, .responsibility, .effect],
            usedBy: Bilingual(
                vi: "quận Long Biên (Hà Nội Mới)", en: "Long Biên district (Hà Nội Mới)"),
            date: "2017-01-11", source: "HNM17"),
        PrincipleList(
            id: "3theo-LB2017", label: Bilingual(vi: "3 theo", en: "3 ways to work"),
            items: [.byRegulation, .byPlan, .byProcess],
            usedBy: Bilingual(vi: "quận Long Biên", en: "Long Biên district"),
            date: "2017-01-11", source: "HNM17"),
        PrincipleList(
            id: "3ro-HN2023",
            label: Bilingual(
                vi: "3 rõ và một việc một đầu mối xuyên suốt",
                en: "3 clear points and one contact all the way"),
            items: [.person, .task, .responsibility, .oneContact],
            usedBy: Bilingual(
                vi: "Tổ công tác Chủ tịch UBND TP Hà Nội",
                en: "tracking team of the chair of the Hà Nội committee"),
            date: "2023-03-03", source: "HNTCT"),
        PrincipleList(
            id: "6ro-TTg2025", label: Bilingual(vi: "6 rõ", en: "6 clear points"),
            items: [.person, .task, .time, .responsibility, .product, .authority],
            usedBy: Bilingual(
                vi: "Thủ tướng Chính phủ, QĐ 2179/QĐ-TTg", en: "Prime Minister, QĐ 2179/QĐ-TTg"),
            date: "2025-10-06", source: "SGGP6R"),
        PrincipleList(
            id: "6ro-var",
            label: Bilingual(
                vi: "6 rõ (tiến độ và kết quả thay cho thời gian và sản phẩm)",
                en: "6 clear points (progress and result for time and product)"),
            items: [.person, .task, .progress, .result, .responsibility, .authority],
            usedBy: Bilingual(
                vi: "một màn hình giao việc cấp xã (mã nguồn công khai)",
                en: "a task screen of a commune (public code)"),
            date: "2026", source: "REPO-TG"),
    ]
}
