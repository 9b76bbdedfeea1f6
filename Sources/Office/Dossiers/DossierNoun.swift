// A dossier as its stream tells it.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Dossiers {
    /// How the request came: an attribute of the dossier (NĐ 61/2018 Đ16).
    public enum Channel: String, Hashable, Sendable, Codable, CaseIterable {
        case counter, online, post
    }

    /// How the result goes back: chosen apart from how the request came.
    public enum ReturnWay: String, Hashable, Sendable, Codable, CaseIterable {
        case counter, home, post, online
    }

    /// A paper that was handed in.
    public struct Paper: Hashable, Sendable, Codable {
        public var name: String
        public var copies: Int
        public init(name: String, copies: Int) {
            self.name = name
            self.copies = copies
        }
    }

    /// What the register keeps of a request, without personal values.
    public struct Registration: Hashable, Sendable, Codable {
        public var code: String
        public var office: UnitID
        public var process: ProcessCode
        public var issue: Int
        public var title: String
        public var field: String
        public var channel: Channel
        public var receivedAt: LocalMinute
        public var receivedBy: PersonID
        /// Digest in the ledger, values beside it.
        public var applicant: PersonalMark
        public var papers: [Paper]
        public var sets: Int
        /// Fee taken, in đồng; `nil` when the procedure has none or it is paid later.
        public var fee: Int?
        public var returnWay: ReturnWay
        /// As printed on the receipt; `nil` when the process has no published limit.
        public var appointment: LocalMinute?
        /// Issue of the house's calendar it was reckoned with; `nil` for that of the country.
        public var calendar: Int?
        /// `nil` for most, which are entered when they are received.
        public var late: LateEntry?
        /// By which way the citizen showed to be reached, when it was filed online.
        public var shownContact: Contacts.Channel?
    }

    /// Papers the citizen was asked for with form 02.
    public struct SupplementRequest: Hashable, Sendable, Codable {
        public var at: LocalMinute
        public var reason: String
        public var papers: [String]
    }

    /// The dossier took another issue of the calendar.
    public struct CalendarMove: Hashable, Sendable, Codable {
        public var at: LocalMinute
        public var issue: Int
        public var basis: String
        /// The appointment before and after; `nil` while it is stopped or where there is none.
        public var before: LocalMinute?
        public var due: LocalMinute?
    }

    /// The state of one dossier.
    public struct Dossier: Hashable, Sendable, Codable {
        public var registration: Registration
        public var supplements: [SupplementRequest] = []
        /// Oldest first; `nil` for most, which end by the calendar they began with.
        public var calendarMoves: [CalendarMove]?
        /// `nil` for most, which come in time.
        public var apology: Apologies.Apology?
        /// Given by a delegation, oldest first; `nil` for most.
        public var signatures: [Delegations.Signature]?
        public var instance: Instance?
        public init(registration: Registration) { self.registration = registration }

        /// The issue of the house's calendar by which its dates are reckoned, so that a later one
        /// changes nothing behind its back.
        public var calendar: Int { calendarMoves?.last?.issue ?? registration.calendar ?? 0 }
    }

    /// The ten official states (TT 22/2019/TT-BTTTT, annex I), those of them a dossier derives.
    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        case received, processing, awaitingSupplement, awaitingDuty
        case resultReady, returned, refused, withdrawn, stopped

        /// Number of the official state.
        public var number: Int {
            switch self {
            case .received: 2
            case .processing: 4
            case .awaitingSupplement: 5
            case .awaitingDuty: 6
            case .resultReady: 9
            case .returned: 10
            case .refused: 3
            case .withdrawn: 7
            case .stopped: 8
            }
        }

        /// The work of the office on it has ended.
        public var isEnded: Bool { [.returned, .refused, .withdrawn, .stopped].contains(self) }
        /// Nothing is waited for any more: the clock has ended.
        public var isResolved: Bool { isEnded || self == .resultReady }
    }
}

extension Dossiers.Dossier {
    /// Never better than the truth: a waiting dossier is waiting, not finished.
    public var status: Dossiers.Status {
        guard let instance else { return .received }
        switch instance.outcome {
        case .refused: return .refused
        case .withdrawn: return .withdrawn
        case .stopped: return .stopped
        case .finished: return .returned
        case nil: break
        }
        if instance.isClockEnded { return .resultReady }
        let open = instance.openCauses
        let last = instance.clock.last { $0.kind.opens && open.contains($0.cause ?? "") }
        switch last?.kind {
        case .supplementRequested: return .awaitingSupplement
        case .dutyAsked: return .awaitingDuty
        default: return instance.records.isEmpty ? .received : .processing
        }
    }
}
