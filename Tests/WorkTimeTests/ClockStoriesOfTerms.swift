// Stories of dossiers whose term is not a number of working days.
import WorkTime

extension ClockStory {
    static let otherTerms: [ClockStory] = calendarDays + minutes + sameDay + halves

    private static let calendarDays = [
        ClockStory(
            "calendar days", "10 calendar_days", ["2017-07-03T09:00 received"], "2017-07-13 - -"),
        ClockStory(
            "calendar days that end on a holiday", "30 calendar_days",
            ["2017-08-03T09:00 received", "2017-09-04T09:00 finished"], "2017-09-05 early 10500"),
        ClockStory(
            "the rest of calendar days is in calendar days", "10 calendar_days",
            [
                "2017-07-03T09:00 received", "2017-07-08T09:00 dutyAsked",
                "2017-07-12T09:00 dutyDone",
            ], "2017-07-17 - -"),
        ClockStory(
            "the rest of calendar days is rolled on", "10 calendar_days",
            [
                "2017-07-03T09:00 received", "2017-07-08T09:00 dutyAsked",
                "2017-07-10T09:00 dutyDone",
            ], "2017-07-17 - -"),
        ClockStory(
            "a stop between the last day and the day it was moved to", "30 calendar_days",
            [
                "2017-08-03T09:00 received", "2017-09-05T08:00 dutyAsked",
                "2017-09-08T08:00 dutyDone",
            ], "2017-09-08 - -"),
        ClockStory(
            "the rest is counted from the last day, not from where it was moved",
            "30 calendar_days",
            [
                "2017-08-03T09:00 received", "2017-08-31T08:00 dutyAsked",
                "2017-09-11T08:00 dutyDone",
            ], "2017-09-13 - -"),
    ]

    private static let minutes = [
        ClockStory(
            "working minutes end at their minute", "480 working_minutes",
            ["2017-07-03T09:00 received", "2017-07-04T09:00 finished"],
            "2017-07-04T09:00 onTime 480"),
        ClockStory(
            "a minute later is late", "480 working_minutes",
            ["2017-07-03T09:00 received", "2017-07-04T09:01 finished"],
            "2017-07-04T09:00 late 481"),
        ClockStory(
            "the day before is early", "480 working_minutes",
            ["2017-07-03T09:00 received", "2017-07-03T18:00 finished"],
            "2017-07-04T09:00 early 420"),
        ClockStory(
            "the rest of the minutes goes on after a duty", "480 working_minutes",
            [
                "2017-07-03T09:00 received", "2017-07-03T10:00 dutyAsked",
                "2017-07-04T14:00 dutyDone",
            ], "2017-07-05T11:30 - -"),
        ClockStory(
            "a supplement restarts the minutes", "480 working_minutes",
            [
                "2017-07-03T09:00 received", "2017-07-03T10:00 supplementRequested",
                "2017-07-04T14:00 supplementReceived",
            ], "2017-07-05T14:00 - -"),
        ClockStory(
            "no minute is left and it ends at lunch", "480 working_minutes",
            [
                "2017-07-03T09:00 received", "2017-07-04T09:00 dutyAsked",
                "2017-07-06T12:30 dutyDone",
            ], "2017-07-06T13:30 - -"),
        ClockStory(
            "no minute is left and it ends within hours", "480 working_minutes",
            [
                "2017-07-03T09:00 received", "2017-07-04T09:00 dutyAsked",
                "2017-07-06T10:00 dutyDone",
            ], "2017-07-06T10:00 - -"),
        ClockStory(
            "no minute is left and it ends at the close", "480 working_minutes",
            [
                "2017-07-03T09:00 received", "2017-07-04T09:00 dutyAsked",
                "2017-07-06T17:30 dutyDone",
            ], "2017-07-06T17:30 - -"),
        ClockStory(
            "no minute is left and it ends at night", "480 working_minutes",
            [
                "2017-07-03T09:00 received", "2017-07-04T09:00 dutyAsked",
                "2017-07-07T20:00 dutyDone",
            ], "2017-07-10T08:00 - -"),
        ClockStory(
            "a minute too late before the stop", "480 working_minutes",
            [
                "2017-07-03T09:00 received", "2017-07-04T09:01 supplementRequested",
                "2017-07-06T10:00 supplementReceived",
            ], "2017-07-04T09:00 - -"),
    ]

    private static let sameDay = [
        ClockStory(
            "the same day", "same_day",
            ["2017-07-03T15:00 received", "2017-07-03T17:00 finished"],
            "2017-07-03T17:30 onTime 120"),
        ClockStory(
            "after the cut-off the next day", "same_day",
            ["2017-07-03T15:01 received", "2017-07-03T17:01 finished"],
            "2017-07-04T17:30 early 120"),
        ClockStory(
            "the same day again after a supplement", "same_day",
            [
                "2017-07-03T10:00 received", "2017-07-03T11:00 supplementRequested",
                "2017-07-05T15:30 supplementReceived",
            ], "2017-07-06T17:30 - -"),
        ClockStory(
            "nothing is left of the same day", "same_day", after: .resume,
            [
                "2017-07-03T10:00 received", "2017-07-03T11:00 supplementRequested",
                "2017-07-05T15:30 supplementReceived",
            ], "2017-07-05T17:30 - -"),
        ClockStory(
            "a day is left where the cut-off had given one", "same_day",
            [
                "2017-07-03T16:00 received", "2017-07-03T16:30 dutyAsked",
                "2017-07-07T09:00 dutyDone",
            ], "2017-07-10T17:30 - -"),
    ]

    private static let halves = [
        ClockStory(
            "received in the morning, back in the afternoon", "1 half_days",
            ["2017-07-03T09:00 received", "2017-07-03T17:30 finished"],
            "2017-07-03T17:30 onTime 420"),
        ClockStory(
            "received in the afternoon, back the next morning", "1 half_days",
            ["2017-07-03T14:00 received", "2017-07-04T12:01 finished"],
            "2017-07-04T12:00 late 450"),
        ClockStory(
            "no half day: the same half", "0 half_days",
            ["2017-07-03T12:00 received"], "2017-07-03T12:00 - -"),
        ClockStory(
            "two halves: the same half of the next day", "2 half_days",
            ["2017-07-07T14:00 received"], "2017-07-10T17:30 - -"),
        ClockStory(
            "received at lunch counts for the afternoon", "1 half_days",
            ["2017-07-03T12:01 received"], "2017-07-04T12:00 - -"),
        ClockStory(
            "received at night counts for the next morning", "1 half_days",
            ["2017-07-07T19:00 received"], "2017-07-10T17:30 - -"),
        ClockStory(
            "the rest of the halves goes on after a duty", "4 half_days",
            [
                "2017-07-03T09:00 received", "2017-07-03T14:00 dutyAsked",
                "2017-07-06T09:00 dutyDone",
            ], "2017-07-07T17:30 - -"),
    ]
}
