// The matrix of rights: every address that is read, and the rule of who gets what there. An address
// that the site has and this table has not fails the test.

import Engine
import HTTPTypes
import WorkTime

@testable import Office

/// What an address answers to whom.
enum SiteMatrixRule: Sendable {
    typealias May = @Sendable (SiteMatrixPerson, SiteMatrixWard) -> Bool

    /// The same to everybody, also without an account.
    case all(HTTPResponse.Status)
    /// Guests get the page; who has signed in is led on to the work.
    case guests
    /// Whoever has signed in.
    case members(HTTPResponse.Status)
    /// The page, whoever asks; programs are told that nobody has shown an address as theirs.
    case applicants(HTTPResponse.Status)
    /// Told for each person.
    case told(@Sendable (SiteMatrixPerson, SiteMatrixWard) -> HTTPResponse.Status)

    /// - Parameter person: `nil` has not signed in.
    func status(
        _ person: SiteMatrixPerson?, _ ward: SiteMatrixWard, wantsJSON: Bool
    ) -> HTTPResponse.Status {
        switch (self, person) {
        case (.all(let status), _): status
        case (.applicants(let status), _): wantsJSON ? .unauthorized : status
        case (.guests, nil): .ok
        case (.guests, _): .seeOther
        case (_, nil): wantsJSON ? .unauthorized : .seeOther
        case (.members(let status), _): status
        case (.told(let status), .some(let person)): status(person, ward)
        }
    }

    static let page = SiteMatrixRule.members(.ok)

    static func hidden(_ may: @escaping May) -> SiteMatrixRule {
        .told { may($0, $1) ? .ok : .notFound }
    }

    static func refused(_ may: @escaping May) -> SiteMatrixRule {
        .told { may($0, $1) ? .ok : .unprocessableContent }
    }

    /// Where the dossier is found.
    static let finders = hidden { $0.finds($1) }
    /// Where a dossier is found that ended with who received it.
    static let receivers = hidden { $0.findsAtCounter($1) }
    /// Money and deliveries of an office.
    static let counterReaders = hidden { $0.readsCounter($1.office) }
}

enum SiteMatrix {
    /// Addresses with names in braces, as the world of the matrix fills them in.
    typealias Row = [(address: String, rule: SiteMatrixRule)]

    static let rows: [String: Row] = [
        everybody, house, roles, dossiers, counter, petitions, figureRows, handRows, citizenRows,
    ]
    .reduce(into: [:]) { all, part in all.merge(part) { _, new in new } }

    private static let everybody: [String: Row] = [
        "/": [("/", .guests)],
        "/health": [("/health", .all(.ok))],
        "/assets/{digest}/{name}": [
            ("{asset}", .all(.ok)), ("/assets/0/roviec.css", .all(.notFound)),
        ],
        "/language/{language}": [("/language/vi", .all(.seeOther))],
        "/sign-in": [("/sign-in", .guests)],
        "/procedures": [("/procedures", .all(.ok)), ("/procedures?q=khai", .all(.ok))],
        "/procedures/{code}": [("/procedures/KS-01", .all(.ok))],
        "/file/{process}": [("/file/TL-05", .all(.ok)), ("/file/XN-03", .all(.notFound))],
        // Without answers of this browser: back to the beginning.
        "/file/{process}/{question}": [
            ("/file/TL-05/person", .all(.seeOther)), ("/file/TL-05/review", .all(.seeOther)),
            ("/file/TL-05/done", .all(.seeOther)),
        ],
        "/track": [
            ("/track", .all(.ok)), ("/track?code={dossier}", .all(.ok)),
            ("/track?code={filing}", .all(.ok)),
        ],
        "/petitions/new": [("/petitions/new", .all(.ok))],
        "/petitions/follow": [("/petitions/follow?code={idea}", .all(.ok))],
        "/petitions/published": [("/petitions/published", .all(.ok))],
    ]

    private static let house: [String: Row] = [
        "/work": ["", "?list=unit", "?list=cooperating", "?list=waiting", "?list=done"].map {
            ("/work\($0)", .page)
        },
        "/work/next": [("/work/next", .members(.seeOther))],
        "/today": [("/today", .page)],
        "/processes": [("/processes", .page)],
        "/processes/gaps": [("/processes/gaps", .page)],
        "/processes/{code}": ["", ".yaml", ".svg"].map { ("/processes/KS-01\($0)", .page) },
        "/processes/{code}/issues/{issue}": [("/processes/KS-01/issues/1", .page)],
        "/processes/{code}/compare": [("/processes/KS-01/compare", .page)],
        "/organisation": [("/organisation", .page), ("/organisation?q=nguoi", .page)],
        "/organisation/{unit}": [("/organisation/{unit}", .page)],
        "/people/{person}": [("/people/{person}", .page)],
        "/clock": [("/clock", .page)],
        "/help": [("/help", .page)],
        "/papers/regimes": [("/papers/regimes", .page)],
        "/account": [("/account", .page)],
        "/calendar": [("/calendar", .page)],
        "/signing": [("/signing", .page)],
        "/signing/preview": [
            ("/signing/preview", .members(.unprocessableContent)),
            // What is not one's own to sign is passed over.
            ("/signing/preview?item={dossier}/4", .page),
        ],
    ]

    private static let roles: [String: Row] = [
        "/processes/check": [
            ("/processes/check?from=KS-01", .refused { person, _ in person.has(.processes) })
        ],
        "/papers/fields": [
            ("/papers/fields", .refused { person, _ in person.has(.processes) }),
            (
                "/papers/fields?regime=TT-03-2025&form=stop",
                .refused { person, _ in person.has(.processes) }
            ),
        ],
        "/procedures/{code}/issue": [
            ("/procedures/KS-01/issue", .refused { person, _ in person.has(.processes) })
        ],
        "/notices": [("/notices", .refused { person, _ in person.has(.administer) })],
        "/counter": [("/counter", .refused { person, _ in person.isClerk(person.office) })],
        "/counter/{process}": [
            ("/counter/CT-02", .refused { person, _ in person.isClerk(person.office) })
        ],
        "/filings": [("/filings", .refused { person, _ in person.isClerk(person.office) })],
        "/filings/{code}": [("/filings/{filing}", .hidden { $0.seesFiling($1) })],
        "/apologies": [
            ("/apologies", .refused { person, _ in person.visible.contains(person.office) })
        ],
        "/reports": [
            ("/reports", .page), ("/reports?office={office}", .hidden { $0.reports(on: $1) }),
        ],
        "/reports/article": [("/reports/article", .page)],
        "/ratings": [
            ("/ratings?records=1", .hidden { person, _ in !person.overseen.isEmpty }),
            ("/ratings?office={office}&records=1", .hidden { $0.overseen.contains($1.office) }),
        ],
    ]

    private static let dossiers: [String: Row] = [
        "/dossiers": [
            ("/dossiers", .page), ("/dossiers?q={dossier}", .page), ("/dossiers?q=dang", .page),
        ],
        "/dossiers/{code}": [
            ("/dossiers/{dossier}", .finders), ("/dossiers/{rated}", .finders),
            ("/dossiers/{refused}", .receivers), ("/dossiers/{stopped}", .receivers),
        ],
        "/dossiers/{code}/receipt": [("/dossiers/{dossier}/receipt", .finders)],
        "/dossiers/{code}/receipt.pdf": [("/dossiers/{dossier}/receipt.pdf", .finders)],
        "/dossiers/{code}/slip": [("/dossiers/{dossier}/slip", .finders)],
        "/dossiers/{code}/slip.pdf": [("/dossiers/{dossier}/slip.pdf", .finders)],
        "/dossiers/{code}/slip/check": [("/dossiers/{dossier}/slip/check?{stamp}", .finders)],
        "/dossiers/{code}/papers/{kind}": [
            ("/dossiers/{dossier}/papers/supplement", .finders),
            ("/dossiers/{dossier}/papers/supplement.pdf", .finders),
            ("/dossiers/{dossier}/papers/result", .finders),
            ("/dossiers/{dossier}/papers/result.pdf", .finders),
            ("/dossiers/{refused}/papers/refusal", .receivers),
            ("/dossiers/{refused}/papers/refusal.pdf", .receivers),
            ("/dossiers/{stopped}/papers/stop", .receivers),
            ("/dossiers/{stopped}/papers/stop.pdf", .receivers),
        ],
        "/dossiers/{code}/apology": [("/dossiers/{dossier}/apology", .finders)],
        "/dossiers/{code}/apology.pdf": [("/dossiers/{dossier}/apology.pdf", .finders)],
        "/dossiers/{code}/reads": [
            (
                "/dossiers/{dossier}/reads",
                .hidden { !$0.answeredUnits.isDisjoint(with: $1.units) }
            )
        ],
        "/dossiers/{code}/payments": [("/dossiers/{dossier}/payments", .counterReaders)],
        "/dossiers/{code}/attachments": [("/dossiers/{dossier}/attachments", .finders)],
        "/attachments/{file}": [
            ("/attachments/{file}", .finders),
            ("/attachments/{sent}", .hidden { $0.seesFiling($1) }),
        ],
    ]

    private static let counter: [String: Row] = [
        "/payments": [("/payments?office={office}", .counterReaders)],
        "/payments/account": [
            (
                "/payments/account?office={office}",
                .hidden { $0.has(.administer) || $0.readsCounter($1.office) }
            )
        ],
        // The statement is that of the own office; its leaders read payments but write none.
        "/payments/statement": [
            (
                "/payments/statement",
                .told { person, _ in
                    person.isClerk(person.office)
                        ? .ok : person.leads(person.office) ? .unprocessableContent : .notFound
                }
            )
        ],
        "/payments/settlement": [("/payments/settlement?office={office}", .counterReaders)],
        "/payments/settlement.csv": [
            ("/payments/settlement.csv?office={office}", .counterReaders)
        ],
        "/deliveries": [
            "/deliveries?office={office}", "/deliveries?office={office}&standing=scheduled",
        ].map { ($0, .counterReaders) },
        "/deliveries/roster": [("/deliveries/roster?office={office}", .counterReaders)],
        "/deliveries/route": [
            ("/deliveries/route", .page),
            (
                "/deliveries/route?officer={carrier}",
                .hidden { $0.carries($1) || $0.readsCounter($0.office) }
            ),
        ],
        "/deliveries/leave": [("/deliveries/leave?office={office}", ownLeave)],
        "/deliveries/leave.csv": [("/deliveries/leave.csv?office={office}", ownLeave)],
        "/deliveries/fees": [("/deliveries/fees?office={office}", .counterReaders)],
        "/deliveries/gifts": [("/deliveries/gifts?office={office}", .counterReaders)],
        "/deliveries/gifts.csv": [("/deliveries/gifts.csv?office={office}", .counterReaders)],
        "/deliveries/{code}/proof/{file}": [
            (
                "/deliveries/{brought}/proof/{photo}",
                .hidden { $0.carries($1) || $0.isClerk($1.office) }
            ),
            ("/deliveries/{dossier}/proof/{photo}", .hidden { _, _ in false }),
        ],
        "/deliveries/{code}": [
            ("/deliveries/{dossier}", .hidden { $0.carries($1) || $0.readsCounter($1.office) })
        ],
    ]

    /// Everybody reads the own hours in the own office.
    private static let ownLeave = SiteMatrixRule.hidden {
        $0.office == $1.office || $0.readsCounter($1.office)
    }

    private static let petitions: [String: Row] = [
        "/petitions": ["", "?list=incoming", "?list=open", "?list=ended"].map {
            ("/petitions\($0)", .page)
        },
        "/petitions/{code}": [
            ("/petitions/{idea}", .hidden { $0.seesIdea($1) }),
            ("/petitions/{conduct}", .hidden { $0.seesConduct($1) }),
        ],
        "/petitions/figures": [("/petitions/figures?office={office}", figures)],
        "/petitions/figures.csv": [("/petitions/figures.csv?office={office}", figures)],
    ]

    /// Who reads no figures is told so; other offices are not found.
    private static let figures = SiteMatrixRule.told { person, ward in
        person.overseen.contains(ward.office)
            ? .ok : person.overseen.isEmpty ? .unprocessableContent : .notFound
    }
}
