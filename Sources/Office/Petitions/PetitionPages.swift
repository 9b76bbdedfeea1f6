// /petitions and /petitions/CODE: the lists of the office, and one petition with what can be done.

import Engine
import Hummingbird
import WorkTime

extension Site.House {
    func addPetitionOfficeRoutes(to router: Router<Site.Context>) {
        router.get("/petitions", use: showPetitions)
        router.get("/petitions/:code", use: showPetition)
        router.post("/petitions/:code/acts", use: actOnPetition)
    }

    private func showPetitions(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let asked = try asked(by: request)
        let now = officeNow
        let stated = Petitions.Tab(rawValue: asked["list"])
        let after = asked["after"]
        let list = try await desk.read {
            try $0.petitions(stated ?? .mine, for: viewer, after: after, at: now)
        }
        return try answer(list, to: request, context) {
            PetitionListView(list: $0, frame: $1).html
        }
    }

    private func showPetition(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let record = try await shownPetition(context)
        return try answer(record, to: request, context) {
            PetitionView(record: $0, frame: $1).html
        }
    }

    /// Back to the petition; to the list for who does not see it any more.
    private func actOnPetition(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        let code = context.parameters.get("code") ?? ""
        do {
            guard let act = Petitions.act(of: form) else { throw DeskRefusal.unknown(form["act"]) }
            let answer = try await desk.perform(
                .petitions(.act(code, act)), by: viewer.actor, at: clock.now,
                key: form.commandKey, fingerprint: form.fingerprint(for: code))
            if Site.wantsJSON(request) { return try Site.json(answer) }
            let sees = try await desk.read { reading in
                guard let petition = try reading.toldPetition(code)?.state else { return false }
                return try reading.hand(viewer.person, on: petition, viewer.today).seesIt
            }
            return Site.redirect(to: sees ? "/petitions/\(code)" : "/petitions")
        } catch let refusal as any Refusal {
            return try await refuse(refusal, to: request, context) { frame in
                PetitionView(
                    record: try await shownPetition(context), frame: frame, refusal: refusal,
                    entered: form
                ).html
            }
        }
    }

    /// The look at what the sender wrote is noted first.
    private func shownPetition(_ context: Site.Context) async throws -> Petitions.Record {
        let viewer = try requireViewer(context)
        let (code, now) = (context.parameters.get("code") ?? "", officeNow)
        let record = try await desk.read { try $0.petition(code, for: viewer, at: now) }
        if record.sender != nil {
            try await desk.note(
                Reads.Look(subject: code, person: viewer.person, paper: .page), at: now)
        }
        return record
    }
}

extension Petitions {
    /// Shape only; `nil` when the form names no act.
    static func act(of form: Site.Form) -> Act? {
        let words = form["words"]
        let publication = Publication(
            title: form["title"], question: form["question"], answer: form["publicAnswer"])
        switch ActName(rawValue: form["act"]) {
        case .assign: return .assign(PersonID(form["person"]))
        case .ask:
            let isSender = form["person"] == askedSender
            return .ask(isSender ? nil : PersonID(form["person"]), words)
        case .reply: return .reply(words)
        case .answer: return .answer(words, form["publish"].isEmpty ? nil : publication)
        case .refuse: return .refuse(Ground(rawValue: form["ground"]), words)
        case .forward: return .forward(form["body"], words)
        case .publish: return .publish(publication)
        case .conceal: return .conceal(words)
        case nil: return nil
        }
    }

    /// In place of a person, in the form of asking.
    static let askedSender = "sender"
}
