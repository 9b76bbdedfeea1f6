// Who may write about a dossier, how much, and until when; and what the state says of it.

import Engine
import Testing
import WorkTime

@testable import Office

@Suite struct `Writing about a dossier` {
    private let now: LocalMinute
    private let citizen = Messages.Hand()
    private let holder = Messages.Hand(person: "chi", holds: true)

    init() throws { now = try #require(LocalMinute("2017-07-03T09:00")) }

    private func around(ended: Int? = nil) -> Messages.Surroundings {
        Messages.Surroundings(
            endedOn: ended.map { now.day - $0 }, keeper: "chi", due: now + 2_880)
    }

    private func decide(
        _ talk: Messages.Talk = .init(), by hand: Messages.Hand,
        _ around: Messages.Surroundings? = nil, at moment: LocalMinute? = nil
    ) throws -> [Messages.Event] {
        try Messages.decide(
            MessageSamples.mark, on: talk, by: hand, around ?? self.around(), at: moment ?? now)
    }

    private func talk(questions: Int, at moment: LocalMinute? = nil) throws -> Messages.Talk {
        var talk = Messages.Talk()
        for _ in 0..<questions {
            talk.apply(
                .asked(turn: .init(at: moment ?? now, words: MessageSamples.mark, keeper: "chi")))
        }
        return talk
    }

    @Test func `the citizen asks, and is told until when an answer is wanted`() throws {
        let events = try decide(by: citizen)
        guard case .asked(let turn)? = events.first else {
            Issue.record("no question")
            return
        }
        #expect(turn.by == nil && turn.keeper == "chi" && turn.due == now + 2_880)
        #expect(turn.words == MessageSamples.mark && events.count == 1)
    }

    @Test func `who has the dossier answers, and nobody else`() throws {
        let talk = try talk(questions: 1)
        #expect(
            try decide(talk, by: holder) == [
                .answered(turn: .init(at: now, by: "chi", words: MessageSamples.mark))
            ])
        #expect(throws: Messages.Rejection.onlyForHolder) {
            try decide(talk, by: .init(person: "ha", holds: false))
        }
        // An officer may also write first.
        #expect(try decide(by: holder).count == 1)
    }

    @Test func `five questions wait for an answer at most`() throws {
        let four = try talk(questions: Messages.waitingMaximum - 1)
        #expect(try decide(four, by: citizen).count == 1)
        let five = try talk(questions: Messages.waitingMaximum)
        #expect(throws: Messages.Rejection.waits) { try decide(five, by: citizen) }
        var answered = five
        answered.apply(.answered(turn: .init(at: now, by: "chi", words: MessageSamples.mark)))
        #expect(try decide(answered, by: citizen).count == 1)
    }

    @Test func `ten a day at most, answered or not, and the next day again`() throws {
        var talk = Messages.Talk()
        for _ in 0..<Messages.dayMaximum {
            talk.apply(.asked(turn: .init(at: now, words: MessageSamples.mark)))
            talk.apply(.answered(turn: .init(at: now, by: "chi", words: MessageSamples.mark)))
        }
        let full = talk
        #expect(throws: Messages.Rejection.enoughToday) { try decide(full, by: citizen) }
        #expect(try decide(full, by: citizen, at: now + 1_440).count == 1)
        #expect(try decide(full, by: holder).count == 1, "officers have no such limit")
    }

    @Test func `two hundred of one dossier are enough`() throws {
        var talk = Messages.Talk()
        for _ in 0..<Messages.wholeMaximum {
            talk.apply(.answered(turn: .init(at: now, by: "chi", words: MessageSamples.mark)))
        }
        let full = talk
        for hand in [citizen, holder] {
            #expect(throws: Messages.Rejection.full) { try decide(full, by: hand) }
        }
    }

    @Test(arguments: [(0, true), (1, true), (30, true), (31, false), (400, false)])
    func `it closes thirty days after the end`(_ days: Int, _ isOpen: Bool) throws {
        let around = around(ended: days)
        for hand in [citizen, holder] {
            if isOpen {
                #expect(try decide(by: hand, around).count == 1)
            } else {
                #expect(throws: Messages.Rejection.closed(now.day - days + 30)) {
                    try decide(by: hand, around)
                }
            }
        }
    }

    @Test(
        arguments: [
            ("", .wordsMissing), (" \n\t ", .wordsMissing), ("a", nil),
            (String(repeating: "ữ", count: 2_000), nil),
            (String(repeating: "ữ", count: 2_001), .wordsTooLong),
        ] as [(String, Messages.Rejection?)])
    func `words are some, and not too many`(_ words: String, _ refusal: Messages.Rejection?) {
        do {
            try Messages.check(words)
            #expect(refusal == nil)
        } catch {
            #expect(error == refusal)
        }
    }

    @Test func `the longest waiting question is the open one`() throws {
        var talk = Messages.Talk()
        #expect(talk.open == nil)
        talk.apply(.asked(turn: .init(at: now, words: MessageSamples.mark, due: now + 60)))
        talk.apply(.asked(turn: .init(at: now + 5, words: MessageSamples.mark, due: now + 90)))
        #expect(talk.open?.at == now && talk.open?.due == now + 60)
        talk.apply(.answered(turn: .init(at: now + 9, by: "chi", words: MessageSamples.mark)))
        #expect(talk.open == nil && talk.openFrom == nil)
        talk.apply(.asked(turn: .init(at: now + 12, words: MessageSamples.mark)))
        #expect(talk.open?.at == now + 12 && talk.turns.count == 4)
    }

    /// Shapes are for ever.
    @Test func `entries are written so that they can always be read`() throws {
        let turns: [Messages.Event] = [
            .asked(turn: .init(at: now, words: MessageSamples.mark, keeper: "chi", due: now + 1)),
            .asked(turn: .init(at: now, words: MessageSamples.mark)),
            .answered(turn: .init(at: now, by: "ha", words: MessageSamples.mark)),
        ]
        for event in turns {
            let entry = try EventEncoding.entry(of: event, feature: Messages.feature)
            #expect(["message.asked", "message.answered"].contains(entry.type))
            let read = try EventDecoding.event(
                Messages.Event.self, entryType: entry.type, payload: entry.payload,
                feature: Messages.feature)
            #expect(read == event)
        }
    }

    @Test func `each refusal has its sentence in both languages`() {
        let refusals: [Messages.Rejection] = [
            .unknown("A"), .wordsMissing, .wordsTooLong, .onlyForHolder, .proofOld, .waits,
            .enoughToday, .full, .closed(now.day),
        ]
        #expect(Set(refusals.map(\.sentence.vi)).count == refusals.count)
        #expect(Set(refusals.map(\.code)).count == refusals.count)
        for refusal in refusals { #expect(!refusal.sentence.en.isEmpty) }
        #expect(Messages.Rejection.closed(now.day).sentence.vi.contains("03/07/2017"))
    }
}
