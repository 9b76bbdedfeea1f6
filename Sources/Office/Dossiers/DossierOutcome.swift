// What an act on a dossier came to: the answer to a program, without personal values.

import Engine
import ProcessModel
import WorkTime

extension Dossiers {
    public struct Outcome: Sendable, Encodable {
        /// A piece of work that is open now.
        public struct Item: Sendable, Encodable, Hashable {
            public let item: Int
            public let node: String
            public let step: String
            public let kind: WorkItem.Kind
            public let holder: PersonID
            /// To whom it is offered; the holder has it until it is accepted.
            public let receiver: PersonID?
            public let due: LocalMinute?
            public let stops: [String]
        }

        /// Where to go on.
        public struct Links: Sendable, Encodable, Hashable {
            public let dossier: String
            public let acts: String
            public let receipt: String
        }

        public let dossier: String
        /// Of the dossier's stream right after the command; the same when it is sent again.
        public let version: Int
        /// As the dossier stands now, with the rest.
        public let status: Status
        public let appointment: LocalMinute?
        public let work: [Item]
        public let links: Links
    }
}

extension Dossiers {
    /// The form of a piece of work, and what was filled in before.
    struct AskedForm: Sendable {
        var fields: [FormField] = []
        var known: [String: FieldValue] = [:]
        var personalKeys: Set<String> = []

        func mistakes(in form: Site.Form, on day: DayNumber) -> [FormMistake] {
            fields.mistakes(
                in: fields.values(in: form, on: day), known: known, knownKeys: personalKeys)
        }
    }
}

extension DeskReading {
    /// What a command came to. Whoever gave it may be told, so nothing is looked up for a viewer.
    func outcome(of answer: DeskAnswer) throws -> Dossiers.Outcome {
        let code = String(answer.stream.dropFirst(Dossiers.stream(of: "").count))
        guard let dossier = try told(Dossiers.Dossier.self, by: answer.stream)?.state else {
            throw Dossiers.Rejection.unknown(code)
        }
        let registration = dossier.registration
        let version = try version(registration.process, issue: registration.issue)
        let path = "/dossiers/\(code)"
        return Dossiers.Outcome(
            dossier: code, version: answer.version, status: dossier.status,
            appointment: registration.appointment,
            work: (dossier.instance?.items ?? []).map { item in
                let node = version.nodes.first { $0.id == item.node }
                return .init(
                    item: item.id.rawValue, node: item.node.rawValue,
                    step: node?.title ?? item.note, kind: item.kind, holder: item.holder,
                    receiver: item.offer?.person, due: item.due, stops: item.stops.map(\.cause))
            },
            links: .init(
                dossier: path, acts: "\(path)/acts", receipt: "\(path)/receipt"))
    }

    /// The form that belongs to a piece of work, for reading what was sent with it.
    func askedForm(
        of item: WorkItemID, in code: String, for viewer: Viewer
    ) throws -> Dossiers.AskedForm {
        guard try mayFind(code, viewer),
            let dossier = try told(Dossiers.Dossier.self, by: Dossiers.stream(of: code))?.state
        else { throw Dossiers.Rejection.unknown(code) }
        let open = dossier.instance?.items.first { $0.id == item }
        guard let open else { return Dossiers.AskedForm() }
        let version = try version(
            dossier.registration.process, issue: dossier.registration.issue)
        let form = version.nodes.first { $0.id == open.node }?.step?.form
        return Dossiers.AskedForm(
            fields: version.forms.first { $0.code == form }?.fields ?? [],
            known: dossier.instance?.fields ?? [:],
            personalKeys: Set(dossier.instance?.personalKeys ?? []))
    }
}
