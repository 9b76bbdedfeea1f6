// Privacy: what the office knows of people, and what a person may ask of it (law 91/2025/QH15 and
// NĐ 356/2025/NĐ-CP from 01/01/2026; NĐ 13/2023/NĐ-CP before).
//
// Start here. The register of processing is derived: from the forms of the processes in force, and
// from the values that the features keep beside the ledger, so that it cannot fall behind them. What
// a person asks (see, correct, erase, restrict, object, complain) is a stream `privacy/<code>`: sent
// without an account, with a number and a secret, held by one person, answered within terms that are
// shown as unconfirmed. Erasing takes the values and every word of them that lists read.
// - PrivacyRegister, …Queries, …Text, …Pages, …Views: /privacy and /privacy/register.csv.
// - PrivacyErasureDesk: erasing what is kept of one dossier, filing or petition.

import Engine
import WorkTime

/// Namespace of the feature.
public enum Privacy {
    static let feature = "privacy"
}
