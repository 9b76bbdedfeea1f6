// /reads: who looked at how much.  /reads/PERSON/DAY: at what.

import Engine
import Hummingbird
import WorkTime

extension Site.House {
    func addReadBookRoutes(to router: Router<Site.Context>) {
        router.get("/reads", use: showReadBook)
        router.get("/reads/:person/:day", use: showReadDay)
    }

    private func showReadBook(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let query = try Reads.query(try asked(by: request), today: officeNow.day)
        let book = try await desk.read { try $0.readBook(query, for: viewer) }
        return try answer(book, to: request, context) {
            ReadBookView(book: $0, query: query, frame: $1).html
        }
    }

    private func showReadDay(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let person = PersonID(context.parameters.get("person") ?? "")
        let text = context.parameters.get("day") ?? ""
        guard let day = DayNumber(text) else { throw Reads.Rejection.dayUnknown(text) }
        let after = try asked(by: request)["after"]
        let log = try await desk.read {
            try $0.readDay(of: person, on: day, after: after, for: viewer)
        }
        return try answer(log, to: request, context) {
            ReadDayView(log: $0, frame: $1).html
        }
    }
}

extension Reads {
    /// The last thirty days unless others are asked for.
    static func query(_ form: Site.Form, today: DayNumber) throws(Rejection) -> Query {
        func day(_ name: String, _ usual: DayNumber) throws(Rejection) -> DayNumber {
            let text = form[name]
            if text.isEmpty { return usual }
            guard let day = DayNumber(text) else { throw .dayUnknown(text) }
            return day
        }
        let last = try day("through", today)
        var query = Query(span: DaySpan(try day("from", last + -29), last))
        query.unit = form["unit"].isEmpty ? nil : UnitID(form["unit"])
        query.person = form["person"].isEmpty ? nil : PersonID(form["person"])
        query.onlyUnusual = !form["unusual"].isEmpty
        query.after = form["after"]
        return query
    }
}
