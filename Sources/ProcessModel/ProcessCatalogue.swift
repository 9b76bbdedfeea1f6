// The processes of an office side by side, one issue each, found by code.

/// Versions by code. Of two with one code the higher issue counts; both codes are kept aside.
public struct ProcessCatalogue: Hashable, Sendable {
    public private(set) var versions: [ProcessCode: ProcessVersion] = [:]
    /// Codes that two versions carry with the same issue.
    public private(set) var duplicates: Set<ProcessCode> = []

    public init(_ versions: some Sequence<ProcessVersion> = []) {
        for version in versions {
            if let other = self.versions[version.code] {
                if other.issue == version.issue { duplicates.insert(version.code) }
                if other.issue >= version.issue { continue }
            }
            self.versions[version.code] = version
        }
    }

    public subscript(code: ProcessCode) -> ProcessVersion? { versions[code] }
}
