// The command `roviec`: each subcommand in a file of its own.

import ArgumentParser

@main
struct RoViecTool: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roviec",
        abstract: "Runs an office by published processes: clear person, work, time and product.",
        subcommands: [ServeCommand.self])
}
