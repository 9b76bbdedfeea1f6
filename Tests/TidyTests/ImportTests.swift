// Imports point one way.

import Testing

@Suite struct ImportTests {
    @Test func `imports point one way`() {
        expectNone(Repository.sources.flatMap(importFindings))
    }

    @Test(arguments: [
        ("Sources/WorkTime/DayNumber.swift", "import Foundation"),
        ("Sources/WorkTime/DayNumber.swift", "import Glibc"),
        ("Sources/ProcessModel/ProcessStep.swift", "import Engine"),
        ("Sources/Engine/EngineRules.swift", "import Ledger"),
        ("Sources/HTML/Link.swift", "import WorkTime"),
        ("Sources/ProcessFormats/StepTable.swift", "import Office"),
        ("Sources/Ledger/Entry.swift", "import GRDB"),
        ("Sources/LedgerSQLite/SQLiteLedger.swift", "import Office"),
        ("Sources/RoViec/ServeCommand.swift", "import GRDB"),
        ("Sources/Office/Meetings/MeetingRules.swift", "import Foundation"),
        ("Sources/Office/Meetings/MeetingRules.swift", "import Hummingbird"),
        ("Sources/Office/Meetings/Meeting.swift", "import HTML"),
        ("Sources/Office/Meetings/MeetingQueries.swift", "import GRDB"),
        ("Sources/Office/Meetings/MeetingQueries.swift", "import HTML"),
        ("Sources/Office/Meetings/MeetingPages.swift", "import LedgerSQLite"),
        ("Sources/Office/Meetings/MeetingViews.swift", "import Hummingbird"),
        ("Sources/Office/People/PeopleRules.swift", "import CArgon2"),
        ("Sources/Office/People/PeoplePages.swift", "import ArgumentParser"),
        ("Sources/Office/Site/Routes.swift", "import CArgon2"),
        ("Sources/Office/Site/SitePiecesQR.swift", "import CQRencode"),
        ("Sources/Novelty/Anything.swift", "let nothing = 0"),
    ])
    func `an import against the direction is found`(path: String, code: String) {
        #expect(importFindings(SourceFile(path, code)).count == 1)
    }

    @Test(arguments: [
        ("Sources/Engine/EngineRules.swift", "import ProcessModel\nimport WorkTime"),
        ("Sources/LedgerSQLite/SQLiteLedger.swift", "import GRDB\nimport Ledger"),
        ("Sources/Office/Meetings/MeetingRules.swift", "import Engine\nimport Ledger"),
        ("Sources/Office/Meetings/MeetingPages.swift", "import HTML\nimport Hummingbird"),
        ("Sources/Office/Site/Routes.swift", "import Hummingbird\nimport Foundation"),
        ("Sources/Office/Desk/DeskRules.swift", "import Engine\nimport Crypto"),
        ("Sources/Office/People/PasswordHash.swift", "import CArgon2\nimport Crypto"),
        ("Sources/Office/Site/SiteQRCode.swift", "import CQRencode"),
        ("Tests/EngineTests/EngineRulesTests.swift", "import Foundation"),
    ])
    func `an import along the direction passes`(path: String, code: String) {
        #expect(importFindings(SourceFile(path, code)).isEmpty)
    }

    @Test(arguments: [
        "@testable import GRDB", "public import GRDB", "import struct GRDB.Row",
        "import GRDB.Row", "  import GRDB // once",
    ])
    func `every form of an import line is read`(code: String) {
        #expect(imports(of: SourceFile("a.swift", code)).map(\.module) == ["GRDB"])
    }

    @Test(arguments: ["// import GRDB", "let a = \"import GRDB\"", "let importance = 1"])
    func `what only looks like an import is not one`(code: String) {
        #expect(imports(of: SourceFile("a.swift", code)).isEmpty)
    }

    @Test func `a finding names line, module and what is allowed`() {
        let file = SourceFile("Sources/Engine/Case.swift", "// Case.\n\nimport Ledger")
        let finding = importFindings(file).first?.description
        #expect(
            finding == "Sources/Engine/Case.swift:3: Case.swift may not import Ledger. Allowed "
                + "here: ProcessModel, WorkTime. Give the file the role it has, or pass a value in."
        )
    }
}
