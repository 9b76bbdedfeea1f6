// swift-tools-version: 6.2
import PackageDescription

/// One settings array for all targets; a new feature is a folder in Office and needs no line here.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(
    name: "HummingbirdTesting", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "roviec",
    products: [.executable(name: "roviec", targets: ["RoViec"])],
    dependencies: [
        .package(
            url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.34.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.0"),
        .package(
            url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.0"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.0"),
    ],
    targets: [
        .target(name: "WorkTime", swiftSettings: strict),
        .target(name: "ProcessModel", dependencies: ["WorkTime"], swiftSettings: strict),
        .target(name: "Engine", dependencies: ["ProcessModel", "WorkTime"], swiftSettings: strict),
        .target(
            name: "ProcessFormats", dependencies: ["ProcessModel", "WorkTime", yams],
            swiftSettings: strict),
        .target(name: "Ledger", dependencies: [crypto], swiftSettings: strict),
        .target(
            name: "LedgerSQLite", dependencies: ["Ledger", grdb, sqlite], swiftSettings: strict),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(
            name: "LedgerPostgres", dependencies: ["Ledger", "CPostgres"], swiftSettings: strict),
        .target(name: "HTML", swiftSettings: strict),
        .target(name: "Multipart", swiftSettings: strict),
        .target(name: "VirusScan", dependencies: [nio, nioPosix], swiftSettings: strict),
        .target(name: "Mail", dependencies: ["WorkTime", nio, nioPosix], swiftSettings: strict),
        .systemLibrary(
            name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
        .systemLibrary(
            name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(
            name: "CXlsx", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(
            name: "Office",
            dependencies: [
                "WorkTime", "ProcessModel", "Engine", "ProcessFormats", "Ledger", "HTML", "Mail",
                "Multipart", "CArgon2", "CQRencode", "CXlsx", hummingbird, httpTypes, nio, logging,
                crypto,
            ],
            resources: [.copy("Assets"), .copy("DemoData")],
            swiftSettings: strict),
        .executableTarget(
            name: "RoViec",
            dependencies: [
                "WorkTime", "ProcessModel", "Engine", "ProcessFormats", "Ledger", "LedgerSQLite",
                "LedgerPostgres", "Mail", "VirusScan", "Office", hummingbird, hummingbirdCore,
                httpTypes, nio, nioHTTPTypes, logging, lifecycle, arguments,
            ],
            swiftSettings: strict),

        // A place for tests: a store on each database, made and removed.
        .target(
            name: "TestStores",
            dependencies: ["Ledger", "LedgerSQLite", "LedgerPostgres", "CPostgres"],
            path: "Tests/TestStores", swiftSettings: strict),
        .testTarget(name: "WorkTimeTests", dependencies: ["WorkTime"], swiftSettings: strict),
        .testTarget(
            name: "ProcessModelTests", dependencies: ["ProcessModel", "WorkTime"],
            swiftSettings: strict),
        .testTarget(
            name: "EngineTests", dependencies: ["Engine", "ProcessModel", "WorkTime"],
            swiftSettings: strict),
        .testTarget(
            name: "ProcessFormatsTests",
            dependencies: ["ProcessFormats", "ProcessModel", "WorkTime"], swiftSettings: strict),
        .testTarget(
            name: "LedgerTests",
            dependencies: [
                "Ledger", "LedgerSQLite", "LedgerPostgres", "TestStores", "CPostgres", crypto, grdb,
            ],
            swiftSettings: strict),
        // An SMTP server for tests, on a port of its own, that says what it is told to say.
        .target(
            name: "MailSink", dependencies: [nio, nioPosix], path: "Tests/MailSink",
            swiftSettings: strict),
        .testTarget(
            name: "MailTests", dependencies: ["Mail", "MailSink", "WorkTime", nio],
            swiftSettings: strict),
        .testTarget(
            name: "MultipartTests", dependencies: ["Multipart"], swiftSettings: strict),
        // A clamd for tests, on a port or a socket of its own.
        .target(
            name: "ScannerSink", dependencies: [nio, nioPosix], path: "Tests/ScannerSink",
            swiftSettings: strict),
        .testTarget(
            name: "VirusScanTests", dependencies: ["VirusScan", "ScannerSink"],
            swiftSettings: strict),
        .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: strict),
        .testTarget(
            name: "OfficeTests",
            dependencies: [
                "Office", "WorkTime", "ProcessModel", "Engine", "ProcessFormats", "Ledger",
                "LedgerSQLite", "TestStores", "HTML", "Mail", "Multipart", hummingbird,
                hummingbirdTesting, httpTypes,
                nio,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "RoViecTests",
            dependencies: [
                "RoViec", "Office", "Engine", "ProcessModel", "WorkTime", "Ledger", "LedgerSQLite",
                "TestStores", "ProcessFormats", "MailSink", "ScannerSink", grdb, httpTypes, nio,
                nioEmbedded, nioHTTPTypes,
            ],
            swiftSettings: strict),
        .testTarget(name: "TidyTests", swiftSettings: strict),
    ]
)
