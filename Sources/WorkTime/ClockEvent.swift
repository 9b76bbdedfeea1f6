// What starts, stops and ends the time of a dossier. Only these are kept; dates are derived.

/// One entry of the log of a dossier's time. In JSON: `{"at": …, "type": …, "cause": …}`.
public struct ClockEvent: Hashable, Sendable, Codable {
    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        /// Accepted by the office; filing online alone starts nothing.
        case received
        /// The citizen is asked to complete the papers.
        case supplementRequested
        case supplementReceived
        /// A tax or fee is due.
        case dutyAsked
        case dutyDone
        /// The result is ready at the counter.
        case finished
        case refused
        case withdrawn
        case stopped
    }

    public var at: LocalMinute
    public var kind: Kind
    /// Tells several open requests of a kind apart; nil stands for `supplement` or `duty`.
    public var cause: String?

    public init(_ kind: Kind, at: LocalMinute, cause: String? = nil) {
        self.at = at
        self.kind = kind
        self.cause = cause
    }

    private enum CodingKeys: String, CodingKey {
        case at
        case kind = "type"
        case cause
    }

    /// What an opening opens and a closing closes.
    var causeID: String {
        if let cause { return cause }
        switch kind {
        case .supplementRequested, .supplementReceived: return "supplement"
        default: return "duty"
        }
    }
}

extension ClockEvent.Kind {
    public var opens: Bool { self == .supplementRequested || self == .dutyAsked }
    public var closes: Bool { self == .supplementReceived || self == .dutyDone }
    public var ends: Bool { self != .received && !opens && !closes }

    /// Within one minute: receipt, openings, closings, ends.
    fileprivate var rank: Int {
        if self == .received { return 0 }
        if opens { return 1 }
        return closes ? 2 : 3
    }

    public var name: Bilingual {
        switch self {
        case .received: Bilingual(vi: "tiếp nhận", en: "received")
        case .supplementRequested:
            Bilingual(vi: "yêu cầu bổ sung hồ sơ", en: "supplement requested")
        case .supplementReceived:
            Bilingual(vi: "đã nhận hồ sơ bổ sung", en: "supplement received")
        case .dutyAsked: Bilingual(vi: "thông báo nghĩa vụ tài chính", en: "duty asked for")
        case .dutyDone:
            Bilingual(vi: "đã hoàn thành nghĩa vụ tài chính", en: "duty fulfilled")
        case .finished: Bilingual(vi: "đã giải quyết xong", en: "finished")
        case .refused: Bilingual(vi: "từ chối giải quyết", en: "refused")
        case .withdrawn: Bilingual(vi: "công dân rút hồ sơ", en: "withdrawn")
        case .stopped: Bilingual(vi: "dừng giải quyết", en: "stopped")
        }
    }
}

extension ClockEvent: Comparable {
    /// The order in which events take effect. Beyond time and rank the order decides nothing; it
    /// only makes the result independent of the order in which they were handed over.
    public static func < (left: ClockEvent, right: ClockEvent) -> Bool {
        if left.at != right.at { return left.at < right.at }
        if left.kind.rank != right.kind.rank { return left.kind.rank < right.kind.rank }
        if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
        return left.causeID < right.causeID
    }
}
