// /organisation, /organisation/UNIT with naming a substitute, /people/PERSON.

import Engine
import Hummingbird
import WorkTime

extension Site.House {
    func addOrganisationRoutes(to router: Router<Site.Context>) {
        router.get("/organisation", use: showOrganisation)
        router.get("/organisation/:unit", use: showUnit)
        router.post("/organisation/:unit/substitutes", use: nameSubstitute)
        router.post("/organisation/:unit/phone", use: setUnitPhone)
        router.get("/people/:person", use: showPerson)
    }

    private func showOrganisation(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let day = try People.day(of: request, today: viewer.today)
        let search = (request.uri.queryParameters.get("q") ?? "").replacing("+", with: " ")
        let tree = try await desk.read { try $0.organisationTree(for: viewer, on: day) }
        if search.contains(where: { $0 != " " }) {
            let found = try await desk.read {
                try $0.searchOrganisation(search, for: viewer, on: day)
            }
            return try answer(found, to: request, context) {
                OrganisationSearchView(found: $0, tree: tree, frame: $1).html
            }
        }
        let own = try await desk.read { reading in
            try? reading.unitRecord(viewer.unit, for: viewer, on: day)
        }
        return try answer(tree, to: request, context) {
            OrganisationHomeView(tree: $0, own: own, frame: $1).html
        }
    }

    private func showUnit(_ request: Request, _ context: Site.Context) async throws -> Response {
        let viewer = try requireViewer(context)
        let day = try People.day(of: request, today: viewer.today)
        let record = try await unitRecord(context, viewer, on: day)
        let tree = try await desk.read { try $0.organisationTree(for: viewer, on: day) }
        return try answer(record, to: request, context) {
            OrganisationUnitView(record: $0, tree: tree, frame: $1).html
        }
    }

    private func showPerson(_ request: Request, _ context: Site.Context) async throws -> Response {
        let viewer = try requireViewer(context)
        let person = PersonID(context.parameters.get("person") ?? "")
        let record = try await desk.read {
            try $0.personRecord(person, for: viewer, on: viewer.today)
        }
        return try answer(record, to: request, context) {
            OrganisationPersonView(record: $0, frame: $1).html
        }
    }

    /// 303 back to the unit, or the page again with what is wrong.
    private func nameSubstitute(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        let record = try await unitRecord(context, viewer, on: viewer.today)
        do {
            let substitution = try People.substitution(of: form, in: record.unit.id)
            _ = try await desk.perform(
                .people(.substitute(substitution)), by: viewer.actor, at: clock.now,
                key: form.commandKey, fingerprint: form.fingerprint(for: record.unit.id.rawValue))
        } catch let refusal as any Refusal {
            return try await refuse(refusal, form, on: record, viewer, request, context)
        }
        if Site.wantsJSON(request) {
            return try Site.json(try await unitRecord(context, viewer, on: viewer.today))
        }
        return Site.redirect(to: "/organisation/\(record.unit.id.rawValue)#substitutes")
    }

    /// Where citizens may call: an empty field takes the number away.
    private func setUnitPhone(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        let record = try await unitRecord(context, viewer, on: viewer.today)
        let (unit, phone) = (record.unit.id, form["phone"])
        do {
            _ = try await desk.perform(
                .people(.setPhone(unit, phone.isEmpty ? nil : phone)), by: viewer.actor,
                at: clock.now, key: form.commandKey,
                fingerprint: form.fingerprint(for: unit.rawValue))
        } catch let refusal as any Refusal {
            return try await refuse(refusal, form, on: record, viewer, request, context)
        }
        if Site.wantsJSON(request) {
            return try Site.json(try await unitRecord(context, viewer, on: viewer.today))
        }
        return Site.redirect(to: "/organisation/\(unit.rawValue)#about")
    }

    /// The unit's page again with what is wrong.
    private func refuse(
        _ refusal: any Refusal, _ form: Site.Form, on record: People.UnitRecord,
        _ viewer: Viewer, _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
        let tree = try await desk.read { try $0.organisationTree(for: viewer, on: viewer.today) }
        let view = OrganisationUnitView(
            record: record, tree: tree, frame: frame(request, context),
            refusal: refusal.sentence, entered: form)
        return Site.page(view.html, status: .unprocessableContent)
    }

    private func unitRecord(
        _ context: Site.Context, _ viewer: Viewer, on day: DayNumber
    ) async throws -> People.UnitRecord {
        let unit = UnitID(context.parameters.get("unit") ?? "")
        return try await desk.read { try $0.unitRecord(unit, for: viewer, on: day) }
    }
}

extension People {
    /// What was sent that cannot be understood.
    enum PageRejection: Refusal, Hashable {
        case dayInvalid(String)
        case personMissing(field: String)
        case reasonMissing

        var code: String { "organisation.\(String(describing: self).prefix { $0 != "(" })" }

        var field: String? {
            switch self {
            case .dayInvalid: nil
            case .personMissing(let field): field
            case .reasonMissing: "reason"
            }
        }

        var sentence: Bilingual {
            switch self {
            case .dayInvalid(let text):
                Bilingual(
                    vi: "Không hiểu ngày “\(text)”. Hãy ghi như 2017-08-01.",
                    en: "The day “\(text)” is not understood. Write it like 2017-08-01.")
            case .personMissing:
                Bilingual(
                    vi: "Hãy chọn người vắng và người làm thay.",
                    en: "Choose who is absent and who stands in.")
            case .reasonMissing:
                Bilingual(vi: "Hãy ghi lý do làm thay.", en: "Say why somebody stands in.")
            }
        }
    }

    /// The day the address asks for (`on`), else today.
    static func day(of request: Request, today: DayNumber) throws(PageRejection) -> DayNumber {
        let asked = request.uri.queryParameters["on"].map(String.init) ?? ""
        if asked.isEmpty { return today }
        guard let day = DayNumber(asked) else { throw .dayInvalid(asked) }
        return day
    }

    static func substitution(
        of form: Site.Form, in unit: UnitID
    ) throws(PageRejection) -> Substitution {
        for field in ["absent", "substitute"] where form[field].isEmpty {
            throw .personMissing(field: field)
        }
        guard let from = DayNumber(form["from"]) else { throw .dayInvalid(form["from"]) }
        guard let through = DayNumber(form["through"]) else { throw .dayInvalid(form["through"]) }
        if form["reason"].isEmpty { throw .reasonMissing }
        return Substitution(
            absent: PersonID(form["absent"]), substitute: PersonID(form["substitute"]), unit: unit,
            from: from, through: through, reason: form["reason"])
    }
}
