// Two invented claims about personal data: one that is in work, and one that just came.

import Engine
import WorkTime

extension Demo {
    static func claimActs(_ ward: Ward) -> [FreeAct] {
        let (first, second) = (Day.today - 5, Day.today - 1)
        let code = Privacy.prefix + Dossiers.code(of: ward.code, on: first, number: 1)
        return [
            FreeAct(
                first, 9, 20, by: "",
                claim(.see, ward, "Cơ quan đang giữ gì về tôi và ai đã xem?")),
            FreeAct(
                first + 1, 8, 40, by: "ct.\(ward.slug)",
                .privacy(.act(code, .assign(PersonID("vp.\(ward.slug)"))))),
            FreeAct(
                second, 15, 10, by: "",
                claim(.correct, ward, "Ngày sinh trong hồ sơ của tôi ghi sai.")),
        ]
    }

    private static func claim(
        _ right: Privacy.Right, _ ward: Ward, _ words: String
    ) -> OfficeCommand {
        .privacy(
            .submit(
                .init(
                    office: ward.office, right: right,
                    claimant: .init(
                        name: "Vũ Thị Hư Cấu (hư cấu)", phone: "0900000218",
                        words: words + " (Yêu cầu hư cấu.)",
                        secret: Petitions.digest(ofSecret: demoSecret)))))
    }
}
