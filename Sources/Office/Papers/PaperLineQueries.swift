// The official form of a paper with the lines that the office added, and the page of one form.

import Engine
import WorkTime

extension Papers {
    /// One form and its added lines, for who writes them.
    public struct LinePage: Sendable, Encodable {
        public let form: Form
        /// Who wrote them last and when; `nil` before anybody did.
        public let by: String?
        public let at: LocalMinute?
        /// What can be chosen, oldest regime first.
        public let regimes: [Regime]
    }

    /// All regimes, as the page of official forms shows them.
    public struct RegimePage: Sendable, Encodable {
        public struct Section: Sendable, Encodable {
            public let regime: Regime
            public let isCurrent: Bool
            /// What each form asks for, in the order of the forms.
            public let fields: [FormFields]
        }

        public struct FormFields: Sendable, Encodable {
            public let form: FormName
            public let fields: [Field]
        }

        /// Newest first.
        public let sections: [Section]
        public let mayWrite: Bool
    }
}

extension DeskReading {
    func paperLines() throws -> Papers.LineBook {
        try told(Papers.LineBook.self, by: Papers.lineStream)?.state ?? Papers.LineBook()
    }

    /// The form that holds for what was received on that day; `nil` where its regime has none.
    func officialForm(
        _ name: Papers.FormName, on day: DayNumber
    ) throws -> Papers.Form? {
        guard var form = Papers.Regime.on(day).form(name) else { return nil }
        form.lines = try paperLines().lines(of: form.key)
        return form
    }

    private func officialRegimes() throws -> [Papers.Regime] {
        let book = try paperLines()
        return Papers.Regime.all.map { regime in
            var regime = regime
            for index in regime.forms.indices {
                regime.forms[index].lines = book.lines(of: regime.forms[index].key)
            }
            return regime
        }
    }

    /// For everybody in the house: a form is no secret.
    func officialForms(
        for viewer: Viewer, at now: LocalMinute
    ) throws -> Papers.RegimePage {
        let current = Papers.Regime.on(now.day).name
        return Papers.RegimePage(
            sections: try officialRegimes().reversed().map { regime in
                .init(
                    regime: regime, isCurrent: regime.name == current,
                    fields: regime.forms.map {
                        .init(form: $0.name, fields: Papers.fields(of: $0.name))
                    })
            },
            mayWrite: try organisation().mayWritePapers(viewer.person, on: viewer.today))
    }

    /// - Throws: `Papers.LineRejection.mayNotWrite` for who may not change it.
    func paperLinePage(_ key: Papers.FormKey, for viewer: Viewer) throws -> Papers.LinePage {
        let organisation = try organisation()
        guard organisation.mayWritePapers(viewer.person, on: viewer.today) else {
            throw Papers.LineRejection.mayNotWrite
        }
        let regimes = try officialRegimes()
        let regime = regimes.first { $0.name == key.regime }
        guard let form = regime?.form(key.form) else {
            throw Papers.LineRejection.formUnknown(key.form.rawValue, key.regime)
        }
        let list = try paperLines().list(of: key)
        return Papers.LinePage(
            form: form, by: list.map { organisation.people[$0.by]?.name ?? $0.by.rawValue },
            at: list?.at, regimes: regimes)
    }
}
