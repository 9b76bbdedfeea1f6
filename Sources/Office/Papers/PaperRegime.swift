// Which official forms hold on which day. A number means another form in another regime, so a form
// is found by its name and its regime, never by its number.

import WorkTime

extension Papers {
    /// What a form is for, in every regime.
    public enum FormName: String, Hashable, Sendable, Codable, CaseIterable {
        case receipt, supplement, refusal, apology, stop, slip, register
    }

    /// How sure we are of what a form asks for.
    public enum Confidence: String, Hashable, Sendable, Codable, CaseIterable {
        /// Number and title of the circular, fields as the software of several provinces prints.
        case documented
        /// Number and title of the circular, fields of one province or in part our own reading.
        case partly
        /// The forms of the regime were not found: those of the next one stand in for them.
        case nearest
        /// Number and title are known and nothing else.
        case titleOnly

        public var isUnconfirmed: Bool { self == .nearest || self == .titleOnly }
    }

    /// An official form of a regime.
    public struct Form: Hashable, Sendable, Encodable {
        public let name: FormName
        public let regime: Regime.Name
        /// The document that has the form: of another regime where a form stands in.
        public let document: String
        public let number: String
        public let title: Bilingual
        public let confidence: Confidence
        /// What the office has added, in its order.
        public internal(set) var lines: [Line] = []

        var key: FormKey { FormKey(regime: regime, form: name) }

        /// `Mẫu số 05, TT 03/2025/TT-VPCP`.
        public var citation: Bilingual {
            Bilingual(vi: "Mẫu số \(number), \(document)", en: "Form \(number), \(document)")
        }
    }

    /// The official forms of some years.
    public struct Regime: Hashable, Sendable, Encodable {
        public enum Name: String, Hashable, Sendable, Codable, CaseIterable {
            case decision2015 = "QD-09-2015"
            case circular2018 = "TT-01-2018"
            case circular2025 = "TT-03-2025"
        }

        public let name: Name
        public let document: String
        /// First and last day of receipt; `nil` where there is no end.
        public let from: DayNumber?
        public let until: DayNumber?
        public let source: Bilingual
        public internal(set) var forms: [Form]

        /// The form of that name; `nil` where the regime has none.
        public func form(_ name: FormName) -> Form? { forms.first { $0.name == name } }

        public func holds(on day: DayNumber) -> Bool {
            (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
        }

        /// Oldest first; each day lies in one of them.
        public static let all = Name.allCases.map { named($0) }

        /// The regime of a dossier that was received on that day.
        public static func on(_ day: DayNumber) -> Regime {
            all.last { $0.holds(on: day) } ?? decision2015
        }

        public static func named(_ name: Name) -> Regime {
            switch name {
            case .decision2015: decision2015
            case .circular2018: circular2018
            case .circular2025: circular2025
            }
        }
    }

    /// A form of a regime, as the setting of its added lines is kept.
    public struct FormKey: Hashable, Sendable, Codable {
        public var regime: Regime.Name
        public var form: FormName

        public init(regime: Regime.Name, form: FormName) {
            self.regime = regime
            self.form = form
        }
    }
}

extension Papers.Kind {
    /// Its official form; `nil` for the receipt of a result, which no regime has.
    public var formName: Papers.FormName? {
        switch self {
        case .supplement: .supplement
        case .refusal: .refusal
        case .stop: .stop
        case .result: nil
        }
    }
}

extension Dossiers.Registration {
    /// The form of the regime under which it was accepted: it keeps that regime to its end.
    func form(_ name: Papers.FormName) -> Papers.Form? {
        Papers.Regime.on(receivedAt.day).form(name)
    }
}
