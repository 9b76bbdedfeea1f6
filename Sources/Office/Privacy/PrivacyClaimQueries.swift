// Claims as the office and as the claimant read them; found means allowed.

import Engine
import Ledger
import WorkTime

extension Privacy {
    public struct Row: Sendable, Encodable {
        public let code: String
        public let right: Right
        public let standing: Standing
        public let receivedAt: LocalMinute
        public let due: LocalMinute?
        /// Nobody in the office had it in the time to answer.
        public let isAnswerLate: Bool
        public let holder: String
        public let left: Work.TimeLeft?
        let key: String

        private enum CodingKeys: String, CodingKey {
            case code, right, standing, receivedAt, due, isAnswerLate, holder, left
        }
    }

    public struct List: Sendable, Encodable {
        public let isEnded: Bool
        public let rows: [Row]
        public let next: String?
    }

    public struct StepShown: Sendable, Encodable {
        public let kind: StepKind
        public let at: LocalMinute
        public let by: String
        public let to: String
        public let words: String?
        public let subjects: [String]
    }

    public enum ActName: String, Sendable, Encodable, CaseIterable {
        case assign, extend, erase, finish, refuse
    }

    /// One claim as the office sees it, with what the viewer may do now.
    public struct Record: Sendable, Encodable {
        public let claim: Claim
        public let office: String
        public let holder: String
        /// `nil` when it was erased by law.
        public let claimant: ClaimantShown?
        public let terms: Terms
        public let left: Work.TimeLeft?
        public let steps: [StepShown]
        public let may: [ActName]
        public let people: [Petitions.Choice]
    }

    /// Never with the digest of the secret.
    public struct ClaimantShown: Sendable, Encodable {
        public let name: String
        public let phone: String
        public let email: String
        public let subjects: String
        public let words: String

        init(_ claimant: Claimant) {
            name = claimant.name
            phone = claimant.phone
            email = claimant.email
            subjects = claimant.subjects
            words = claimant.words
        }
    }

    /// What the claimant is told, who has the number and the secret.
    public struct Followed: Sendable, Encodable {
        public let code: String
        public let right: Right
        public let office: String
        public let receivedAt: LocalMinute
        public let answerBy: LocalMinute?
        public let due: LocalMinute?
        public let isExtended: Bool
        public let standing: Standing
        public let since: LocalMinute
        public let unit: String
        public let ground: Ground?
        public let answer: String?
    }

    /// The secret is told here and never again.
    public struct Sent: Sendable, Encodable {
        public let code: String
        public let secret: String
        public let office: String
        public let answerBy: LocalMinute?
        public let due: LocalMinute?
        public let terms: Terms
    }

    public struct Offer: Sendable, Encodable {
        public let rights: [Right]
        public let offices: [Petitions.Offer.Office]
        public let terms: Terms
    }

    static func offered(to hand: Hand, on claim: Claim) -> [ActName] {
        let acts: [(ActName, Act)] = [
            (.assign, .assign("")), (.extend, .extend(days: 0, "")), (.erase, .erase([])),
            (.finish, .finish("")), (.refuse, .refuse(nil, "")),
        ]
        return acts.filter { (try? check($0.1, on: claim, by: hand)) != nil }.map(\.0)
            .filter { !($0 == .extend && claim.isExtended) }
    }
}

extension DeskReading {
    func privacyOffer(on day: DayNumber) throws -> Privacy.Offer {
        Privacy.Offer(
            rights: Privacy.Right.allCases,
            offices: try petitionOffices(on: day).map { .init(id: $0.id, name: $0.name) },
            terms: Privacy.terms(of: .see))
    }

    /// All of the office for who is in charge, else those that the viewer holds.
    func claims(
        ended: Bool, for viewer: Viewer, after: String = "", at now: LocalMinute
    ) throws -> Privacy.List {
        let organisation = try organisation()
        var condition: String
        var arguments: [SQLValue]
        if organisation.isInChargeOfPrivacy(viewer.person, in: viewer.office, on: viewer.today) {
            condition = "office = ?"
            arguments = [.text(viewer.office.rawValue)]
        } else {
            let people = [viewer.person] + viewer.absentees
            condition = "holder IN (\(people.map { _ in "?" }.joined(separator: ", ")))"
            arguments = people.map { .text($0.rawValue) }
        }
        condition += " AND isEnded = ?"
        arguments.append(SQLValue(ended))
        let (order, sign) = ended ? ("DESC", "<") : ("ASC", ">")
        let parts = after.split(separator: "/", maxSplits: 1)
        if parts.count == 2, let minute = Int(parts[0]) {
            condition += " AND (sortAt, code) \(sign) (?, ?)"
            arguments += [SQLValue(minute), .text(String(parts[1]))]
        }
        let calendar = try calendar()
        let found = try rows(
            """
            SELECT code, aim, standing, receivedAt, answerBy, answeredAt, due, holder, endedAt,
                sortAt
            FROM privacyClaim WHERE \(condition) ORDER BY sortAt \(order), code \(order) LIMIT ?
            """, arguments + [SQLValue(Privacy.pageSize + 1)]
        ).map { try Privacy.Row($0, organisation, calendar, now) }
        let shown = Array(found.prefix(Privacy.pageSize))
        return Privacy.List(
            isEnded: ended, rows: shown, next: found.count > shown.count ? shown.last?.key : nil)
    }

    /// - Throws: `Privacy.Rejection.unknown` for who may not see it.
    func claim(_ code: String, for viewer: Viewer, at now: LocalMinute) throws -> Privacy.Record {
        guard let claim = try toldClaim(code)?.state else { throw Privacy.Rejection.unknown(code) }
        let hand = try hand(viewer.person, on: claim, viewer.today)
        guard hand.seesIt else { throw Privacy.Rejection.unknown(code) }
        let (organisation, calendar) = (try organisation(), try calendar())
        let may = Privacy.offered(to: hand, on: claim)
        return Privacy.Record(
            claim: claim, office: organisation.units[claim.registration.office]?.name ?? "",
            holder: claim.holder.map { organisation.name(of: $0) } ?? "",
            claimant: try claimant(of: claim).map(Privacy.ClaimantShown.init),
            terms: Privacy.terms(of: claim.registration.right),
            left: claim.standing.isEnded
                ? nil : Work.TimeLeft(due: claim.due, now: now, waits: false, calendar: calendar),
            steps: try claim.steps.map { step in
                Privacy.StepShown(
                    kind: step.kind, at: step.turn.at, by: organisation.name(of: step.turn.by),
                    to: step.turn.to.map { organisation.name(of: $0) } ?? "",
                    words: try words(step.turn.words), subjects: step.subjects)
            }, may: may,
            people: may.contains(.assign)
                ? try petitionPeople(of: claim.registration.office, on: viewer.today) : [])
    }

    /// `nil` for a wrong number and for a wrong secret alike.
    func followedClaim(_ question: Tracking.Question) throws -> Privacy.Followed? {
        guard question.code.hasPrefix(Privacy.prefix), question.code.count <= Tracking.codeMaximum,
            let claim = try toldClaim(question.code)?.state, let claimant = try claimant(of: claim),
            Site.areEqual(claimant.secret, Petitions.digest(ofSecret: question.digits))
        else { return nil }
        let (registration, organisation) = (claim.registration, try organisation())
        let last = claim.steps.last { $0.kind == .done || $0.kind == .refused }
        return Privacy.Followed(
            code: registration.code, right: registration.right,
            office: organisation.units[registration.office]?.name ?? "",
            receivedAt: registration.receivedAt, answerBy: registration.answerBy, due: claim.due,
            isExtended: claim.isExtended, standing: claim.standing, since: claim.since,
            unit: claim.unit.flatMap { organisation.units[$0]?.name } ?? "", ground: claim.ground,
            answer: try words(last?.turn.words))
    }

    func sentClaim(_ code: String, secret: String) throws -> Privacy.Sent {
        guard let registration = try toldClaim(code)?.state.registration else {
            throw Privacy.Rejection.unknown(code)
        }
        return Privacy.Sent(
            code: code, secret: secret,
            office: try organisation().units[registration.office]?.name ?? "",
            answerBy: registration.answerBy, due: registration.due,
            terms: Privacy.terms(of: registration.right))
    }
}

extension People.Organisation {
    fileprivate func name(of person: PersonID) -> String {
        people[person]?.name ?? person.rawValue
    }
}

extension Privacy.Row {
    fileprivate init(
        _ row: SQLRow, _ organisation: People.Organisation, _ calendar: WorkCalendar,
        _ now: LocalMinute
    ) throws {
        func moment(_ column: String) throws -> LocalMinute? {
            try row.optionalInt(column).map(LocalMinute.init(rawValue:))
        }
        code = try row.text("code")
        right = Privacy.Right(rawValue: try row.text("aim")) ?? .complain
        standing = Privacy.Standing(rawValue: try row.text("standing")) ?? .received
        receivedAt = LocalMinute(rawValue: try row.int("receivedAt"))
        let due = try moment("due")
        self.due = due
        let answered = try moment("answeredAt") ?? now
        isAnswerLate = try moment("answerBy").map { answered > $0 } ?? false
        holder =
            try row.optionalText("holder").map { organisation.name(of: PersonID($0)) } ?? ""
        left =
            try moment("endedAt") == nil
            ? Work.TimeLeft(due: due, now: now, waits: false, calendar: calendar) : nil
        key = "\(try row.int("sortAt"))/\(try row.text("code"))"
    }
}
