// One step after another: who holds what, what must be filled in, when it is over.

import Engine
import ProcessModel
import Testing
import WorkTime

struct EngineSequenceTests {
    let two = version([step("a"), step("b", post("binh", "motcua"))], ["s a b e"])

    @Test func `a matter begins with its focal point holding the first step`() throws {
        let story = try EngineStory.begun(two)
        let state = try #require(story.state)
        #expect(state.focalPoint == "an")
        #expect(story.item("a")?.holder == "an")
        #expect(story.clock == [.received])
        #expect(state.startedAt == minute("08:00"))
    }

    @Test func `completing the last step ends the matter and its clock`() throws {
        var story = try EngineStory.begun(two)
        try story.complete("a", by: "an")
        #expect(story.open == ["b"])
        story.now = minute("09:00")
        try story.complete("b", by: "binh")
        #expect(story.state?.outcome == .finished)
        #expect(story.state?.endedAt == minute("09:00"))
        #expect(story.clock == [.received, .finished])
        #expect(story.state?.records.map(\.node) == ["a", "b"])
    }

    @Test func `only the holder completes, and nothing is completed twice`() throws {
        var story = try EngineStory.begun(two)
        let first = story.id("a")
        let command = EngineCommand.complete(first, product: "", fields: [:])
        #expect(story.refusal(command, by: "binh") == .notHolder(first, holder: "an"))
        try story.complete("a", by: "an")
        #expect(story.refusal(command, by: "an") == .alreadyDone(first))
        let unknown = EngineCommand.complete(99, product: "", fields: [:])
        #expect(story.refusal(unknown, by: "an") == .unknownItem(99))
    }

    @Test func `a substitute acts under both names and only with a substitution`() throws {
        let process = version([step("a", post("chi", "tuphap"))], ["s a e"])
        var story = try EngineStory.begun(process)
        try story.perform(.accept(1), by: "dung", for: "chi")
        #expect(story.item("a")?.holder == "chi")
        let command = EngineCommand.complete(1, product: "", fields: [:])
        #expect(story.refusal(command, by: "ha", for: "chi") == .mayNotStandIn(1, forPerson: "chi"))
        try story.perform(command, by: "dung", for: "chi")
        let record = try #require(story.state?.records.first)
        #expect(record.person == "dung")
        #expect(record.answerable == "chi")
    }

    @Test func `a step must yield its product`() throws {
        let process = version([step("a", product: "Tờ trình")], ["s a e"])
        let story = try EngineStory.begun(process)
        let refusal = story.refusal(.complete(1, product: "  ", fields: [:]), by: "an")
        #expect(refusal == .productMissing(step: "làm a", product: "Tờ trình"))
    }

    @Test func `nobody controls what the same hand prepared`() throws {
        let process = version([step("a"), step("k", controls: ["a"])], ["s a k e"])
        var story = try EngineStory.begun(process)
        try story.complete("a", by: "an")
        let command = EngineCommand.complete(story.id("k"), product: "", fields: [:])
        #expect(story.refusal(command, by: "an") == .controlsOwnWork("a", "an"))
        try story.perform(.handOver(story.id("k"), to: "binh", reason: "kiểm soát"), by: "an")
        try story.complete("k", by: "binh")
        #expect(story.state?.outcome == .finished)
    }

    @Test func `an instance keeps the issue it began with`() throws {
        let story = try EngineStory.begun(two)
        var newer = two
        newer.issue = 2
        #expect(throws: EngineRejection.otherVersion(process: "THU-01", issue: 1)) {
            try EngineRules.decide(
                .complete(1, product: "", fields: [:]), on: story.state, process: newer,
                by: Actor("an"), in: story.context)
        }
    }

    @Test func `a matter begins once, with a person of the office, and ends once`() throws {
        var story = EngineStory(two)
        let command = EngineCommand.complete(1, product: "", fields: [:])
        #expect(story.refusal(command, by: "an") == .notStarted)
        let start = EngineCommand.start("hs1", focalPoint: nil, fields: [:])
        #expect(story.refusal(start, by: "nguoila") == .personMissing)
        #expect(story.refusal(start, by: "") == .personMissing)
        try story.perform(start, by: "an")
        #expect(story.refusal(start, by: "an") == .alreadyStarted)
        try story.perform(.close(.stopped, reason: "trùng"), by: "an")
        #expect(story.refusal(command, by: "an") == .alreadyEnded(.stopped))
        let empty = ProcessVersion(code: "X", title: "", kind: .procedure, ownerUnit: "")
        #expect(EngineStory(empty).refusal(start, by: "an") == .noStartNode)
    }

    @Test func `services run at once and are recorded`() throws {
        let process = version([node("m", .service(action: "gửi tin")), step("a")], ["s m a e"])
        let story = try EngineStory.begun(process)
        #expect(story.services == ["gửi tin"])
        #expect(story.open == ["a"])
    }
}
