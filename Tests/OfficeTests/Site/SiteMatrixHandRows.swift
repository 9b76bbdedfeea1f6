// Who gets what passes from hand to hand, what is said to citizens, and who looked at their data.
// Patterns as the router describes them.

import Engine
import HTTPTypes

@testable import Office

extension SiteMatrix {
    /// The piece that the counter of each ward can pass on: its officer, and who stands in.
    private static let givers = SiteMatrixRule.refused {
        $0.id == $1.hand("chi") || ($1 == .p && $0.id == "binh")
    }
    /// A sheet is that of both units.
    private static let sheetReaders = SiteMatrixRule.hidden { person, ward in
        !person.visible.isDisjoint(with: Set([".mc", ".tp"].map { UnitID(ward.rawValue + $0) }))
    }
    private static let clerks = SiteMatrixRule.refused { person, _ in
        person.isClerk(person.office)
    }

    static let handRows: [String: Row] = [
        "/counter/offline-kit": [("/counter/offline-kit", clerks)],
        "/handovers": [("/handovers", .page)],
        "/handovers/preview": [
            ("/handovers/preview", .members(.unprocessableContent)),
            ("/handovers/preview?route=give/{office}.mc/{office}.tp&item={kept}", givers),
            (
                "/handovers/preview?route=give/{office}.tp/{office}.mc&item={kept}",
                .members(.unprocessableContent)
            ),
        ],
        "/handovers/sheets": [("/handovers/sheets", .page)],
        "/handovers/sheets/{code}": [
            ("/handovers/sheets/{sheet}", sheetReaders),
            ("/handovers/sheets/{sheet}.pdf", sheetReaders),
            ("/handovers/sheets/BG-1", .members(.notFound)),
        ],
        "/queue": [("/queue", clerks)],
        // Who leads sets it, officers of the counter read it.
        "/queue/settings": [
            ("/queue/settings", .refused { person, _ in person.readsCounter(person.office) })
        ],
        // For everybody in the hall, without an account.
        "/queue/{office}": [
            ("/queue/{office}", .all(.ok)), ("/queue/{unit}", .all(.notFound)),
        ],
        "/queue/{office}/screen": [("/queue/{office}/screen", .all(.ok))],
        "/queue/{office}/tickets/{number}": [
            ("/queue/{office}/tickets/{ticket}", .all(.ok)),
            ("/queue/{office}/tickets/99", .all(.notFound)),
        ],
        "/consultations": [
            ("/consultations", .page), ("/consultations?list=silent", .page),
        ],
        // Nobody was asked about it: who is asked finds the page as well.
        "/dossiers/{code}/consultations": [("/dossiers/{dossier}/consultations", .finders)],
        "/delegations": [("/delegations", .page)],
        "/outages": [("/outages", .page)],
    ]

    static let citizenRows: [String: Row] = [
        "/procedures/{code}/form.schema.json": [
            ("/procedures/KS-01/form.schema.json", .all(.ok)),
            ("/procedures/KHONG-CO/form.schema.json", .all(.notFound)),
        ],
        "/dossiers/{code}/messages": [("/dossiers/{dossier}/messages", .finders)],
        "/messages": [("/messages", .page)],
        "/my": [("/my", .applicants(.ok))],
        "/my/prefill": [("/my/prefill", .applicants(.seeOther))],
        "/my/{code}": [
            ("/my/{dossier}", .applicants(.seeOther)), ("/my/{filing}", .applicants(.seeOther)),
        ],
        // The token of the link that went to the applicant's address.
        "/notices/stop": [
            ("/notices/stop?code={dossier}&token={stop}", .all(.ok)),
            ("/notices/stop?code={rated}&token={stop}", .all(.notFound)),
            ("/notices/stop", .all(.notFound)),
        ],
        "/privacy": [("/privacy", registerReaders)],
        "/privacy/register.csv": [("/privacy/register.csv", registerReaders)],
        "/privacy/claims": [("/privacy/claims", .page), ("/privacy/claims?list=ended", .page)],
        "/privacy/claims/{code}": [("/privacy/claims/{claim}", .hidden { $0.seesClaim($1) })],
        "/privacy/follow": [
            ("/privacy/follow", .all(.ok)), ("/privacy/follow?code={claim}", .all(.ok)),
        ],
        "/privacy/new": [("/privacy/new", .all(.ok))],
        "/reads": [
            ("/reads", answering),
            (
                "/reads?unit={unit}",
                .hidden { $0.answeredUnits.contains(UnitID("\($1.rawValue).tp")) }
            ),
        ],
        "/reads/{person}/{day}": [("/reads/{person}/2017-07-03", answering)],
        "/tokens": [("/tokens", .hidden { person, _ in person.has(.administer) })],
    ]

    /// What the own office knows of people.
    private static let registerReaders = SiteMatrixRule.hidden { person, _ in
        SiteMatrixPerson.answering.contains { person.has($0, inOffice: person.office) }
    }
    /// Somebody's looks are found where the viewer answers for anybody; there may be none.
    private static let answering = SiteMatrixRule.hidden { person, _ in
        !person.answeredUnits.isEmpty
    }
}
