// What the clarity gate and the readers of files say about a process: one sentence a place.

import WorkTime

/// One finding. Printed like a compiler's: place, severity, what is unclear, how to mend.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable, Codable, CaseIterable {
        /// Keeps a version from being published, unless waived.
        case error
        case warning
        case note
    }

    public var severity: Severity
    /// Raw value of a `ClarityRule`, or the key of a rule of a file format.
    public var rule: String
    /// Item of the principle in force that the rule serves, for example `rõ người`.
    public var principle: Bilingual?
    public var process: ProcessCode?
    /// `nil` for the version as a whole.
    public var node: NodeID?
    public var origin: Origin?
    /// What is unclear or missing, in one sentence.
    public var message: Bilingual
    /// What to do about it, in one sentence.
    public var mend: Bilingual
    /// The waiver that answers for it today.
    public var waived: Waiver?

    public init(
        severity: Severity, rule: String, principle: Bilingual? = nil,
        process: ProcessCode? = nil, node: NodeID? = nil, origin: Origin? = nil,
        message: Bilingual, mend: Bilingual, waived: Waiver? = nil
    ) {
        self.severity = severity
        self.rule = rule
        self.principle = principle
        self.process = process
        self.node = node
        self.origin = origin
        self.message = message
        self.mend = mend
        self.waived = waived
    }

    /// Keeps the version from being published today.
    public var isBlocking: Bool { severity == .error && waived == nil }

    /// Two lines: `cap-gpxd.yaml:38: lỗi: QT-07: rõ người: … [substitute]`, how to mend below.
    public func text(in language: Language) -> String {
        let parts = [
            origin.map { "\($0.file):\($0.line)" }, severity.phrase[language],
            process?.rawValue, principle?[language], message[language],
        ]
        var text = parts.compactMap(\.self).joined(separator: ": ") + " [\(rule)]"
        text += "\n    \(Self.mendWord[language]): \(mend[language])"
        if let waived { text += "\n    \(waived.phrase[language])" }
        return text
    }

    private static let mendWord = Bilingual(vi: "cách sửa", en: "mend")
}

extension Diagnostic.Severity {
    public var phrase: Bilingual {
        switch self {
        case .error: Bilingual(vi: "lỗi", en: "error")
        case .warning: Bilingual(vi: "cảnh báo", en: "warning")
        case .note: Bilingual(vi: "lưu ý", en: "note")
        }
    }
}

extension Waiver {
    /// `miễn đến 2017-09-01: Trưởng phòng chịu trách nhiệm, vì …`
    public var phrase: Bilingual {
        Bilingual(
            vi: "miễn đến \(mendBy): \(by) chịu trách nhiệm, lý do: \(reason)",
            en: "waived until \(mendBy): \(by) answers for it, reason: \(reason)")
    }
}

extension Sequence where Element == Diagnostic {
    /// No blocking finding among them.
    public var isClear: Bool { !contains(where: \.isBlocking) }
}
