// The read value of one dossier: what its page and its JSON show.

import Engine
import ProcessModel
import WorkTime

extension Dossiers {
    /// A person as shown: name, and the unit in the second voice.
    public struct Who: Sendable, Encodable, Hashable {
        public let id: PersonID
        public let name: String
        public let unit: String
    }

    /// What a viewer may do with a piece of work, and with the dossier as a whole.
    public enum Act: String, Sendable, Codable, CaseIterable {
        case accept, returnHandover, take, assign, complete, sendBack, handOver
        case askSupplement, receiveSupplement, askDuty, confirmDuty, endWait, retry
        case refuse, withdraw, stop
    }

    /// An open piece of work on the page.
    public struct OpenWork: Sendable, Encodable {
        public let item: Int
        public let node: String
        public let step: String
        public let work: String
        public let product: String
        public let form: Form?
        public let kind: WorkItem.Kind
        public let holder: Who
        /// To whom it is offered; the holder has it until then.
        public let receiver: Who?
        public let since: LocalMinute
        public let due: LocalMinute?
        public let left: Work.TimeLeft
        public let stops: [String]
        public let note: String
        public let acts: [Act]
        /// Earlier steps it may be sent back to.
        public let returns: [StepName]
        /// Colleagues to whom it may be handed over or assigned.
        public let colleagues: [Who]
        /// Whom the viewer acts for, when not for themselves.
        public let onBehalfOf: PersonID?
    }

    public struct LabelledValue: Sendable, Encodable, Hashable {
        public let label: String
        public let value: String
    }

    public struct StepName: Sendable, Encodable, Hashable {
        public let node: String
        public let title: String
    }

    /// A step of the strip.
    public struct StepStand: Sendable, Encodable {
        public enum Stand: String, Sendable, Encodable { case past, here, next }
        public let title: String
        public let stand: Stand
        public let who: String
        public let at: LocalMinute?
    }

    /// One line of the control slip.
    public struct SlipLine: Sendable, Encodable, Hashable {
        public let giver: Who
        public let receiver: Who
        public let given: LocalMinute
        public let answered: LocalMinute?
        public let state: Handover.State
        public let result: StepResult?
        public let note: String
    }

    /// Something that happened, newest first.
    public struct Happening: Sendable, Encodable {
        public enum Kind: String, Sendable, Encodable {
            case received, completed, sentBack, offered, given, accepted, returned, stopped
            case resumed, ready, ended
            /// Times that came.
            case reminded, fellDue, escalated, elapsed
            /// Its dates follow another issue of the calendar.
            case calendarTaken
            /// The citizen was told that it takes longer.
            case apologised
        }
        public let at: LocalMinute
        public let kind: Kind
        public let who: String
        public let step: String
        public let text: String
        /// Orders what happened within one minute.
        let rank: Int

        private enum CodingKeys: String, CodingKey { case at, kind, who, step, text }
    }

    public struct Record: Sendable, Encodable {
        public let registration: Registration
        public let officeName: String
        public let status: Status
        public internal(set) var applicant: Applicant?
        /// Personal form fields with their labels.
        public let personalFields: [LabelledValue]
        public let term: Term?
        public let focalPoint: Who
        public let receivedBy: Who
        public let endReason: String
        public let endedAt: LocalMinute?
        public let clock: ClockReading?
        public let left: Work.TimeLeft
        public let work: [OpenWork]
        public let steps: [StepStand]
        public let explanation: ClockExplanation?
        public let happenings: [Happening]
        public let slip: [SlipLine]
        public let supplements: [SupplementRequest]
        /// Acts on the dossier as a whole.
        public let acts: [Act]
        /// For whom the viewer does these, when not in their own name.
        public let actsFor: PersonID?
        public let version: Int
        /// What the citizen said of it after the result.
        public let rating: Ratings.Shown?
        /// What it owes and paid; `nil` for who may not see it.
        public var payments: Payments.Sheet?
        /// Where the ledger stands, for the slip.
        public var stamp: Papers.Stamp?
        /// Where the result at home stands; `nil` for who may not see it, or where none is offered.
        public var delivery: Deliveries.Line?
        /// Whose time made it late; `nil` while it is in time.
        public var lateness: Lateness.Shown?
        /// Files of its papers.
        public var attachments: [Attachments.Shown] = []
        /// Messages of the citizen and the office, and whether one waits for an answer.
        public var messages = 0
        public var messagesWait = false
        /// The official form, of a record that is printed.
        public var form: Papers.Form?
        /// Who leads the work, for the slip.
        public var owner = ""
        /// Who was asked for an opinion; `nil` where nobody was and the viewer may not ask.
        public var consultations: Consultations.Summary?
        /// What each unit was given of its time, and used.
        public var shares: [Share] = []
        /// Numbers of the applicant end here alone; to see them whole is an act that is noted.
        public var isMasked = false
    }
}
