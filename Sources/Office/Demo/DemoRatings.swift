// Ratings of invented citizens for a share of the results that were given out.

import Engine
import ProcessModel
import WorkTime

extension Demo {
    /// Of a thousand who got their result so many rate it, and so many of those write some words.
    private static let ratingShare = 120
    private static let commentShare = 80

    static func ratings(
        of plan: Plan, _ catalogue: ProcessCatalogue, _ calendar: WorkCalendar, seed: UInt64
    ) throws -> [CodedAct] {
        var chance = Chance(seed: seed, of: "ratings")
        guard let questionnaire = Ratings.questionnaire() else { return [] }
        var acts: [CodedAct] = []
        for (index, planned) in plan.dossiers.enumerated() {
            guard let version = catalogue[planned.intake.process],
                let returned = planned.returnedAt(version), chance.happens(ratingShare)
            else { continue }
            let answers = questionnaire.questions.map {
                Ratings.Given(question: $0.key, level: level(planned.story, &chance))
            }
            let isContent = !answers.contains { $0.level == .unsatisfied }
            let comment =
                chance.happens(commentShare)
                ? chance.pick(isContent ? goodWords : badWords, else: "") + inventedComment : ""
            let entered = Ratings.Entered(
                questionnaire: questionnaire.number, answers: answers, comment: comment)
            acts.append(
                CodedAct(
                    at: try calendar.adding(minutes: chance.between(20, 900), to: returned),
                    dossier: index, actor: Ratings.actor
                ) { .ratings(.rate($0, entered)) })
        }
        return acts
    }

    /// Who waited longer than promised is less content.
    private static func level(_ story: Story, _ chance: inout Chance) -> Ratings.Level {
        let drawn = chance.below(1_000) - (story == .late ? 350 : 0)
        if drawn >= 170 { return .satisfied }
        return drawn >= 40 ? .fair : .unsatisfied
    }

    private static let inventedComment = " (Ý kiến hư cấu.)"

    private static let goodWords = [
        "Hướng dẫn dễ hiểu, tôi chỉ đi một lần.", "Trả sớm hơn giấy hẹn.",
        "Cán bộ nói năng nhẹ nhàng.", "Tra cứu trên mạng tiện, khỏi phải gọi hỏi.",
    ]
    private static let badWords = [
        "Tôi phải quay lại vì thiếu một giấy mà lần đầu không ai nói.",
        "Quá hẹn mà không được báo trước.", "Chờ ở quầy lâu quá.",
    ]
}
