// Stories of dossiers whose term is a number of working days. July 2017 has no holiday; the 3rd is
// a Monday; a whole working day has 480 minutes.
import WorkTime

extension ClockStory {
    static let days: [ClockStory] = running + supplements + duties + late

    private static let running = [
        ClockStory(
            "without a stop and without an end", "5 working_days",
            ["2017-07-03T09:00 received"], "2017-07-10 - -"),
        ClockStory(
            "finished at the last minute of the due day", "5 working_days",
            ["2017-07-03T09:00 received", "2017-07-10T23:59 finished"],
            "2017-07-10 onTime 2820"),
        ClockStory(
            "finished in the first minute after the due day", "5 working_days",
            ["2017-07-03T09:00 received", "2017-07-11T00:00 finished"],
            "2017-07-10 late 2820"),
        ClockStory(
            "finished on the Sunday before", "5 working_days",
            ["2017-07-03T09:00 received", "2017-07-09T10:00 finished"],
            "2017-07-10 early 2340"),
        ClockStory(
            "received on a Saturday", "5 working_days",
            ["2017-07-08T10:00 received", "2017-07-14T08:00 finished"],
            "2017-07-14 onTime 1920"),
        ClockStory(
            "received and finished in one minute", "1 working_days",
            ["2017-07-03T09:00 finished", "2017-07-03T09:00 received"],
            "2017-07-04 early 0"),
        ClockStory(
            "across Tết", "5 working_days",
            ["2017-01-25T14:00 received", "2017-02-08T11:00 refused"],
            "2017-02-08 onTime 2310"),
        ClockStory(
            "what comes after the end has no effect", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-06T10:00 finished",
                "2017-07-07T08:00 supplementRequested", "2017-07-08T08:00 dutyDone",
                "2017-07-20T08:00 stopped",
            ], "2017-07-10 early 1500"),
    ]

    private static let supplements = [
        ClockStory(
            "a supplement restarts the full term", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-05T10:00 supplementRequested",
                "2017-07-07T15:00 supplementReceived", "2017-07-13T16:00 finished",
            ], "2017-07-14 early 3000"),
        ClockStory(
            "the same where the unit lets the rest go on", "5 working_days", after: .resume,
            [
                "2017-07-03T09:00 received", "2017-07-05T10:00 supplementRequested",
                "2017-07-07T15:00 supplementReceived", "2017-07-13T16:00 finished",
            ], "2017-07-12 late 3000"),
        ClockStory(
            "waiting for a supplement", "5 working_days",
            ["2017-07-03T09:00 received", "2017-07-05T10:00 supplementRequested"], "- - -"),
        ClockStory(
            "a supplement that comes on a Sunday", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-05T10:00 supplementRequested",
                "2017-07-09T15:00 supplementReceived",
            ], "2017-07-14 - -"),
        ClockStory(
            "asked for and brought in one minute", "5 working_days",
            [
                "2017-07-05T10:00 supplementReceived", "2017-07-03T09:00 received",
                "2017-07-05T10:00 supplementRequested",
            ], "2017-07-12 - -"),
        ClockStory(
            "brought and finished in one minute", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-05T10:00 supplementRequested",
                "2017-07-07T15:00 finished", "2017-07-07T15:00 supplementReceived",
            ], "2017-07-14 early 1020"),
        ClockStory(
            "asked for on the due day", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-10T16:00 supplementRequested",
                "2017-07-17T09:00 supplementReceived",
            ], "2017-07-24 - -"),
        ClockStory(
            "asked for twice over while it is open", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-05T10:00 supplementRequested",
                "2017-07-06T10:00 supplementRequested", "2017-07-07T15:00 supplementReceived",
            ], "2017-07-14 - -"),
    ]

    private static let duties = [
        ClockStory(
            "after a duty the rest goes on", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-05T10:00 dutyAsked",
                "2017-07-07T15:00 dutyDone", "2017-07-12T17:00 finished",
            ], "2017-07-12 onTime 2580"),
        ClockStory(
            "asked for and paid on one day", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-05T10:00 dutyAsked",
                "2017-07-05T15:00 dutyDone",
            ], "2017-07-10 - -"),
        ClockStory(
            "nothing is left and it is paid on a working day", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-10T09:00 dutyAsked",
                "2017-07-12T09:00 dutyDone",
            ], "2017-07-12 - -"),
        ClockStory(
            "nothing is left and it is paid on a Saturday", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-10T09:00 dutyAsked",
                "2017-07-15T09:00 dutyDone",
            ], "2017-07-17 - -"),
        ClockStory(
            "two duties that overlap are one stop", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-04T09:00 dutyAsked tax",
                "2017-07-05T09:00 dutyAsked fee", "2017-07-06T09:00 dutyDone tax",
                "2017-07-10T09:00 dutyDone fee",
            ], "2017-07-14 - -"),
        ClockStory(
            "a supplement inside a duty restarts at the end of the whole stop", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-04T09:00 dutyAsked",
                "2017-07-05T09:00 supplementRequested", "2017-07-06T09:00 supplementReceived",
                "2017-07-11T10:00 dutyDone",
            ], "2017-07-18 - -"),
        ClockStory(
            "one cause is answered, the other is open", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-04T09:00 dutyAsked",
                "2017-07-05T09:00 supplementRequested", "2017-07-06T09:00 dutyDone",
            ], "- - -"),
        ClockStory(
            "one stop ends in the minute in which the next begins", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-04T09:00 dutyAsked",
                "2017-07-06T10:00 dutyDone", "2017-07-06T10:00 supplementRequested",
                "2017-07-07T10:00 supplementReceived",
            ], "2017-07-14 - -"),
    ]

    private static let late = [
        ClockStory(
            "late before a duty: the date stays", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-11T08:00 dutyAsked",
                "2017-07-20T08:00 dutyDone", "2017-07-20T17:30 finished",
            ], "2017-07-10 late 3300"),
        ClockStory(
            "late before a supplement: no restart", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-11T08:00 supplementRequested",
                "2017-07-12T08:00 supplementReceived",
            ], "2017-07-10 - -"),
        ClockStory(
            "late for good, through a second stop", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-11T08:00 dutyAsked",
                "2017-07-12T08:00 dutyDone", "2017-07-13T08:00 supplementRequested",
                "2017-07-14T08:00 supplementReceived",
            ], "2017-07-10 - -"),
        ClockStory(
            "ended inside a stop that began in time", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-05T10:00 supplementRequested",
                "2017-07-20T08:00 withdrawn",
            ], "2017-07-10 early 1020"),
        ClockStory(
            "ended inside a stop that began on the due day", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-10T10:00 dutyAsked",
                "2017-07-20T08:00 stopped",
            ], "2017-07-10 onTime 2460"),
        ClockStory(
            "ended inside a stop that began late", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-11T10:00 dutyAsked",
                "2017-07-20T08:00 refused",
            ], "2017-07-10 late 2940"),
        ClockStory(
            "asked for and withdrawn in one minute", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-05T10:00 withdrawn",
                "2017-07-05T10:00 supplementRequested",
            ], "2017-07-10 early 1020"),
        ClockStory(
            "ended inside the second stop", "5 working_days",
            [
                "2017-07-03T09:00 received", "2017-07-05T10:00 supplementRequested",
                "2017-07-07T15:00 supplementReceived", "2017-07-10T10:00 dutyAsked",
                "2017-07-31T10:00 stopped",
            ], "2017-07-14 early 1290"),
    ]
}
