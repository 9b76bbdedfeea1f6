// Who may do what, as a table: the right person is let, everybody else is told why not.

import Engine
import ProcessModel
import Testing
import WorkTime

struct EngineRightsTests {
    static let process = version(
        [step("a"), step("b", post("dung", "tuphap"), returnsTo: ["a"]), step("c")],
        ["s a b c e"])

    /// Step `b` is on offer to `dung`, held by `an`.
    static func offered() throws -> EngineStory {
        var story = try EngineStory.begun(process)
        try story.complete("a", by: "an")
        return story
    }

    /// Step `b` is held by `dung`.
    static func accepted() throws -> EngineStory {
        var story = try offered()
        try story.accept("b", by: "dung")
        return story
    }

    static let everybody: [PersonID] = [
        "an", "binh", "chi", "dung", "giang", "ha", "khanh", "chutich", "la",
    ]

    func allowed(_ command: EngineCommand, in story: EngineStory) -> Set<PersonID> {
        Set(Self.everybody.filter { story.refusal(command, by: $0) == nil })
    }

    @Test func `on offer: the receiver answers, the office looks for another, nobody works`() throws
    {
        let story = try Self.offered()
        #expect(allowed(.accept(2), in: story) == ["dung"])
        #expect(allowed(.returnHandover(2, reason: "x"), in: story) == ["dung"])
        #expect(allowed(.complete(2, product: "", fields: [:]), in: story) == [])
        #expect(allowed(.sendBack(2, to: "a", reason: "x"), in: story) == [])
        #expect(allowed(.askSupplement(2, reason: "x"), in: story) == [])
        #expect(allowed(.assign(2, to: "ha"), in: story) == [])
        #expect(allowed(.handOver(2, to: "ha", reason: "x"), in: story) == [])
    }

    @Test func `accepted: the holder works, the head distributes`() throws {
        let story = try Self.accepted()
        #expect(allowed(.complete(2, product: "", fields: [:]), in: story) == ["dung"])
        #expect(allowed(.sendBack(2, to: "a", reason: "x"), in: story) == ["dung"])
        #expect(allowed(.askSupplement(2, reason: "x"), in: story) == ["dung"])
        #expect(allowed(.askDuty(2, reason: "x"), in: story) == ["dung"])
        #expect(allowed(.handOver(2, to: "ha", reason: "x"), in: story) == ["dung"])
        #expect(allowed(.assign(2, to: "ha"), in: story) == ["chi"])
        #expect(allowed(.take(2), in: story) == [])
        #expect(allowed(.accept(2), in: story) == [])
    }

    @Test func `the whole: focal point, holders and the head of the office`() throws {
        let story = try Self.accepted()
        #expect(allowed(.close(.stopped, reason: "x"), in: story) == ["an", "dung", "chutich"])
        #expect(
            allowed(.changeFocalPoint("ha", reason: "x"), in: story) == ["an", "chutich"])
    }

    @Test func `what the citizen brings is recorded by holder, focal point or the office`() throws {
        var story = try Self.accepted()
        try story.perform(.askDuty(2, reason: "lệ phí"), by: "dung")
        #expect(allowed(.confirmDuty(2), in: story) == ["an", "dung", "chutich"])
        #expect(allowed(.receiveSupplement(2), in: story) == [])
    }

    @Test func `work of a unit is free to its members and to nobody else`() throws {
        let unit = version([step("b", .member(of: .code("tuphap")))], ["s b e"])
        var story = try EngineStory.begun(unit)
        #expect(allowed(.accept(1), in: story) == ["chi", "dung", "ha"])
        #expect(allowed(.take(1), in: story) == ["chi", "dung", "ha"])
        #expect(allowed(.returnHandover(1, reason: "x"), in: story) == ["chi"])
        try story.perform(.accept(1), by: "chi")
        #expect(allowed(.take(1), in: story) == ["chi", "dung", "ha"])
        #expect(allowed(.assign(1, to: "ha"), in: story) == ["chi"])
        #expect(allowed(.complete(1, product: "", fields: [:]), in: story) == ["chi"])
    }

    @Test func `a substitution reaches as far as the person it stands for`() throws {
        let unit = version([step("b", .head(of: .code("tuphap")))], ["s b e"])
        var story = try EngineStory.begun(unit)
        #expect(story.refusal(.accept(1), by: "dung", for: "chi") == nil)
        #expect(
            story.refusal(.accept(1), by: "ha", for: "chi")
                == .mayNotStandIn(1, forPerson: "chi"))
        #expect(
            story.refusal(.accept(1), by: "dung", for: "giang")
                == .notReceiver(1, receiver: "chi"))
        try story.perform(.accept(1), by: "chi")
        #expect(story.refusal(.assign(1, to: "ha"), by: "dung", for: "chi") == nil)
        #expect(story.refusal(.close(.stopped, reason: "x"), by: "dung", for: "chi") == nil)
        #expect(
            story.refusal(.close(.stopped, reason: "x"), by: "ha", for: "chi")
                == .mayNotDecide("ha"))
    }
}
