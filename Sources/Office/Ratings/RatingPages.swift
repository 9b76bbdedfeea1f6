// /track/rating: a citizen rates.  /ratings: leaders read the figures and open the records.

import Engine
import HTTPTypes
import Hummingbird
import WorkTime

extension Site.House {
    func addRatingRoutes(to router: Router<Site.Context>) {
        router.post("/track/rating", use: rate)
        router.get("/ratings", use: showRatings)
        router.post("/ratings/scores", use: enterScore)
    }

    /// The answer page again, with thanks or with what is wrong. Who asks showed to be the
    /// applicant on the page that held the form: its proof is sent back.
    private func rate(_ request: Request, _ context: Site.Context) async throws -> Response {
        let form = try await form(of: request, context)
        let code = Tracking.Question(code: form["code"]).code
        do {
            guard try await desk.isProven(code, by: form["proof"]) else {
                throw Ratings.Rejection.proofOld
            }
            let entered = Ratings.entered(form)
            _ = try await desk.perform(
                .ratings(.rate(code, entered)), by: Ratings.actor, at: clock.now,
                key: form.commandKey, fingerprint: form.fingerprint(for: code))
            let found = try await desk.trackProven(code, at: clock.now)
            return try answer(found, to: request, context) {
                TrackingView(frame: $1, code: code, answer: $0, isRated: true).html
            }
        } catch let refusal as Ratings.Rejection where !Site.wantsJSON(request) {
            let found =
                refusal == .proofOld ? nil : try await desk.trackProven(code, at: clock.now)
            let view = TrackingView(
                frame: frame(request, context), code: code, answer: found, refusal: refusal,
                entered: form)
            return Site.page(view.html, status: .unprocessableContent)
        }
    }

    private func showRatings(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let query = Reports.Query(request)
        let now = officeNow
        let (filter, period) = try query.filter(today: now.day)
        let choice = Ratings.choice(of: try asked(by: request))
        let figures = try await desk.read {
            try $0.ratingFigures(filter, choice, for: viewer, at: now)
        }
        return try answer(figures, to: request, context) {
            RatingFigureView(
                figures: $0, period: period, choice: choice, viewer: viewer, frame: $1
            ).html
        }
    }

    /// Back to the figures of the period; refused, the same page with what is wrong.
    private func enterScore(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        let period = Reports.Period(form["period"])
        let entry = Ratings.scoreEntry(form, period: period)
        do {
            let answer = try await desk.perform(
                .ratings(.enterScore(entry)), by: viewer.actor, at: clock.now,
                key: form.commandKey, fingerprint: form.fingerprint(for: entry.office.rawValue))
            if Site.wantsJSON(request) { return try Site.json(answer) }
            let query = period.map { "?period=\($0.text)" } ?? ""
            return Site.redirect(to: "/ratings\(query)#score-\(entry.office)")
        } catch let refusal as Ratings.Rejection where !Site.wantsJSON(request) {
            guard Ratings.maySee(viewer), let period else { throw refusal }
            let now = officeNow
            let figures = try await desk.read {
                try $0.ratingFigures(
                    .init(period: period.span), .init(), for: viewer, at: now)
            }
            let view = RatingFigureView(
                figures: figures, period: period, choice: .init(), viewer: viewer,
                frame: frame(request, context), refusal: refusal, entered: form)
            return Site.page(view.html, status: .unprocessableContent)
        }
    }
}

extension Ratings {
    /// Shape only, no rules. What is no level is no answer.
    static func entered(_ form: Site.Form) -> Entered {
        let answers = form.pairs.compactMap { pair -> Given? in
            guard pair.name.hasPrefix("q."), let level = Level(rawValue: form[pair.name]) else {
                return nil
            }
            return Given(question: String(pair.name.dropFirst(2)), level: level)
        }
        return Entered(
            questionnaire: Int(form["questionnaire"]) ?? 0, answers: answers,
            comment: form["comment"])
    }

    static func scoreEntry(_ form: Site.Form, period: Reports.Period?) -> ScoreEntry {
        ScoreEntry(
            office: UnitID(form["office"]),
            indicator: Int(form["indicator"]).flatMap(Indicator.init(rawValue:)),
            period: period?.span, points: Int(form["points"]), grounds: form["grounds"])
    }

    static func choice(of form: Site.Form) -> Choice {
        var choice = Choice()
        choice.process = form["process"]
        choice.question = form["question"]
        choice.level = Level(rawValue: form["level"])
        choice.listsRecords = !form["records"].isEmpty
        return choice
    }
}
