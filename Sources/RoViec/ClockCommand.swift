// `roviec clock`: both clocks of dossiers, from their events.

import ArgumentParser
import Office

struct ClockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock",
        abstract: "Reckons appointment date, class and index minutes from the events of dossiers.",
        discussion: """
            Tính ngày hẹn trả, xếp loại và số phút làm việc từ các sự kiện của hồ sơ.

            roviec clock --batch < dossiers.jsonl
            Each line: {"term": 15, "unit": "working_day", "events":
              [{"at": "2017-03-01T09:10", "type": "received"}, …]}
            Types: received, supplementRequested, supplementReceived, dutyAsked, dutyDone,
            finished, refused, withdrawn, stopped; "cause" tells several open requests apart.
            Units: working_day, calendar_day, half_day, working_hour, working_minute, same_day.
            Answer: {"due": "2017-03-22", "class": "early", "indexMinutes": 1234, "paused": false}
            or {"error": "…"}; a batch with an error goes on and ends with exit status 1.
            """)

    @Flag(help: "Read JSON lines from standard input and answer each of them.")
    var batch = false

    func run() throws {
        if !batch {
            throw CommandMisuse(
                vi: "Thiếu --batch; hãy ghi: roviec clock --batch < ho-so.jsonl",
                en: "--batch is missing; write: roviec clock --batch < dossiers.jsonl",
                of: Self.self)
        }
        try BatchInput.run(ClockBatch.batch())
    }
}
