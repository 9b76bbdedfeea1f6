// /clock, /help and /account: the working calendar, the keys and words, and who I am.

import Engine
import HTTPTypes
import Hummingbird
import WorkTime

extension Site {
    /// The working calendar of one year, as a page and as JSON.
    public struct CalendarYear: Sendable, Encodable {
        public struct Month: Hashable, Sendable, Encodable {
            public let month: Int
            public let workingDays: Int
        }

        public let year: Int
        /// Issues the calendar was made from.
        public let calendar: String
        public let now: LocalMinute
        public let isDemo: Bool
        public let months: [Month]
        public let specialDays: [DayRule]

        public var workingDays: Int { months.reduce(0) { $0 + $1.workingDays } }

        /// Counts the working days of each month of a year that the calendar knows.
        init(
            year: Int, calendar: WorkCalendar, now: LocalMinute, isDemo: Bool
        ) throws(HouseRejection) {
            guard let first = DayNumber(year: year, month: 1, day: 1),
                let last = DayNumber(year: year, month: 12, day: 31)
            else { throw .yearUnknown(String(year)) }
            self.year = year
            self.calendar = calendar.label
            self.now = now
            self.isDemo = isDemo
            specialDays = calendar.specialDays(in: DaySpan(first, last))
            var months: [Month] = []
            for month in 1...12 {
                guard let begin = DayNumber(year: year, month: month, day: 1) else { continue }
                let next = DayNumber(
                    year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)
                do throws(CalendarError) {
                    var count = 0
                    for offset in 0..<((next ?? begin) - begin)
                    where try calendar.isWorkingDay(begin + offset) { count += 1 }
                    months.append(Month(month: month, workingDays: count))
                } catch {
                    throw .yearUnknown(String(year))
                }
            }
            self.months = months
        }
    }

    /// Who is signed in, for the page and as JSON.
    struct AccountRecord: Sendable, Encodable {
        let person: People.PersonRecord
        let office: String
        let actsFor: [String]
        /// Tokens that programs use in this person's name.
        let tokens: [Tokens.Listed]
    }

    enum HouseRejection: Refusal, Hashable {
        case yearUnknown(String)
        case clockIsReal
        case moveInvalid(String)

        var code: String { "house.\(String(describing: self).prefix { $0 != "(" })" }

        var sentence: Bilingual {
            switch self {
            case .yearUnknown(let text):
                Bilingual(
                    vi: "Chưa có lịch làm việc của năm “\(text)”. Hãy chọn từ 2016 đến 2027.",
                    en: "There is no working calendar of “\(text)”. Choose 2016 to 2027.")
            case .clockIsReal:
                Bilingual(
                    vi: "Đồng hồ của cơ quan là giờ thật, không chỉnh được.",
                    en: "The clock of this office is the real time and is not moved.")
            case .moveInvalid(let text):
                Bilingual(
                    vi: "Không chỉnh được “\(text)”: hãy ghi từ 1 đến 43200 phút, chỉ đi tới.",
                    en: "“\(text)” is no move: 1 to 43200 minutes, and only onwards.")
            }
        }
    }
}

extension Site.House {
    func addHouseRoutes(to router: Router<Site.Context>) {
        router.get("/clock", use: showClock)
        router.post("/clock", use: moveClock)
        router.get("/help", use: showHelp)
        router.get("/account", use: showAccount)
    }

    private func showClock(_ request: Request, _ context: Site.Context) async throws -> Response {
        let viewer = try requireViewer(context)
        let asked = request.uri.queryParameters["year"].map(String.init) ?? ""
        guard let year = asked.isEmpty ? viewer.today.year : Int(asked) else {
            throw Site.HouseRejection.yearUnknown(asked)
        }
        let now = officeNow
        let calendar = try await desk.read { try $0.calendar() }
        let value = try Site.CalendarYear(
            year: year, calendar: calendar, now: now, isDemo: clock.isDemo)
        return try answer(value, to: request, context) { SiteClockView(value: $0, frame: $1).html }
    }

    /// Moves the clock of a demo office on; a real one is never moved.
    private func moveClock(_ request: Request, _ context: Site.Context) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        guard clock.isDemo else { throw Site.HouseRejection.clockIsReal }
        clock.advance(minutes: try await minutes(of: form, for: viewer))
        if Site.wantsJSON(request) { return try Site.json(["now": officeNow]) }
        return Site.redirect(to: "/clock")
    }

    /// `minutes`, or `to=morning` for the next opening of the office.
    private func minutes(of form: Site.Form, for viewer: Viewer) async throws -> Int {
        if form["to"] == "morning" {
            let calendar = try await desk.read { try $0.calendar() }
            let now = officeNow
            let morning = try calendar.nextOpening(after: now.day)
            return morning.rawValue - now.rawValue
        }
        guard let minutes = Int(form["minutes"]), (1...43_200).contains(minutes) else {
            throw Site.HouseRejection.moveInvalid(form["minutes"])
        }
        return minutes
    }

    private func showHelp(_ request: Request, _ context: Site.Context) async throws -> Response {
        _ = try requireViewer(context)
        let value = SiteHelpView.Words(states: SiteHelpView.states.map(\.rawValue))
        return try answer(value, to: request, context) { SiteHelpView(frame: $1).html }
    }

    private func showAccount(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let record = try await accountRecord(of: try requireViewer(context))
        return try answer(record, to: request, context) {
            SiteAccountView(record: $0, frame: $1).html
        }
    }

    func accountRecord(of viewer: Viewer) async throws -> Site.AccountRecord {
        let machine = desk.machineNow()
        return try await desk.read { reading in
            let organisation = try reading.organisation()
            return Site.AccountRecord(
                person: try reading.personRecord(
                    viewer.person, for: viewer, on: viewer.today),
                office: viewer.officeName,
                actsFor: viewer.absentees.map { organisation.people[$0]?.name ?? $0.rawValue },
                tokens: try reading.tokens(of: viewer.person, at: machine))
        }
    }
}

extension WorkCalendar {
    /// The opening of the next working day.
    fileprivate func nextOpening(after day: DayNumber) throws(CalendarError) -> LocalMinute {
        try opening(of: nextWorkingDay(after: day))
    }
}
