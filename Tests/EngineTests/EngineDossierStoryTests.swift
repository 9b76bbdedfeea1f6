// One whole dossier as an office lives it, from the counter to the return of the result.

import Engine
import ProcessModel
import Testing
import WorkTime

struct EngineDossierStoryTests {
    /// Reception, appraisal by the justice unit, signature of the leader, return at the counter.
    static let process = version(
        [
            step(
                "nhan", post("an", "motcua"), time: .term(.halfDays(1)), product: "Giấy tiếp nhận"),
            step(
                "tham", .member(of: .code("tuphap")), time: .term(.workingDays(2)),
                product: "Dự thảo", returnsTo: ["nhan"]),
            step(
                "duyet", .head(of: .code("tuphap")), time: .term(.workingMinutes(120)),
                returnsTo: ["tham"], controls: ["tham"]),
            step(
                "ky", post("khanh", "lanhdao"), time: .term(.workingDays(1)),
                product: "Văn bản ký", marksDone: true),
            step("tra", .focalPoint, product: "Phiếu trả"),
        ], ["s nhan tham duyet ky tra e"])

    func told() throws -> EngineStory {
        var story = try EngineStory.begun(Self.process)
        story.now = minute("09:00")
        try story.complete("nhan", by: "an")
        story.now = minute("14:00")
        try story.perform(.take(story.id("tham")), by: "dung")
        story.now = minute("15:00")
        try story.perform(.askSupplement(story.id("tham"), reason: "thiếu bản sao"), by: "dung")
        story.now = minute("09:00", "2017-07-05")
        try story.perform(.receiveSupplement(story.id("tham")), by: "an")
        story.now = minute("16:00", "2017-07-05")
        try story.complete("tham", by: "dung")
        story.now = minute("08:30", "2017-07-06")
        try story.perform(.sendBack(story.id("duyet"), to: "tham", reason: "sai căn cứ"), by: "chi")
        story.now = minute("10:00", "2017-07-06")
        try story.complete("tham", by: "dung")
        story.now = minute("10:30", "2017-07-06")
        try story.complete("duyet", by: "chi")
        story.now = minute("13:30", "2017-07-06")
        try story.accept("ky", by: "khanh")
        story.now = minute("16:00", "2017-07-06")
        try story.complete("ky", by: "khanh")
        story.now = minute("08:00", "2017-07-07")
        try story.accept("tra", by: "an")
        try story.complete("tra", by: "an")
        return story
    }

    @Test func `the dossier ends finished, with every step on record`() throws {
        let state = try #require(try told().state)
        #expect(state.outcome == .finished)
        #expect(
            state.records.map(\.node)
                == ["nhan", "tham", "duyet", "tham", "duyet", "ky", "tra"])
        #expect(state.records.map(\.isCompleted) == [true, true, false, true, true, true, true])
        #expect(state.records[2].text == "sai căn cứ")
        #expect(state.openCauses == [])
    }

    @Test func `the control slip has a row for every passing between units`() throws {
        let state = try #require(try told().state)
        let slip = state.handovers.filter(\.isBetweenUnits)
        #expect(slip.map(\.giver) == ["an", "chi", "khanh"])
        #expect(slip.map(\.receiver) == ["dung", "khanh", "an"])
        #expect(
            slip.map(\.given) == [
                minute("09:00"), minute("10:30", "2017-07-06"), minute("16:00", "2017-07-06"),
            ])
        #expect(
            slip.map(\.answered) == [
                minute("14:00"), minute("13:30", "2017-07-06"), minute("08:00", "2017-07-07"),
            ])
        #expect(slip.map { state.result(of: $0) } == [.onTime, .onTime, .early])
        #expect(slip.allSatisfy { $0.state == .accepted })
    }

    @Test func `the public clock ends with the signature, not with the return`() throws {
        let story = try told()
        #expect(
            story.clock == [.received, .supplementRequested, .supplementReceived, .finished])
        #expect(story.state?.clock.last?.at == minute("16:00", "2017-07-06"))
        #expect(story.state?.endedAt == minute("08:00", "2017-07-07"))
    }

    @Test func `the appointment begins anew after the supplement`() throws {
        let story = try told()
        let reading = try DossierClock.read(
            story.state?.clock ?? [], policy: ClockPolicy(term: .workingDays(5)),
            calendar: .vietnam)
        #expect(reading.timeliness == .early)
        // Monday 08:00-15:00, Wednesday from 09:00, Thursday to 16:00, without the noon breaks.
        #expect(reading.indexMinutes == 330 + 420 + 390)
    }

    @Test func `exactly one person holds the dossier at every moment`() throws {
        let story = try told()
        var events: [EngineEvent] = []
        for event in story.events {
            events.append(event)
            guard let state = EngineRules.replay(events), !state.isEnded else { continue }
            #expect(state.items.count <= 1)
            #expect(state.items.allSatisfy { !$0.holder.rawValue.isEmpty })
        }
    }

    @Test func `events carry the time and the actor of their command`() throws {
        let story = try told()
        let signed = try #require(
            story.events.first {
                if case .stepCompleted(_, "xong") = $0.change {
                    $0.actor.person == "khanh"
                } else {
                    false
                }
            })
        #expect(signed.at == minute("16:00", "2017-07-06"))
        #expect(zip(story.events, story.events.dropFirst()).allSatisfy { $0.at <= $1.at })
    }
}
