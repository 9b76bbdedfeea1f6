// The state of one stream, told again from its entries: organisation, calendar, outages,
// delegations, lines of papers, process, procedure, filing, rating, petition, token, dossier, its
// payments, delivery, files and consultations, a consent of /my, or what an office keeps: its
// account, its plan of deliveries, its metrics, the queue of a day and its settings, sheets of
// handovers.

import Engine
import Ledger
import ProcessModel
import WorkTime

struct StreamReplay {
    private enum State {
        case organisation(People.Organisation)
        case process(Processes.Definition)
        case dossier(Dossiers.Dossier)
        case token(Tokens.AccessToken)
        case calendar(Calendars.Book)
        case procedure(Procedures.Procedure)
        case filing(Filings.Filing)
        case rating(Ratings.Rating)
        case scores(Ratings.ScoreBook)
        case bill(Payments.Bill)
        case account(Payments.AccountBook)
        case delivery(Deliveries.Delivery)
        case deliveryPlan(Deliveries.Plan)
        case petition(Petitions.Petition)
        case metrics(Metrics.Book)
        case queue(Queues.Day)
        case handoverSheet(Handovers.Sheet)
        case folder(Attachments.Folder)
        case outages(Outages.Book)
        case delegations(Delegations.Book)
        case talk(Messages.Talk)
        case paperLines(Papers.LineBook)
        case claim(Privacy.Claim)
        case consent(Prefills.Consent)
        case queueSettings(Queues.Settings)
        case consultations(Consultations.Book)

        var organisation: People.Organisation? {
            if case .organisation(let state) = self { state } else { nil }
        }
        var process: Processes.Definition? {
            if case .process(let state) = self { state } else { nil }
        }
        var dossier: Dossiers.Dossier? { if case .dossier(let state) = self { state } else { nil } }
        var token: Tokens.AccessToken? { if case .token(let state) = self { state } else { nil } }
        var calendar: Calendars.Book? {
            if case .calendar(let state) = self { state } else { nil }
        }
        var procedure: Procedures.Procedure? {
            if case .procedure(let state) = self { state } else { nil }
        }
        var filing: Filings.Filing? { if case .filing(let state) = self { state } else { nil } }
        var rating: Ratings.Rating? { if case .rating(let state) = self { state } else { nil } }
        var scores: Ratings.ScoreBook? {
            if case .scores(let state) = self { state } else { nil }
        }
        var bill: Payments.Bill? { if case .bill(let state) = self { state } else { nil } }
        var account: Payments.AccountBook? {
            if case .account(let state) = self { state } else { nil }
        }
        var delivery: Deliveries.Delivery? {
            if case .delivery(let state) = self { state } else { nil }
        }
        var deliveryPlan: Deliveries.Plan? {
            if case .deliveryPlan(let state) = self { state } else { nil }
        }
        var petition: Petitions.Petition? {
            if case .petition(let state) = self { state } else { nil }
        }
        var handoverSheet: Handovers.Sheet? {
            if case .handoverSheet(let state) = self { state } else { nil }
        }
        var queue: Queues.Day? { if case .queue(let state) = self { state } else { nil } }

        var metrics: Metrics.Book? { if case .metrics(let state) = self { state } else { nil } }

        var claim: Privacy.Claim? {
            if case .claim(let state) = self { state } else { nil }
        }

        var consent: Prefills.Consent? {
            if case .consent(let state) = self { state } else { nil }
        }
        var queueSettings: Queues.Settings? {
            if case .queueSettings(let state) = self { state } else { nil }
        }

        var folder: Attachments.Folder? {
            if case .folder(let state) = self { state } else { nil }
        }
        var outages: Outages.Book? { if case .outages(let state) = self { state } else { nil } }
        var delegations: Delegations.Book? {
            if case .delegations(let state) = self { state } else { nil }
        }

        var paperLines: Papers.LineBook? {
            if case .paperLines(let state) = self { state } else { nil }
        }

        var consultations: Consultations.Book? {
            if case .consultations(let state) = self { state } else { nil }
        }

        var talk: Messages.Talk? { if case .talk(let state) = self { state } else { nil } }

        var savedEvery: Int {
            switch self {
            case .organisation: People.Organisation.savedEvery
            case .process: Processes.Definition.savedEvery
            case .dossier: Dossiers.Dossier.savedEvery
            case .token: Tokens.AccessToken.savedEvery
            case .calendar: Calendars.Book.savedEvery
            case .procedure: Procedures.Procedure.savedEvery
            case .filing: Filings.Filing.savedEvery
            case .rating: Ratings.Rating.savedEvery
            case .scores: Ratings.ScoreBook.savedEvery
            case .bill: Payments.Bill.savedEvery
            case .account: Payments.AccountBook.savedEvery
            case .delivery: Deliveries.Delivery.savedEvery
            case .deliveryPlan: Deliveries.Plan.savedEvery
            case .petition: Petitions.Petition.savedEvery
            case .metrics: Metrics.Book.savedEvery
            case .queue: Queues.Day.savedEvery
            case .handoverSheet: Handovers.Sheet.savedEvery
            case .folder: Attachments.Folder.savedEvery
            case .outages: Outages.Book.savedEvery
            case .delegations: Delegations.Book.savedEvery
            case .talk: Messages.Talk.savedEvery
            case .paperLines: Papers.LineBook.savedEvery
            case .claim: Privacy.Claim.savedEvery
            case .consent: Prefills.Consent.savedEvery
            case .queueSettings: Queues.Settings.savedEvery
            case .consultations: Consultations.Book.savedEvery
            }
        }
    }

    let zone: ZoneOffset
    private(set) var stream: String?
    private(set) var version = 0
    /// The first entry that was not understood.
    private(set) var unread: (version: Int, type: String)?
    private var state: State?
    /// How often states of this kind of stream are saved.
    var savedEvery: Int { state?.savedEvery ?? 1 }

    init(zone: ZoneOffset) { self.zone = zone }

    /// Takes the next entry of the stream. After one that is not understood the rest is skipped.
    mutating func take(_ entry: Entry) {
        stream = entry.stream
        version = entry.version
        guard unread == nil else { return }
        do {
            state = try Self.next(after: state, entry, zone: zone)
        } catch {
            unread = (entry.version, entry.type)
        }
    }

    /// Whether a state row holds the state that the entries tell. Values are compared, since a
    /// dictionary may be written in any order; a row that cannot be read holds another state.
    func agrees(with bytes: [UInt8]) -> Bool {
        guard let payload = try? Payload(decoding: bytes, maximum: PayloadCoding.stateMaximum)
        else { return false }
        let stored = PayloadValue.nested(payload)
        return switch state {
        case .organisation(let told): Self.holds(stored, told)
        case .process(let told): Self.holds(stored, told)
        case .dossier(let told): Self.holds(stored, told)
        case .token(let told): Self.holds(stored, told)
        case .calendar(let told): Self.holds(stored, told)
        case .procedure(let told): Self.holds(stored, told)
        case .filing(let told): Self.holds(stored, told)
        case .rating(let told): Self.holds(stored, told)
        case .scores(let told): Self.holds(stored, told)
        case .bill(let told): Self.holds(stored, told)
        case .account(let told): Self.holds(stored, told)
        case .delivery(let told): Self.holds(stored, told)
        case .deliveryPlan(let told): Self.holds(stored, told)
        case .petition(let told): Self.holds(stored, told)
        case .metrics(let told): Self.holds(stored, told)
        case .queue(let told): Self.holds(stored, told)
        case .handoverSheet(let told): Self.holds(stored, told)
        case .folder(let told): Self.holds(stored, told)
        case .outages(let told): Self.holds(stored, told)
        case .delegations(let told): Self.holds(stored, told)
        case .talk(let told): Self.holds(stored, told)
        case .paperLines(let told): Self.holds(stored, told)
        case .claim(let told): Self.holds(stored, told)
        case .consent(let told): Self.holds(stored, told)
        case .queueSettings(let told): Self.holds(stored, told)
        case .consultations(let told): Self.holds(stored, told)
        case nil: false
        }
    }

    private static func holds<Value: Decodable & Equatable>(
        _ stored: PayloadValue, _ told: Value
    ) -> Bool {
        (try? EventDecoding.value(Value.self, from: stored)) == told
    }

    private static func next(after state: State?, _ entry: Entry, zone: ZoneOffset) throws -> State
    {
        if entry.stream == People.stream {
            return .organisation(try .told(by: entry, after: state?.organisation, zone: zone))
        }
        if entry.stream == Calendars.stream {
            return .calendar(try .told(by: entry, after: state?.calendar, zone: zone))
        }
        if entry.stream == Outages.stream {
            return .outages(try .told(by: entry, after: state?.outages, zone: zone))
        }
        if entry.stream == Delegations.stream {
            return .delegations(try .told(by: entry, after: state?.delegations, zone: zone))
        }
        if entry.stream == Papers.lineStream {
            return .paperLines(try .told(by: entry, after: state?.paperLines, zone: zone))
        }
        if entry.stream.hasPrefix("process/") {
            return .process(try .told(by: entry, after: state?.process, zone: zone))
        }
        if entry.stream.hasPrefix("procedure/") {
            return .procedure(try .told(by: entry, after: state?.procedure, zone: zone))
        }
        if entry.stream.hasPrefix("filing/") {
            return .filing(try .told(by: entry, after: state?.filing, zone: zone))
        }
        if entry.stream.hasPrefix("token/") {
            return .token(try .told(by: entry, after: state?.token, zone: zone))
        }
        if entry.stream.hasPrefix("rating/") {
            return .rating(try .told(by: entry, after: state?.rating, zone: zone))
        }
        if entry.stream.hasPrefix(Ratings.scoreFeature + "/") {
            return .scores(try .told(by: entry, after: state?.scores, zone: zone))
        }
        if entry.stream.hasPrefix(Privacy.feature + "/") {
            return .claim(try .told(by: entry, after: state?.claim, zone: zone))
        }
        if entry.stream.hasPrefix(Petitions.feature + "/") {
            return .petition(try .told(by: entry, after: state?.petition, zone: zone))
        }
        if entry.stream.hasPrefix(Metrics.feature + "/") {
            return .metrics(try .told(by: entry, after: state?.metrics, zone: zone))
        }
        if entry.stream.hasPrefix(Queues.feature + "/") {
            return .queue(try .told(by: entry, after: state?.queue, zone: zone))
        }
        if entry.stream.hasPrefix(Handovers.feature + "/") {
            return .handoverSheet(try .told(by: entry, after: state?.handoverSheet, zone: zone))
        }
        return try nextBeside(state, entry, zone: zone)
    }

    /// Streams beside a dossier, and those of dossiers themselves.
    private static func nextBeside(
        _ state: State?, _ entry: Entry, zone: ZoneOffset
    ) throws -> State {
        if entry.stream.hasPrefix(Payments.feature + "/") {
            return .bill(try .told(by: entry, after: state?.bill, zone: zone))
        }
        if entry.stream.hasPrefix(Payments.accountFeature + "/") {
            return .account(try .told(by: entry, after: state?.account, zone: zone))
        }
        if entry.stream.hasPrefix(Deliveries.feature + "/") {
            return .delivery(try .told(by: entry, after: state?.delivery, zone: zone))
        }
        if entry.stream.hasPrefix(Deliveries.planFeature + "/") {
            return .deliveryPlan(try .told(by: entry, after: state?.deliveryPlan, zone: zone))
        }
        if entry.stream.hasPrefix(Attachments.feature + "/") {
            return .folder(try .told(by: entry, after: state?.folder, zone: zone))
        }
        if entry.stream.hasPrefix(Messages.feature + "/") {
            return .talk(try .told(by: entry, after: state?.talk, zone: zone))
        }
        if entry.stream.hasPrefix(Prefills.feature + "/") {
            return .consent(try .told(by: entry, after: state?.consent, zone: zone))
        }
        if entry.stream.hasPrefix(Queues.settingsFeature + "/") {
            return .queueSettings(
                try .told(by: entry, after: state?.queueSettings, zone: zone))
        }
        if entry.stream.hasPrefix(Consultations.feature + "/") {
            return .consultations(try .told(by: entry, after: state?.consultations, zone: zone))
        }
        return .dossier(try .told(by: entry, after: state?.dossier, zone: zone))
    }
}
