// A handful of invented petitions of the last weeks before the demo opens: one of each way.

import Engine
import WorkTime

extension Demo {
    /// One act on a petition, in the order of time.
    struct PetitionAct: Sendable {
        let at: LocalMinute
        let actor: Actor?
        let command: Petitions.Command
    }

    /// One petition from its first word to where it stands on the day of opening.
    private struct PetitionStory {
        let kind: Petitions.Kind
        let ward: String
        /// Days before the opening; no two of one ward came on the same day.
        let days: Int
        let subject: String
        let words: String
        var email = ""
        /// Days after it came, who, and what.
        var acts: [(after: Int, by: String, act: Petitions.Act)] = []
    }

    static func petitionActs(_ wards: [Ward]) -> [PetitionAct] {
        var acts: [PetitionAct] = []
        for (index, story) in petitionStories.enumerated() {
            guard let ward = wards.first(where: { $0.slug == story.ward }) else { continue }
            let day = Day.today - story.days
            let came = LocalMinute(startOf: day) + 9 * 60 + index
            let code = Petitions.prefix + Dossiers.code(of: ward.code, on: day, number: 1)
            let sender = Petitions.Sender(
                subject: story.subject, words: story.words + invented, email: story.email,
                secret: Petitions.digest(ofSecret: demoSecret))
            acts.append(
                PetitionAct(
                    at: came, actor: nil,
                    command: .submit(
                        .init(office: ward.office, kind: story.kind, sender: sender))))
            acts += story.acts.enumerated().map { step, act in
                PetitionAct(
                    at: LocalMinute(startOf: day + act.after) + 14 * 60 + index * 5 + step,
                    actor: act.by.isEmpty ? nil : Actor(PersonID("\(act.by).\(story.ward)")),
                    command: .act(code, act.act))
            }
        }
        return acts.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }

    /// Opens every petition of the demo.
    static let demoSecret = "DEMO2-DEMO2"

    private static let invented = " (Phản ánh hư cấu.)"

    private static let petitionStories: [PetitionStory] = [
        PetitionStory(
            kind: .regulation, ward: "bode", days: 20,
            subject: "Khai sinh cho con có cần sổ hộ khẩu không?",
            words: "Bảng niêm yết ghi một đằng, trang thông tin ghi một nẻo.",
            acts: [
                (0, "ct", .assign("ht.bode")),
                (1, "ht", .ask("mc.bode", "Quầy đang hướng dẫn thế nào?")),
                (2, "mc", .reply("Quầy hướng dẫn theo bản niêm yết mới.")),
                (
                    5, "ht",
                    .answer(
                        "Chỉ cần xuất trình, không phải nộp bản sao. Bảng cũ đã được thay.",
                        .init(
                            title: "Giấy tờ khi khai sinh",
                            question: "Khai sinh cho con có phải nộp sổ hộ khẩu không?",
                            answer: "Chỉ xuất trình, không nộp bản sao. (Trả lời hư cấu.)"))
                ),
            ]),
        PetitionStory(
            kind: .conduct, ward: "bode", days: 19,
            subject: "Đến hẹn hai lần vẫn chưa có kết quả",
            words: "Giấy hẹn đã qua, hỏi thì được bảo cứ chờ.",
            acts: [(1, "ct", .assign("vp.bode"))]),
        PetitionStory(
            kind: .idea, ward: "bode", days: 6,
            subject: "Nên có ghế cho người chờ",
            words: "Buổi sáng đông, người già phải đứng.",
            acts: [
                (0, "vp", .assign("vp.bode")),
                (1, "vp", .ask(nil, "Ông, bà thường đến vào buổi nào?")),
            ]),
        PetitionStory(
            kind: .idea, ward: "ngoclam", days: 12,
            subject: "Cảm ơn cán bộ một cửa",
            words: "Hướng dẫn rõ, làm nhanh.",
            acts: [
                (0, "mc", .assign("mc.ngoclam")),
                (1, "mc", .answer("Cảm ơn ông, bà. Bộ phận sẽ giữ nền nếp này.", nil)),
            ]),
        PetitionStory(
            kind: .idea, ward: "ngoclam", days: 8,
            subject: "Đường ngõ ngập khi mưa",
            words: "Nước đọng cả buổi, thoát rất chậm.",
            acts: [
                (0, "mc", .assign("dc.ngoclam")),
                (1, "dc", .forward("Đơn vị thoát nước (hư cấu)", "Việc này do đơn vị ấy làm.")),
            ]),
        PetitionStory(
            kind: .conduct, ward: "bode", days: 1,
            subject: "Hỏi ở quầy không ai trả lời",
            words: "Chờ nửa giờ mà không được hướng dẫn."),
    ]
}
