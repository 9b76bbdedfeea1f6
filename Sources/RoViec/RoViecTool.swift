// The command `roviec`: each subcommand in a file of its own.
//
// It ends with 0 when all is well, 1 when something was found or could not be done, and 2 when the
// command was called in a way that it does not know.

import ArgumentParser
import Foundation

@main
struct RoViecTool: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roviec",
        abstract: "Runs an office by published processes: clear person, work, time and product.",
        discussion: """
            Điều hành cơ quan theo quy trình đã ban hành: rõ người, rõ việc, rõ thời gian, rõ sản \
            phẩm. Bắt đầu: roviec demo --data var/office, rồi roviec serve --data var/office.
            """,
        subcommands: [
            ServeCommand.self, DemoCommand.self, ProcessCommand.self, DeadlineCommand.self,
            ClockCommand.self, ReportCommand.self, VerifyCommand.self, CheckpointCommand.self,
            ProofCommand.self, KeyCommand.self, BackupCommand.self, RestoreCommand.self,
            MoveCommand.self, TokenCommand.self, BenchCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            CommandEnd.finish(error)
        }
    }
}
