// When steps are due: by term and calendar, from the moment the work was opened.

import Engine
import ProcessModel
import Testing
import WorkTime

struct EngineDueTests {
    @Test(arguments: [
        (Term.workingMinutes(90), "09:30", "2017-07-03"),
        (.workingMinutes(480), "17:30", "2017-07-03"),
        (.workingDays(1), "17:30", "2017-07-04"), (.workingDays(5), "17:30", "2017-07-10"),
        (.calendarDays(5), "17:30", "2017-07-10"), (.sameDay, "17:30", "2017-07-03"),
    ])
    func `a step is due by its own term`(term: Term, time: String, day: String) throws {
        let story = try EngineStory.begun(version([step("a", time: .term(term))], ["s a e"]))
        #expect(story.item("a")?.due == minute(time, day))
    }

    @Test func `the term of the next step runs from its own opening`() throws {
        let hour = StepTime.term(.workingMinutes(60))
        var story = try EngineStory.begun(
            version([step("a", time: hour), step("b", time: hour)], ["s a b e"]))
        story.now = minute("11:30")
        try story.complete("a", by: "an")
        #expect(story.item("b")?.due == minute("14:00"))
        #expect(story.state?.records.first?.result == .late)
    }

    @Test func `an offer slowly answered creates no time`() throws {
        let process = version(
            [step("b", post("dung", "tuphap"), time: .term(.workingMinutes(60)))], ["s b e"])
        var story = try EngineStory.begun(process)
        story.now = minute("10:00")
        try story.accept("b", by: "dung")
        #expect(story.item("b")?.due == minute("09:00"))
    }

    @Test func `a reminder that would lie in the past is left out`() throws {
        let story = try EngineStory.begun(
            version([step("a", time: .term(.workingMinutes(60)))], ["s a e"]))
        #expect(story.state?.timers.map(\.kind) == [.due, .escalation])
    }

    @Test func `the office says how long before and after it wants to be woken`() throws {
        let process = version([step("a", time: .term(.workingMinutes(240)))], ["s a e"])
        let office = EngineTestOffice()
        let context = EngineContext(
            now: minute("08:00"), calendar: .vietnam, roster: office.roster,
            timers: TimerPolicy(reminderMinutes: 60, escalationMinutes: 30))
        let events = try EngineRules.decide(
            .start("hs1", focalPoint: nil, fields: [:]), on: nil, process: process,
            by: Actor("an"), in: context)
        let timers = try #require(EngineRules.replay(events)).timers
        #expect(timers.map(\.at) == [minute("11:00"), minute("12:00"), minute("14:00")])
    }

    @Test(arguments: [
        ("16:00", "2017-07-04", StepResult.early), ("08:00", "2017-07-05", .onTime),
        ("17:30", "2017-07-05", .onTime), ("17:31", "2017-07-05", .late),
    ])
    func `early is a day before, on time the day itself, late after it`(
        time: String, day: String, result: StepResult
    ) throws {
        let process = version(
            [step("a", time: .term(.workingDays(2))), step("b")], ["s a b e"])
        var story = try EngineStory.begun(process)
        story.now = minute(time, day)
        try story.complete("a", by: "an")
        #expect(story.state?.records.first?.result == result)
    }

    @Test func `reminders already given are not given again after a stop`() throws {
        let process = version([step("a", time: .term(.workingDays(2)))], ["s a e"])
        var story = try EngineStory.begun(process)
        let reminder = try #require(story.state?.timers.first)
        #expect(reminder.kind == .reminder)
        story.now = reminder.at
        try story.perform(.fireTimer(reminder), by: "maychu")
        try story.perform(.askDuty(1, reason: "lệ phí"), by: "an")
        #expect(
            story.refusal(.fireTimer(try #require(story.item("a")?.timers.first)), by: "maychu")
                == .itemStopped(1, cause: "duty#1"))
        story.now = minute("08:00", "2017-07-07")
        try story.perform(.confirmDuty(1), by: "an")
        #expect(story.state?.timers.map(\.kind) == [.due, .escalation])
    }
}
