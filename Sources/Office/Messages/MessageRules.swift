// Who may write about a dossier, how much, and until when.

import Engine
import WorkTime

extension Messages {
    /// What the rules must know of the dossier.
    struct Surroundings: Hashable, Sendable {
        var endedOn: DayNumber?
        var keeper: PersonID
        /// Until when an answer is wanted, if the citizen writes now.
        var due: LocalMinute?

        /// Last day on which one may write; `nil` while the dossier goes on.
        var lastDay: DayNumber? { endedOn.map { $0 + openDays } }
    }

    /// Says what is wrong with words before they are kept.
    static func check(_ words: String) throws(Rejection) {
        if words.allSatisfy(\.isWhitespace) { throw .wordsMissing }
        if words.count > wordsMaximum { throw .wordsTooLong }
    }

    static func decide(
        _ words: PersonalMark, on talk: Talk, by hand: Hand, _ around: Surroundings,
        at now: LocalMinute
    ) throws(Rejection) -> [Event] {
        if let last = around.lastDay, now.day > last { throw .closed(last) }
        if talk.turns.count >= wholeMaximum { throw .full }
        guard let person = hand.person else {
            let waiting = talk.openFrom.map { talk.turns.count - $0 } ?? 0
            if waiting >= waitingMaximum { throw .waits }
            let today = talk.turns.count { $0.by == nil && $0.at.day == now.day }
            if today >= dayMaximum { throw .enoughToday }
            return [
                .asked(
                    turn: Turn(
                        at: now, words: words, keeper: around.keeper, due: around.due))
            ]
        }
        if !hand.holds { throw .onlyForHolder }
        return [.answered(turn: Turn(at: now, by: person, words: words))]
    }
}

extension Dossiers.Dossier {
    /// Who has work on it or is offered some; the focal point when nobody has.
    var hands: [PersonID] {
        let items = instance?.items ?? []
        let people = items.map(\.holder) + items.compactMap { $0.offer?.person }
        return people.isEmpty ? [keeper] : people
    }

    /// Who answers for it to the citizen.
    var keeper: PersonID { instance?.focalPoint ?? registration.receivedBy }
}
