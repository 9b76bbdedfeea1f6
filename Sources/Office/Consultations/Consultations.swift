// Consultations: other units and outside bodies are asked for their opinion on a dossier.
//
// Start here. All consultations of a dossier are a stream, `consultation/<code of the dossier>`.
// Who has work on it asks, states a term for each body (NĐ 61/2018 Đ19k5) and whether they are
// asked at once or one after the other (Đ19k6). No clock of the dossier stops, and no step waits:
// the officer is told what is open and decides. Turns are planned as if everybody were silent; an
// answer that comes earlier moves those up who come after it. So silence is told by the time alone,
// and reported once to the head of the one-stop unit. Who is asked sees title, code, papers and
// question of the dossier, and nothing of the applicant.
// - ConsultationNoun: the consultation.  ConsultationBook: all of one dossier.
// - ConsultationPlan: turns, and where each stands.  ConsultationRules, ConsultationRefusals.
// - ConsultationRights: who asks, who answers.  ConsultationDesk, ConsultationTables: writing.
// - ConsultationRoundDesk: silence is reported.
// - ConsultationQueries, ConsultationShown: /dossiers/CODE/consultations.
// - ConsultationListQueries: /consultations.  ConsultationForms, ConsultationPages, …Views.
//
// That silence counts as consent we know of one law alone (NĐ 217/2026 Đ54, permits for houses);
// elsewhere it is unconfirmed: so who asks must name the text, and the page says so.

/// Namespace of the feature.
public enum Consultations {
    static let feature = "consultation"
    static let questionMaximum = 2_000
    static let wordsMaximum = 4_000
    static let reasonMaximum = 300
    static let nameMaximum = 200
    /// Of a document's number, and of the text that makes silence consent.
    static let documentMaximum = 100
    /// Bodies of one consultation; a setting.
    static let bodiesMaximum = 10
    /// Open at one time on one dossier; a setting.
    static let openMaximum = 10
    /// Working days, and the working minutes of as many days of eight hours; a setting.
    static let daysMaximum = 60
    /// Rows of bodies that the page offers.
    static let rowsShown = 4
    static let pageSize = 50
    static let countMaximum = 1_000
}
