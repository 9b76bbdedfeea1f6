// `roviec bench`: what this build costs. `script/bench` runs these beside baselines of the same
// minutes and measures the rest from outside.

import ArgumentParser

struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Times this build; prints JSON, a line a measure.",
        subcommands: [
            BenchDeadlinesCommand.self, BenchEngineCommand.self, BenchListsCommand.self,
            BenchCalendarCommand.self, BenchPlayedCommand.self,
        ],
        defaultSubcommand: BenchDeadlinesCommand.self)
}
