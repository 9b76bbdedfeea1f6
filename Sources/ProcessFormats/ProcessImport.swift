// The import of step tables: rows of an office's own table become processes that can be checked.

import ProcessModel

/// Imports a table of steps beside a table of published limits.
public enum ProcessImport {
    /// Every process of the file, and what was found wrong with the files. What is unclear about
    /// the processes themselves is for the `ClarityGate`.
    public static func run(
        stepsCSV: [UInt8], limitsCSV: [UInt8]? = nil, stepsFile: String = "steps.csv",
        limitsFile: String = "limits.csv"
    ) -> (versions: [ProcessVersion], findings: [Diagnostic]) {
        let read = limitsCSV.map { ProcedureLimits.read($0, file: limitsFile) }
        let (versions, findings) = StepTableCSV.read(
            stepsCSV, file: stepsFile, limits: read?.limits)
        return (versions, (read?.findings ?? []) + findings)
    }
}
