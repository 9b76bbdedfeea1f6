// `roviec token`: tokens for other programs, made by whoever stands at the machine.

import ArgumentParser
import Foundation
import Ledger
import Office
import WorkTime

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Makes, lists and revokes tokens with which other programs work.",
        subcommands: [
            TokenCreateCommand.self, TokenListCommand.self, TokenRevokeCommand.self,
        ])
}

struct TokenCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Makes a token and prints it, once.",
        discussion: """
            Tạo mã truy cập cho chương trình khác, làm việc thay một người. Mã chỉ in ra một lần, \
            một mình trên đầu ra chuẩn; sổ và cơ sở dữ liệu không giữ mã.
            """)

    @OptionGroup var place: DataOption

    @Option(help: ArgumentHelp("Whose rights it has.", valueName: "account"))
    var person: String

    @Option(help: "What it may be used for: read, work or admin. May be given several times.")
    var scope: [String]

    @Option(help: "Days it lasts, 1 to 365.")
    var days = 90

    @Option(help: "Which program will use it.")
    var name = "roviec token create"

    func run() async throws {
        let desk = try await OfficeOpening.desk(at: place, creates: false)
        let issued: Tokens.Issued
        do {
            issued = try await issue(desk)
        } catch {
            await desk.store.close()
            throw error
        }
        await desk.store.close()
        let until = issued.grant.expiresAt.local(in: .indochina)
        Output.complain(
            Bilingual(
                vi: "Mã \(issued.grant.id), có hạn đến \(until). Mã chỉ hiện lần này.",
                en: "Token \(issued.grant.id), valid until \(until). It is shown this once."))
        Output.write((issued.text ?? "") + "\n")
    }

    private func issue(_ desk: Desk) async throws -> Tokens.Issued {
        let house = try await Site.House.open(desk: desk)
        let organisation = try await desk.read { try $0.organisation() }
        guard let owner = organisation.people.values.first(where: { $0.account == person }) else {
            throw Tokens.Rejection.accountUnknown(person)
        }
        return try await desk.issueToken(
            for: owner.id, name: name, scopes: try Tokens.scopes(of: scope), days: days, by: nil,
            at: house.clock.now)
    }
}

struct TokenListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists tokens: whose, for what, until when, last used.")

    @OptionGroup var place: DataOption

    @Flag(help: "Print the tokens as JSON.")
    var json = false

    func run() async throws {
        let desk = try await OfficeOpening.desk(at: place, creates: false)
        let now = desk.machineNow()
        let (tokens, organisation) = try await desk.read {
            (try $0.tokens(of: nil, at: now), try $0.organisation())
        }
        await desk.store.close()
        if json { return try Output.writeJSON(tokens) }
        for token in tokens {
            let account = organisation.people[token.person]?.account ?? "\(token.person)"
            let scopes = token.scopes.map(\.rawValue).joined(separator: ",")
            let used = token.usedAt.map { "\($0)" } ?? "-"
            Output.write(
                "\(token.id)  \(account)  \(scopes)  \(token.expiresAt)  \(used)  "
                    + "\(token.standing.rawValue)  \(token.name)\n")
        }
    }
}

struct TokenRevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Revokes a token: from now on it opens nothing.")

    @OptionGroup var place: DataOption

    @Argument(help: "Identifier of the token, as the list shows it.")
    var id: String

    func run() async throws {
        let desk = try await OfficeOpening.desk(at: place, creates: false)
        do {
            let house = try await Site.House.open(desk: desk)
            _ = try await desk.perform(.tokens(.revoke(id)), by: nil, at: house.clock.now)
        } catch {
            await desk.store.close()
            throw error
        }
        await desk.store.close()
    }
}
