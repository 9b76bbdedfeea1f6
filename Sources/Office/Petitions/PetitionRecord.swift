// One petition as the office sees it, with what the viewer may do now.

import Engine
import WorkTime

extension Petitions {
    public struct SenderShown: Sendable, Encodable {
        public let subject: String
        public let words: String
        public let dossier: String
        /// Empty for who is only asked.
        public let name: String
        public let phone: String
        public let email: String
    }

    public struct StepShown: Sendable, Encodable {
        public let kind: StepKind
        public let at: LocalMinute
        /// Empty is the sender.
        public let by: String
        public let to: String
        /// `nil` where nothing was written, or it was erased.
        public let words: String?
    }

    public enum ActName: String, Sendable, Encodable, CaseIterable {
        case assign, ask, reply, answer, refuse, forward, publish, conceal
    }

    public struct Record: Sendable, Encodable {
        public let code: String
        public let kind: Kind
        public let office: String
        public let standing: Standing
        public let receivedAt: LocalMinute
        public let due: LocalMinute?
        public let refuseBy: LocalMinute?
        public let askBy: LocalMinute?
        /// Once it was answered.
        public let publishBy: LocalMinute?
        public let terms: Terms
        /// `nil` once it has ended.
        public let left: Work.TimeLeft?
        public let endedLate: Bool
        public let holder: String
        public let unit: String
        public let since: LocalMinute
        /// `nil` when it was erased by law.
        public let sender: SenderShown?
        /// Whether the viewer may open the dossier that the sender named.
        public let seesDossier: Bool
        public let steps: [StepShown]
        public let question: StepShown?
        public let ground: Ground?
        public let body: String?
        public let publication: Publication?
        public let may: [ActName]
        public let people: [Choice]
        /// The viewer, for taking it with one press.
        public let viewer: PersonID
    }
}

extension Petitions.SenderShown {
    init(_ sender: Petitions.Sender, _ hand: Petitions.Hand) {
        let isWhole = hand.holds || hand.isInCharge
        self.init(
            subject: sender.subject, words: sender.words, dossier: sender.dossier,
            name: isWhole ? sender.name : "", phone: isWhole ? sender.phone : "",
            email: isWhole ? sender.email : "")
    }
}

extension Petitions {
    /// Acts that would not be refused for who does them, or for where the petition stands.
    static func offered(to hand: Hand, on petition: Petition) -> [ActName] {
        let empty = Publication(title: "", question: "", answer: "")
        let acts: [(ActName, Act)] = [
            (.assign, .assign("")), (.ask, .ask(nil, "")), (.reply, .reply("")),
            (.answer, .answer("", nil)), (.refuse, .refuse(nil, "")), (.forward, .forward("", "")),
            (.publish, .publish(empty)), (.conceal, .conceal("")),
        ]
        return acts.filter { (try? check($0.1, on: petition, by: hand)) != nil }.map(\.0)
    }
}
