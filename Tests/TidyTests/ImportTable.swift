// The direction of imports. SwiftPM lets a target import what it does not declare, so this table is
// the fence: what is not listed may not be imported.

enum ImportTable {
    /// Folders of `Sources` and all that their files may import. `Office` has rows by role.
    static let targets: [String: Set<String>] = [
        "WorkTime": [],
        "ProcessModel": ["WorkTime"],
        "Engine": ["ProcessModel", "WorkTime"],
        "HTML": [],
        "ProcessFormats": ["ProcessModel", "WorkTime", "Yams", "Foundation"],
        "Ledger": ["Crypto", "Synchronization", "Dispatch", "Foundation"],
        "LedgerSQLite": ["Ledger", "GRDB", "GRDBSQLite", "Foundation"],
        "LedgerPostgres": ["Ledger", "CPostgres", "Synchronization", "Dispatch", "Foundation"],
        "Mail": ["WorkTime", "NIOCore", "NIOPosix"],
        "Multipart": [],
        "VirusScan": ["NIOCore", "NIOPosix"],
        "CArgon2": [],
        "CPostgres": [],
        "CQRencode": [],
        "CXlsx": [],
        "RoViec": [
            "WorkTime", "ProcessModel", "Engine", "ProcessFormats", "Ledger", "LedgerSQLite",
            "LedgerPostgres", "Mail", "VirusScan", "Office", "Hummingbird", "HummingbirdCore",
            "HTTPTypes", "NIOCore", "NIOHTTPTypes", "Logging", "Synchronization",
            "ServiceLifecycle", "ArgumentParser", "Foundation", "Dispatch",
        ],
    ]

    /// What a noun, its rules and everything without a role of its own may know.
    static let nouns: Set<String> = ["WorkTime", "ProcessModel", "Engine", "Ledger"]

    private static let web: Set<String> = ["Hummingbird", "HTTPTypes", "NIOCore"]

    /// Roles in `Office`, told by the end of the file name; the longest that fits counts.
    static let roles: [String: Set<String>] = [
        "Rules": nouns,
        "Desk": nouns.union(["Foundation"]),
        "Folding": ["Foundation"],
        "Text": nouns.union(["Foundation"]),
        "Queries": nouns,
        "Pages": nouns.union(web).union(["HTML"]),
        "Portal": nouns.union(web).union(["HTML"]),
        "Views": nouns.union(["HTML"]),
        "Diagram": nouns.union(["HTML"]),
        "DiagramRoutes": nouns.union(["HTML"]),
        "DiagramShapes": nouns.union(["HTML"]),
        "API": nouns.union(web).union(["Foundation"]),
        "Import": nouns.union(["ProcessFormats", "Foundation"]),
        "PasswordHash": ["CArgon2", "Crypto", "Foundation"],
        "QRCode": ["CQRencode"],
        "Workbook": ["CXlsx", "WorkTime"],
    ]

    /// Folders of `Office` that are no feature: what a file there may import beside its role's.
    static let folders: [String: Set<String>] = [
        "Desk": ["Crypto", "Logging", "Synchronization", "Foundation"],
        "Site": web.union([
            "HTML", "ProcessFormats", "Crypto", "Logging", "Synchronization", "Foundation",
        ]),
        "Demo": ["ProcessFormats", "Foundation"],
        // Step tables are checked, drafted and downloaded as files there.
        "Processes": ["ProcessFormats"],
        // What a notice becomes.
        "Notices": ["Mail"],
        // Files come in forms of parts, and are known by their digests.
        "Attachments": ["Multipart", "Crypto"],
    ]

    /// What the file may import; nil when the table has no row for it.
    static func allowed(for file: SourceFile) -> Set<String>? {
        guard let target = file.sourceTarget else { return nil }
        guard target == "Office" else { return targets[target] }
        let base = String(file.name.prefix { $0 != "." })
        let role = roles.keys.filter(base.hasSuffix).max { $0.count < $1.count }
        let folder = file.folders.count > 2 ? folders[file.folders[2]] : nil
        return (role.flatMap { roles[$0] } ?? nouns).union(folder ?? [])
    }
}
