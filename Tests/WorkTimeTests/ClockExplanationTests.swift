// The sums of both clocks of a dossier, line by line.
import Testing
import WorkTime

@Suite struct ClockExplanationTests {
    func explain(
        _ lines: [String], after: AfterSupplement = .restart
    ) throws -> ClockExplanation {
        try DossierClock.explain(
            lines.map(ClockEvent.init(line:)),
            policy: ClockPolicy(term: .workingDays(5), afterSupplement: after),
            calendar: .vietnam)
    }

    static let supplement = [
        "2017-07-03T09:00 received", "2017-07-05T10:00 supplementRequested",
        "2017-07-07T15:00 supplementReceived", "2017-07-13T16:00 finished",
    ]

    @Test func `a restart is told with its article`() throws {
        let lines = try explain(Self.supplement).appointment
        #expect(
            lines.map(\.rule) == [
                .startsNextDay, .startsNextDay, .weeklyRest, .endsWithLastDay,
                .restartsAfterSupplement, .restartsAfterSupplement, .startsNextDay, .weeklyRest,
                .endsWithLastDay, .classes,
            ])
        #expect(
            lines[4].sentence.vi == "Tạm dừng (chờ bổ sung hồ sơ) lúc 10:00 thứ Tư ngày "
                + "05/07/2017; còn 3 ngày làm việc.")
        #expect(lines[5].sentence.vi.contains("thời hạn tính lại từ đầu"))
        #expect(lines[5].article.vi == "Nghị định 61/2018/NĐ-CP, khoản 4 Điều 19")
        #expect(lines[8].to == clock("2017-07-14T17:30"))
        #expect(lines[9].sentence.vi.hasSuffix("trước hạn."))
        #expect(lines[9].sentence.en.hasSuffix("early."))
    }

    @Test func `a resume tells what was left`() throws {
        let lines = try explain(Self.supplement, after: .resume).appointment
        let rules = lines.filter { $0.rule == .resumesAfterSupplement }
        #expect(rules.count == 2)
        #expect(rules.map(\.amount) == [.workingDays(3), .workingDays(3)])
        #expect(rules[1].sentence.vi.contains("tính tiếp 3 ngày làm việc"))
        #expect(lines.last?.sentence.vi.hasSuffix("quá hạn.") == true)
    }

    @Test func `the index is the sum of the stretches in which it ran`() throws {
        let explanation = try explain(Self.supplement)
        let lines = explanation.index
        #expect(
            lines.map(\.amount) == [
                .workingMinutes(1_020), nil, .workingMinutes(1_980), .workingMinutes(3_000),
            ])
        #expect(lines[1].sentence.vi.contains("Không tính thời gian chờ bổ sung hồ sơ"))
        #expect(lines[3].sentence.vi == "Tổng thời gian giải quyết: 3000 phút làm việc.")
        #expect(explanation.reading.indexMinutes == 3_000)
    }

    @Test func `stretches add up to the index over many stories`() throws {
        var random = WorkTimeRandom(seed: 41)
        let stories = DossierClockPropertyTests()
        for _ in 0..<300 {
            let events = stories.story(&random)
            let explanation = try DossierClock.explain(
                events, policy: ClockPolicy(term: .workingDays(4)), calendar: .vietnam)
            guard let total = explanation.reading.indexMinutes else { continue }
            let ran = explanation.index.filter { $0.rule == .indexSubtractsStops }
                .compactMap { $0.amount?.amount }
            #expect(ran.reduce(0, +) == total)
            #expect(explanation.appointment.contains { $0.rule == .classes })
        }
    }

    @Test func `a duty on the due day leaves nothing and says what that means`() throws {
        let lines = try explain([
            "2017-07-03T09:00 received", "2017-07-10T09:00 dutyAsked", "2017-07-15T09:00 dutyDone",
        ]).appointment
        let duty = lines.filter { $0.rule == .pausesForDuty }
        #expect(duty.map(\.amount) == [.workingDays(0), .workingDays(0)])
        #expect(duty[1].sentence.vi.contains("hạn là chính ngày này hoặc ngày làm việc tiếp theo"))
        #expect(lines.last?.to == clock("2017-07-17T17:30"))
    }

    @Test func `a numbered cause is said in words, and stands in no sentence`() throws {
        let explanation = try explain([
            "2017-07-03T09:00 received", "2017-07-04T09:00 supplementRequested supplement#1",
            "2017-07-05T09:00 supplementReceived supplement#1",
            "2017-07-05T10:00 dutyAsked step#9", "2017-07-06T10:00 dutyDone step#9",
            "2017-07-06T11:00 dutyAsked duty#5", "2017-07-07T11:00 dutyDone duty#5",
        ])
        let sentences = (explanation.appointment + explanation.index).map(\.sentence)
        for sentence in sentences {
            #expect(!sentence.vi.contains("#") && !sentence.en.contains("#"), "\(sentence.vi)")
        }
        for words in ["chờ bổ sung hồ sơ", "chờ việc ngoài cơ quan", "chờ nghĩa vụ tài chính"] {
            let isSaid = sentences.contains { $0.vi.contains(words) }
            #expect(isSaid, "\(words)")
        }
    }

    @Test func `a dossier late before its stop is told that the date stays`() throws {
        let lines = try explain([
            "2017-07-03T09:00 received", "2017-07-11T08:00 supplementRequested",
            "2017-07-12T08:00 supplementReceived",
        ]).appointment.filter { $0.rule == .lateStaysLate }
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.sentence.vi.contains("ngày hẹn giữ nguyên") })
        #expect(lines.allSatisfy { $0.confidence == .design })
    }

    @Test func `an end inside a stop is judged where the stop began`() throws {
        let explanation = try explain([
            "2017-07-03T09:00 received", "2017-07-05T10:00 dutyAsked fee",
            "2017-07-20T08:00 withdrawn",
        ])
        let inside = try #require(
            explanation.appointment.first { $0.rule == .endedInsideStop })
        #expect(inside.from == clock("2017-07-05T10:00"))
        #expect(inside.to == clock("2017-07-20T08:00"))
        #expect(
            explanation.index.map(\.amount) == [
                .workingMinutes(1_020), nil, .workingMinutes(1_020),
            ])
        #expect(explanation.index[1].sentence.vi.contains("fee"))
    }

    @Test func `a second supplement is told as late for the index`() throws {
        let lines = try explain([
            "2017-07-03T09:00 received", "2017-07-04T09:00 supplementRequested",
            "2017-07-05T09:00 supplementReceived", "2017-07-06T09:00 supplementRequested",
        ]).appointment
        #expect(lines.last?.rule == .oneSupplement)
        #expect(lines.last?.sentence.vi.contains("2 lần") == true)
    }

    @Test func `no sentence of either language is empty`() throws {
        for story in ClockStory.days + ClockStory.otherTerms {
            let explanation = try DossierClock.explain(
                story.events, policy: story.policy, calendar: .vietnam)
            for line in explanation.appointment + explanation.index {
                #expect(line.sentence.vi.hasSuffix(".") && line.sentence.en.hasSuffix("."))
            }
        }
    }
}
