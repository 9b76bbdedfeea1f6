// What is asked of a petition, what happens to it, and who acts.

import Engine
import WorkTime

extension Petitions {
    /// What somebody sends.
    public struct Submission: Hashable, Sendable {
        public var office: UnitID
        /// `nil` while none was chosen.
        public var kind: Kind?
        public var sender: Sender

        public init(office: UnitID, kind: Kind?, sender: Sender) {
            self.office = office
            self.kind = kind
            self.sender = sender
        }
    }

    public enum Act: Hashable, Sendable {
        /// Makes somebody the holder.
        case assign(PersonID)
        /// `nil` asks the sender.
        case ask(PersonID?, String)
        case reply(String)
        /// To the sender, and to everybody when there is a publication.
        case answer(String, Publication?)
        case refuse(Ground?, String)
        /// To the body whose task it is.
        case forward(String, String)
        case publish(Publication)
        /// Takes what was published away.
        case conceal(String)

        /// What is kept beside the ledger.
        var words: String? {
            switch self {
            case .assign, .publish, .conceal: nil
            case .ask(_, let words), .reply(let words), .answer(let words, _),
                .refuse(_, let words), .forward(_, let words):
                words
            }
        }
    }

    public enum Command: Sendable {
        case submit(Submission)
        /// On the petition of that code.
        case act(String, Act)
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum Event: Hashable, Sendable, Codable {
        case received(registration: Registration)
        case taken(turn: Turn, unit: UnitID)
        case asked(turn: Turn)
        case replied(turn: Turn)
        case answered(turn: Turn)
        case refused(turn: Turn, ground: Ground)
        case forwarded(turn: Turn, body: String)
        case published(turn: Turn, publication: Publication)
        case concealed(turn: Turn, reason: String)
    }

    /// Who acts, as the petition sees it.
    public struct Hand: Hashable, Sendable {
        /// `nil` is the sender, who showed the secret.
        public var person: PersonID?
        /// May give it to a holder.
        public var isInCharge = false
        /// Is the holder, or stands in for the holder.
        public var holds = false
        /// Is asked, or stands in for who is asked.
        public var isAsked = false

        public var isSender: Bool { person == nil }
        var seesIt: Bool { isInCharge || holds || isAsked }
    }
}
