// When a dossier may be rated and with what, in the words of the office.

import Testing
import WorkTime

@testable import Office

@Suite struct `Rating a dossier` {
    private static let now = LocalMinute("2017-07-10T09:00") ?? LocalMinute(rawValue: 0)
    private static let levels: [Ratings.Given] = [
        .init(question: "time", level: .satisfied), .init(question: "attitude", level: .fair),
        .init(question: "visits", level: .unsatisfied),
        .init(question: "guidance", level: .satisfied),
    ]
    private static let entered = Ratings.Entered(questionnaire: 1, answers: levels)

    private func decide(
        _ entered: Ratings.Entered = entered, on rating: Ratings.Rating? = nil,
        status: Dossiers.Status = .returned, at now: LocalMinute = now,
        comment: PersonalMark? = nil
    ) throws -> [Ratings.Event] {
        try Ratings.decide(entered, comment: comment, on: rating, status: status, at: now)
    }

    private func rating(at moment: LocalMinute = now) -> Ratings.Rating {
        .init(givenAt: moment, sheet: .init(questionnaire: 1, answers: Self.levels))
    }

    @Test func `tells what was answered, in the order of the questions`() throws {
        let turned = Ratings.Entered(questionnaire: 1, answers: Self.levels.reversed())
        #expect(
            try decide(turned) == [
                .given(at: Self.now, sheet: .init(questionnaire: 1, answers: Self.levels))
            ])
    }

    @Test(arguments: Dossiers.Status.allCases.filter { $0 != .returned })
    func `is for a result that was returned, never before`(_ status: Dossiers.Status) {
        #expect(throws: Ratings.Rejection.notReturned) { try decide(status: status) }
    }

    @Test(arguments: ["time", "attitude", "visits", "guidance"])
    func `needs every question answered`(_ key: String) throws {
        var entered = Self.entered
        entered.answers.removeAll { $0.question == key }
        let question = try #require(
            Ratings.questionnaire()?.questions.first { $0.key == key })
        #expect(throws: Ratings.Rejection.answerMissing(question)) { try decide(entered) }
        #expect(Ratings.Rejection.answerMissing(question).field == "q.\(key)")
    }

    @Test func `leaves out answers to questions that were not asked`() throws {
        var entered = Self.entered
        entered.answers.append(.init(question: "khac", level: .fair))
        #expect(try decide(entered) == decide())
    }

    @Test(arguments: [0, 2, -1])
    func `names a set of questions that exists`(_ number: Int) {
        let entered = Ratings.Entered(questionnaire: number, answers: Self.levels)
        #expect(throws: Ratings.Rejection.questionnaireUnknown(number)) { try decide(entered) }
    }

    @Test func `takes words up to a thousand letters`() throws {
        var entered = Self.entered
        entered.comment = String(repeating: "ữ", count: 1_000)
        #expect(try decide(entered).count == 1)
        entered.comment += "ữ"
        #expect(throws: Ratings.Rejection.commentTooLong) { try decide(entered) }
    }

    @Test func `happens once: the second time is a change, within seven days`() throws {
        var entered = Self.entered
        entered.answers[0].level = .unsatisfied
        let last = Self.now + 7 * 24 * 60
        let changed = try decide(entered, on: rating(), at: last)
        guard case .changed(let at, let sheet) = try #require(changed.first) else {
            Issue.record("not a change")
            return
        }
        #expect(at == last && sheet.answers[0].level == .unsatisfied)
        let after = LocalMinute(startOf: last.day + 1)
        #expect(throws: Ratings.Rejection.changeOver(last.day)) {
            try decide(entered, on: rating(), at: after)
        }
    }

    @Test func `the same answers again change nothing`() throws {
        #expect(try decide(on: rating()).isEmpty)
    }

    @Test func `the first day counts the seven, not the last change`() {
        var rating = rating()
        rating.apply(.changed(at: Self.now + 3 * 24 * 60, sheet: rating.sheet))
        #expect(rating.lastDay == Self.now.day + 7)
        #expect(rating.givenAt == Self.now && rating.changedAt == Self.now + 3 * 24 * 60)
    }

    @Test func `every refusal has a sentence in both languages and a code of its own`() throws {
        let question = try #require(Ratings.questionnaire()?.questions.first)
        let refusals: [Ratings.Rejection] = [
            .notReturned, .questionnaireUnknown(7), .answerMissing(question), .commentTooLong,
            .changeOver(Self.now.day), .proofOld, .mayNotSee,
        ]
        #expect(Set(refusals.map(\.code)).count == refusals.count)
        for refusal in refusals {
            #expect(refusal.code.hasPrefix("ratings."))
            #expect(refusal.sentence.vi.hasSuffix(".") && refusal.sentence.en.hasSuffix("."))
            #expect(refusal.isNotFound == (refusal == .mayNotSee))
        }
    }
}

@Suite struct `The questions` {
    @Test func `are data with a number, a source and whether it is confirmed`() throws {
        let numbers = Ratings.questionnaires.map(\.number)
        #expect(numbers == Array(1...numbers.count))
        for questionnaire in Ratings.questionnaires {
            #expect(!questionnaire.source.vi.isEmpty && !questionnaire.source.en.isEmpty)
            let keys = questionnaire.questions.map(\.key)
            #expect(Set(keys).count == keys.count)
            #expect(keys.contains(Ratings.attitude), "indicator 7 reads it")
            #expect(questionnaire.questions.allSatisfy { !$0.words.vi.isEmpty })
        }
        #expect(Ratings.questionnaire()?.isConfirmed == false, "SIPAS was not read")
    }

    /// Ledgers hold these words: never changed, only added to.
    @Test func `keep the keys that ledgers hold`() {
        #expect(
            Ratings.questionnaire(1)?.questions.map(\.key)
                == ["time", "attitude", "visits", "guidance"])
        #expect(Ratings.Level.allCases.map(\.rawValue) == ["satisfied", "fair", "unsatisfied"])
    }
}

@Suite struct `The points of TT 01/2018, article 13` {
    @Test(arguments: [(Timeliness.early, 2), (.onTime, 1), (.late, 0)])
    func `shorter than the rule is two, equal is one, longer is none`(
        _ result: Timeliness, _ points: Int
    ) {
        #expect(Ratings.points(result) == points)
        #expect(Ratings.points(attitude: .satisfied, result) == points)
        #expect(Ratings.points(attitude: .fair, result) == points)
        #expect(Ratings.points(attitude: .unsatisfied, result) == 0)
    }

    @Test(arguments: [(0, 2, 2), (1, 1, 1), (2, 0, 1), (5, 0, 1)])
    func `no request for papers is two, one is one, more are none`(
        _ asked: Int, _ points: Int, _ agencies: Int
    ) {
        #expect(Ratings.points(supplements: asked) == points)
        #expect(Ratings.points(agenciesAfter: asked) == agencies)
    }

    @Test(arguments: [
        (180, Ratings.Grade.excellent), (150, .excellent), (149, .good), (120, .good),
        (119, .fair), (90, .fair), (89, .average), (60, .average), (59, .weak), (0, .weak),
    ])
    func `fifteen is excellent, twelve good, nine fair, six average, less weak`(
        _ tenths: Int, _ grade: Ratings.Grade
    ) {
        #expect(Ratings.Grade(tenths: tenths) == grade)
    }

    @Test(arguments: [
        (1, 0, 0, 20), (0, 1, 0, 10), (0, 0, 1, 0), (1, 1, 0, 15), (1, 0, 1, 10), (1, 1, 1, 10),
        (2, 1, 0, 17), (1, 2, 0, 13), (0, 1, 2, 3), (19, 1, 0, 20), (18, 2, 0, 19),
    ])
    func `averages have one decimal, halves go up`(
        _ two: Int, _ one: Int, _ zero: Int, _ tenths: Int
    ) {
        let score = Ratings.Score(indicator: .time, two: two, one: one, zero: zero)
        #expect(score.tenths == tenths && score.base == two + one + zero)
    }

    @Test func `an indicator without data is skipped, and the sum converted to nine`() {
        let card = Ratings.Scorecard(
            office: "p", name: "UBND phường A",
            scores: [
                .init(indicator: .time, two: 1, one: 0, zero: 0),
                .init(indicator: .agencyTime, two: 0, one: 1, zero: 0),
                .init(indicator: .attitude, two: 0, one: 0, zero: 0),
            ])
        #expect(card.known.count == 2 && card.sum == 30)
        #expect(card.converted == 135 && card.grade == .good)
        let empty = Ratings.Scorecard(office: "p", name: "", scores: [])
        #expect(empty.converted == nil && empty.grade == nil && empty.sum == 0)
    }
}
