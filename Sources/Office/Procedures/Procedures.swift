// Procedures: what a citizen can ask for, told as the law wants it told (NĐ 63/2010 Đ8k2).
//
// Start here. A procedure is resolved by the process of the same code, which says how: title,
// steps, papers, published limit, forms. The sheet of a procedure adds what the citizen must know
// beside: national code, for whom, in which ways, results, conditions, fees and terms by case. What
// no text has confirmed is marked, and shown as such. Sheets are issued and dated like processes.
// - ProcedureNoun: the sheet.  ProcedureRules: issuing one.  ProcedureDesk: stream and table.
// - ProcedureQueries: the catalogue, and one procedure with all eight parts.
// - ProcedurePages: /procedures and /procedures/CODE, for everybody.

/// Namespace of the feature.
public enum Procedures {}
