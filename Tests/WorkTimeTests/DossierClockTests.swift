// The two clocks against tables of stories, and what a reading says beside the date.
import Testing
import WorkTime

@Suite struct DossierClockTests {
    let calendar = WorkCalendar.vietnam

    @Test(arguments: ClockStory.days + ClockStory.otherTerms)
    func `a story leads to its date, its class and its minutes`(_ story: ClockStory) throws {
        let reading = try story.read()
        let due = story.due.contains("T") ? reading.dueAt?.text : reading.due?.text
        #expect(due ?? "-" == story.due)
        #expect(reading.timeliness?.rawValue ?? "-" == story.timeliness)
        #expect(reading.indexMinutes.map(String.init) ?? "-" == story.minutes)
        #expect(reading.isPaused == (story.due == "-"))
    }

    @Test(arguments: ClockStory.days + ClockStory.otherTerms)
    func `the explanation tells the same reading`(_ story: ClockStory) throws {
        let explanation = try DossierClock.explain(
            story.events, policy: story.policy, calendar: calendar)
        #expect(try explanation.reading == story.read())
        #expect(!explanation.appointment.isEmpty)
    }

    @Test func `stories have names of their own`() {
        let names = (ClockStory.days + ClockStory.otherTerms).map(\.name)
        #expect(Set(names).count == names.count)
    }

    @Test func `a paused dossier says since when and why`() throws {
        let events = [
            "2017-07-03T09:00 received", "2017-07-04T09:00 dutyAsked tax",
            "2017-07-05T09:00 supplementRequested", "2017-07-05T10:00 dutyAsked fee",
            "2017-07-06T09:00 dutyDone tax",
        ].map(ClockEvent.init(line:))
        let reading = try DossierClock.read(
            events, policy: ClockPolicy(term: .workingDays(5)), calendar: calendar)
        #expect(reading.isPaused)
        #expect(reading.pausedSince == clock("2017-07-04T09:00"))
        #expect(reading.pausedBy == ["supplement", "fee"])
        #expect(reading.dueBeforeStop == clock("2017-07-10T17:30"))
        #expect(reading.stops.map(\.causes) == [["tax", "supplement", "fee"]])
        #expect(reading.stops.map(\.hasSupplement) == [true])
        #expect(reading.due == nil)
        #expect(reading.end == nil)
    }

    @Test func `a second supplement makes the dossier late for the index alone`() throws {
        let events = [
            "2017-07-03T09:00 received", "2017-07-04T09:00 supplementRequested",
            "2017-07-05T09:00 supplementReceived", "2017-07-06T09:00 supplementRequested",
            "2017-07-07T09:00 supplementReceived", "2017-07-10T09:00 finished",
        ].map(ClockEvent.init(line:))
        let policy = ClockPolicy(term: .workingDays(5))
        let reading = try DossierClock.read(events, policy: policy, calendar: calendar)
        #expect(reading.supplementCount == 2)
        #expect(reading.isLateByIndex)
        #expect(reading.timeliness == .early)
        let once = try DossierClock.read(
            Array(events.prefix(3)), policy: policy, calendar: calendar)
        #expect(once.supplementCount == 1)
        #expect(!once.isLateByIndex)
    }

    @Test func `an unanswered second request of an open one does not count`() throws {
        let story = try #require(
            ClockStory.days.first { $0.name == "asked for twice over while it is open" })
        #expect(try story.read().supplementCount == 1)
    }

    @Test func `lateness at a moment follows the day, or the minute`() throws {
        let received = [ClockEvent(.received, at: clock("2017-07-03T09:00"))]
        let byDay = try DossierClock.read(
            received, policy: ClockPolicy(term: .workingDays(1)), calendar: calendar)
        #expect(!byDay.isLate(at: clock("2017-07-04T23:59")))
        #expect(byDay.isLate(at: clock("2017-07-05T00:00")))
        let byMinute = try DossierClock.read(
            received, policy: ClockPolicy(term: .workingMinutes(60)), calendar: calendar)
        #expect(!byMinute.isLate(at: clock("2017-07-03T10:00")))
        #expect(byMinute.isLate(at: clock("2017-07-03T10:01")))
    }

    @Test func `a dossier that waits is judged when the wait began`() throws {
        let policy = ClockPolicy(term: .workingDays(1))
        let inTime = ["2017-07-03T09:00 received", "2017-07-04T09:00 dutyAsked"]
        let late = ["2017-07-03T09:00 received", "2017-07-05T09:00 dutyAsked"]
        let year = clock("2018-07-03T09:00")
        let first = try DossierClock.read(
            inTime.map(ClockEvent.init(line:)), policy: policy, calendar: calendar)
        #expect(!first.isLate(at: year))
        let second = try DossierClock.read(
            late.map(ClockEvent.init(line:)), policy: policy, calendar: calendar)
        #expect(second.isLate(at: year))
        #expect(second.isLateForGood)
    }

    @Test func `what is left turns negative and ends with the dossier`() throws {
        let policy = ClockPolicy(term: .workingDays(1))
        let events = ["2017-07-03T09:00 received", "2017-07-06T09:00 finished"]
            .map(ClockEvent.init(line:))
        let open = try DossierClock.read([events[0]], policy: policy, calendar: calendar)
        #expect(try open.remaining(at: clock("2017-07-04T16:30"), in: calendar) == 60)
        #expect(try open.remaining(at: clock("2017-07-05T09:00"), in: calendar) == -60)
        let ended = try DossierClock.read(events, policy: policy, calendar: calendar)
        #expect(try ended.remaining(at: clock("2017-07-06T09:00"), in: calendar) == nil)
    }

    @Test func `the index clock can be read on the way`() throws {
        let events = [
            "2017-07-03T09:00 received", "2017-07-05T10:00 supplementRequested",
            "2017-07-07T15:00 supplementReceived", "2017-07-13T16:00 finished",
        ].map(ClockEvent.init(line:))
        let reading = try DossierClock.read(
            events, policy: ClockPolicy(term: .workingDays(5)), calendar: calendar)
        let known = [
            ("2017-07-01T09:00", 0), ("2017-07-03T09:00", 0), ("2017-07-03T17:30", 420),
            ("2017-07-05T10:00", 1_020), ("2017-07-06T10:00", 1_020), ("2017-07-07T16:00", 1_080),
            ("2017-07-13T16:00", 3_000), ("2017-12-31T23:59", 3_000),
        ]
        for (at, minutes) in known {
            #expect(try reading.indexMinutes(through: clock(at), in: calendar) == minutes)
        }
    }
}
