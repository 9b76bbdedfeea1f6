// The check of step table files: read all of them, then hold each process to the clarity gate.

import ProcessModel
import WorkTime

/// One file as given by whoever reads the disk.
public struct ProcessFile: Sendable {
    /// Largest file in bytes; whoever reads the disk need not read more than one byte beyond it.
    public static let sizeLimit = FileText.sizeLimit

    /// As findings print it.
    public var name: String
    public var bytes: [UInt8]
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    var isCSV: Bool { name.lowercased().hasSuffix(".csv") }
}

/// Checks files against each other and against the office.
public enum ProcessCheck {
    /// Versions of all files, and all findings: of the files first, then of each process.
    /// Files whose name ends in `.csv` are step tables of many processes, others YAML of one.
    public static func run(
        _ files: [ProcessFile], limits: ProcessFile? = nil, today: DayNumber,
        roster: PerformerRoster? = nil, minutesPerDay: Int = 480
    ) -> (versions: [ProcessVersion], findings: [Diagnostic]) {
        let published = limits.map { ProcedureLimits.read($0.bytes, file: $0.name) }
        var versions: [ProcessVersion] = []
        var findings = published?.findings ?? []
        for file in files {
            let read = read(file, limits: published?.limits)
            versions += read.versions
            findings += read.findings
        }
        let gate = ClarityGate(
            today: today, catalogue: ProcessCatalogue(versions), roster: roster,
            minutesPerDay: minutesPerDay)
        return (versions, findings + versions.flatMap(gate.check))
    }

    private static func read(
        _ file: ProcessFile, limits: ProcedureLimits?
    ) -> (versions: [ProcessVersion], findings: [Diagnostic]) {
        if file.isCSV { return StepTableCSV.read(file.bytes, file: file.name, limits: limits) }
        let (version, findings) = StepTableYAML.read(file.bytes, file: file.name)
        return (version.map { [$0] } ?? [], findings)
    }
}
