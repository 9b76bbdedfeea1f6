// Tokens: what another program shows instead of a session, `Authorization: Bearer rv_…`.
//
// Start here. A token belongs to a person and never opens more than the person may: rights are the
// person's, cut down to the scopes of the token. Each is one stream, `token/<id>`, which tells that
// it was issued and revoked. The token itself is shown once; the store keeps its SHA-256 beside the
// ledger, since 32 bytes of chance need no slow hash.
// - TokenNoun: scopes, what a token is.  TokenRules, TokenRefusals: commands, events, refusals.
// - TokenDesk: issuing, revoking, and who a token speaks for.  TokenQueries: the tables.
// - TokenPages, TokenViews: a person's own tokens on /account.
// - TokenBookQueries, TokenBookPages, TokenBookViews: /tokens, those of all for administrators.
// Site/SiteBearer says which scope an address needs; docs/guides/programs.md tells programmers.

/// Namespace of the feature.
public enum Tokens {}
