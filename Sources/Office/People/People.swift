// People: who works here, where, in which position, and who stands in for whom.
//
// Start here. One stream, `organisation`, tells the whole story: units as a dated tree (kinds and
// levels are data, party bodies included), positions, their holders, dated substitutes, accounts.
// - UnitNoun, PositionNoun, PersonNoun: the nouns.
// - Organisation: the state, and the questions that everybody asks of it.
// - OrganisationRules: commands, events, refusals.
// - OrganisationRoster: a performer of a process becomes a person of today.
// - PasswordHash, SignInQueries, PeoplePages: accounts, sessions and the pages /to-chuc,
// /dang-nhap.
//
// Secrets (password hashes, session tokens) lie in tables of their own, never in the ledger.

/// Namespace of the feature.
public enum People {}
