// What may be done with a petition. Command → decision → events.

import Engine
import WorkTime

extension Petitions {
    /// Says what happens, or why it may not. Reads only its arguments.
    /// - Parameters:
    ///   - unit: Of the person who is named; `nil` when the office has no such person today.
    ///   - words: The mark of what was written.
    static func decide(
        _ act: Act, on petition: Petition, by hand: Hand, unit: UnitID?, words: PersonalMark?,
        at now: LocalMinute
    ) throws(Rejection) -> [Event] {
        try check(act, on: petition, by: hand)
        if let text = act.words { try check(words: text) }
        func turn(to person: PersonID? = nil) -> Turn {
            Turn(at: now, by: hand.person, to: person, words: words)
        }
        switch act {
        case .assign(let person):
            guard let unit else { throw .personUnknown }
            return person == petition.holder ? [] : [.taken(turn: turn(to: person), unit: unit)]
        case .ask(let person, _):
            if person != nil, unit == nil { throw .personUnknown }
            if let person, person == petition.holder { throw .asksHolder }
            return [.asked(turn: turn(to: person))]
        case .reply: return [.replied(turn: turn())]
        case .answer(_, let publication):
            let answered = Event.answered(turn: turn())
            guard let publication else { return [answered] }
            try check(publication)
            let plain = Turn(at: now, by: hand.person)
            return [answered, .published(turn: plain, publication: publication)]
        case .refuse(let ground, _):
            guard let ground else { throw .groundMissing }
            return [.refused(turn: turn(), ground: ground)]
        case .forward(let body, _):
            if body.allSatisfy(\.isWhitespace) { throw .bodyMissing }
            if body.count > subjectMaximum { throw .bodyTooLong }
            return [.forwarded(turn: turn(), body: body)]
        case .publish(let publication):
            try check(publication)
            return publication == petition.publication
                ? [] : [.published(turn: turn(), publication: publication)]
        case .conceal(let reason):
            try check(words: reason)
            return [.concealed(turn: turn(), reason: reason)]
        }
    }
}
