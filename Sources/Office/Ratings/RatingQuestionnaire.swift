// The questions, as data: another set is another row, never an edit of one that was answered.

import WorkTime

extension Ratings {
    /// How content somebody is with one thing.
    public enum Level: String, Hashable, Sendable, Codable, CaseIterable {
        case satisfied, fair, unsatisfied
    }

    public struct Question: Hashable, Sendable, Encodable {
        /// Stands in the ledger.
        public let key: String
        public let words: Bilingual
    }

    /// One set of questions.
    public struct Questionnaire: Hashable, Sendable, Encodable {
        public let number: Int
        /// Where the questions come from.
        public let source: Bilingual
        /// Whether a text that is in force prescribes just these.
        public let isConfirmed: Bool
        public let questions: [Question]
    }

    /// Oldest first. Areas after SIPAS and TT 01/2018 Đ13; the primary text of SIPAS, its questions
    /// and its scale, is not at hand, so the set is ours and unconfirmed.
    static let questionnaires = [
        Questionnaire(
            number: 1,
            source: Bilingual(
                vi: "Các mặt theo TT 01/2018/TT-VPCP Điều 13 và SIPAS; câu chữ và thang điểm "
                    + "chưa được xác nhận theo văn bản gốc.",
                en: "Areas after Circular 01/2018 Art. 13 and SIPAS; wording and scale are not "
                    + "confirmed by the primary text."),
            isConfirmed: false,
            questions: [
                Question(
                    key: "time",
                    words: Bilingual(vi: "Thời gian giải quyết", en: "Time it took")),
                Question(
                    key: attitude,
                    words: Bilingual(vi: "Thái độ của cán bộ", en: "Attitude of the officers")),
                Question(
                    key: "visits",
                    words: Bilingual(vi: "Số lần phải đi lại", en: "Times one had to come")),
                Question(
                    key: "guidance",
                    words: Bilingual(
                        vi: "Hướng dẫn rõ ràng", en: "Clearness of the guidance")),
            ])
    ]

    /// The question that indicator 7 of TT 01/2018 Đ13 reads.
    static let attitude = "attitude"

    /// The set that is asked now.
    static func questionnaire() -> Questionnaire? { questionnaires.last }

    static func questionnaire(_ number: Int) -> Questionnaire? {
        questionnaires.first { $0.number == number }
    }
}
