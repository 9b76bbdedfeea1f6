// Another issue of the calendar: what is to come moves as if it had always held, what is over
// stays.

import Engine
import ProcessModel
import Testing
import WorkTime

/// The country's calendar with days of the house's own. 3 July 2017 is a Monday.
private func calendar(
    off: [String] = [], worked: [String] = []
) throws -> WorkCalendar {
    func rules(_ days: [String], _ kind: DayKind) throws -> [DayRule] {
        try days.map {
            DayRule(
                day: try #require(DayNumber($0)), kind: kind,
                name: Bilingual(vi: "thử", en: "test"), source: "hư cấu")
        }
    }
    return try WorkCalendar.vietnam.inherited(
        by: CalendarVersion(
            unit: "CQ", issue: 1, name: Bilingual(vi: "thử", en: "test"),
            decided: try #require(DayNumber("2017-07-03")), basis: "hư cấu",
            data: CalendarData(days: try rules(off, .closure) + rules(worked, .opening))))
}

@Suite struct `Another issue of the calendar` {
    private func taken(
        _ story: inout EngineStory, _ calendar: WorkCalendar, at now: LocalMinute
    ) throws -> [EngineEvent] {
        story.now = now
        let before = story.events.count
        try story.perform(.takeCalendar(calendar), by: "roviec")
        story.calendar = calendar
        return Array(story.events[before...])
    }

    @Test(
        arguments: [
            (Term.workingDays(2), ["2017-07-05"], [], "17:30", "2017-07-06"),
            (.workingDays(2), ["2017-07-04", "2017-07-05"], [], "17:30", "2017-07-07"),
            (.workingDays(2), ["2017-07-06"], [], "17:30", "2017-07-05"),
            (.workingDays(5), [], ["2017-07-08"], "17:30", "2017-07-08"),
            (.workingDays(5), ["2017-07-07"], ["2017-07-08"], "17:30", "2017-07-10"),
            (.workingMinutes(600), ["2017-07-04"], [], "10:00", "2017-07-05"),
            (.calendarDays(2), ["2017-07-05"], [], "17:30", "2017-07-06"),
            (.calendarDays(2), ["2017-07-04"], [], "17:30", "2017-07-05"),
            (.sameDay, ["2017-07-04"], [], "17:30", "2017-07-03"),
        ] as [(Term, [String], [String], String, String)])
    func `moves the due time of a step to where its term leads`(
        _ term: Term, _ off: [String], _ worked: [String], _ time: String, _ day: String
    ) throws {
        var story = try EngineStory.begun(version([step("a", time: .term(term))], ["s a e"]))
        let new = try calendar(off: off, worked: worked)
        _ = try taken(&story, new, at: minute("08:30"))
        #expect(story.item("a")?.due == minute(time, day))
        #expect(
            story.item("a")?.due
                == (try Deadline.due(term, received: minute("08:00"), calendar: new)))
        let timers = story.item("a")?.timers.first { $0.kind == .due }
        #expect(timers?.at == story.item("a")?.due)
    }

    @Test func `the same calendar changes nothing`() throws {
        var story = try EngineStory.begun(
            version([step("a", time: .term(.workingDays(3)))], ["s a e"]))
        #expect(try taken(&story, .vietnam, at: minute("09:00")).isEmpty)
        let other = try calendar(off: ["2017-12-04"])
        #expect(try taken(&story, other, at: minute("09:00")).isEmpty, "too late to matter")
    }

    @Test func `what is over stays, late as it was`() throws {
        var story = try EngineStory.begun(
            version([step("a", time: .term(.workingDays(1)))], ["s a e"]))
        let due = story.item("a")?.due
        let new = try calendar(off: ["2017-07-07"])
        _ = try taken(&story, new, at: minute("08:00", "2017-07-06"))
        #expect(story.item("a")?.due == due)
    }

    @Test func `a reminder already given is not given again`() throws {
        var story = try EngineStory.begun(
            version([step("a", time: .term(.workingDays(2)))], ["s a e"]))
        let reminder = try #require(story.state?.timers.first)
        story.now = reminder.at
        try story.perform(.fireTimer(reminder), by: "roviec")
        _ = try taken(&story, try calendar(off: ["2017-07-05"]), at: story.now + 10)
        #expect(story.state?.timers.map(\.kind) == [.due, .escalation])
    }

    @Test func `an escalation that alone lies behind the change moves alone`() throws {
        var story = try EngineStory.begun(
            version([step("a", time: .term(.workingDays(1)))], ["s a e"]))
        let events = try taken(&story, try calendar(off: ["2017-07-05"]), at: minute("09:00"))
        #expect(events.map { String("\($0.change)".prefix { $0 != "(" }) } == ["timersMoved"])
        #expect(story.item("a")?.due == minute("17:30", "2017-07-04"))
        let escalation = story.item("a")?.timers.first { $0.kind == .escalation }
        #expect(escalation?.at == minute("17:30", "2017-07-06"))
    }

    /// After a stop the due time is no longer what the term gives: the minutes left are kept.
    @Test func `work that was stopped keeps the time it had left`() throws {
        var story = try EngineStory.begun(
            version([step("a", time: .term(.workingDays(2)))], ["s a e"]))
        try story.perform(.askDuty(1, reason: "lệ phí"), by: "an")
        story.now = minute("10:00", "2017-07-04")
        try story.perform(.confirmDuty(1), by: "an")
        let before = try #require(story.item("a")?.due)
        let left = try story.calendar.workingMinutes(from: story.now, to: before)
        let new = try calendar(off: ["2017-07-05", "2017-07-06"])
        _ = try taken(&story, new, at: story.now)
        let after = try #require(story.item("a")?.due)
        #expect(after > before)
        #expect(try new.workingMinutes(from: story.now, to: after) == left)
    }

    @Test func `a term that passes ends later`() throws {
        let process = version(
            [Node(id: "t", title: "Niêm yết", kind: .timer(.workingDays(3)))], ["s t e"])
        var story = try EngineStory.begun(process)
        _ = try taken(&story, try calendar(off: ["2017-07-05"]), at: minute("09:00"))
        let item = try #require(story.item("t"))
        #expect(item.due == minute("17:30", "2017-07-07"))
        #expect(item.timers.map(\.at) == [minute("17:30", "2017-07-07")])
    }

    /// The timer behind an event gateway belongs to work without a due time of its own.
    @Test func `a timer behind an event gateway moves too`() throws {
        let process = version(
            [
                step("a"), node("v", .gateway(.event)),
                node("t", .timer(.workingDays(2))), step("b"),
            ], ["s a v", "v t b e"])
        var story = try EngineStory.begun(process)
        try story.complete("a", by: "an")
        let before = try #require(story.item("v")?.timers.first)
        #expect(before.at == minute("17:30", "2017-07-05"))
        let events = try taken(&story, try calendar(off: ["2017-07-04"]), at: minute("09:00"))
        #expect(events.map { String("\($0.change)".prefix { $0 != "(" }) } == ["timersMoved"])
        let after = try #require(story.item("v")?.timers.first)
        #expect(after.at == minute("17:30", "2017-07-06"))
        #expect(story.refusal(.fireTimer(before), by: "roviec") == .staleTimer(after.item))
        story.now = after.at
        try story.perform(.fireTimer(after), by: "roviec")
        #expect(story.open == ["b"])
    }

    @Test func `what has ended takes none`() throws {
        var story = try EngineStory.begun(version([step("a")], ["s a e"]))
        try story.complete("a", by: "an")
        let new = try calendar(off: ["2017-07-05"])
        #expect(story.refusal(.takeCalendar(new), by: "roviec") == .alreadyEnded(.finished))
    }

    /// Random instances: sound afterwards, nothing before now moves, and back leads back.
    @Test func `random instances are as sound as before`() throws {
        var moved = 0
        for seed in 0..<120 {
            var walk = try EngineRandomWalk(seed: UInt64(9_000 + seed))
            try walk.wander(steps: 12)
            var story = walk.story
            guard let state = story.state, !state.isEnded else { continue }
            // Only days to come may differ.
            let first = try WorkCalendar.vietnam.nextWorkingDay(after: story.now.day)
            let second = try WorkCalendar.vietnam.nextWorkingDay(after: first + 1)
            let new = try calendar(off: [first.text, second.text])
            _ = try taken(&story, new, at: story.now)
            let after = try #require(story.state)
            #expect(after.items.map(\.id) == state.items.map(\.id))
            for (old, item) in zip(state.items, after.items) {
                if let due = old.due, due <= story.now { #expect(item.due == due) }
                #expect(item.timers.map(\.kind).count <= old.timers.count)
                if item.due != old.due { moved += 1 }
            }
            try story.perform(.takeCalendar(.vietnam), by: "roviec")
            #expect(story.state?.items.map(\.due) == state.items.map(\.due))
        }
        #expect(moved > 10, "\(moved)")
    }
}
