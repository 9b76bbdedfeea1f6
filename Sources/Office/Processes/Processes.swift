// Processes: the catalogue of versioned processes that the office works by.
//
// Start here. One stream a process, `process/<code>`; an entry holds a whole issue as JSON of the
// process model. An issue is drafted, checked at the clarity gate, published from a day on, and
// retired; running work stays on the issue it began with.
// - ProcessRules: commands, events, refusals; the gate stands in front of publishing.
// - ProcessDesk: at the desk.  ProcessTables, ProcessQueries: catalogue, issues, open gaps.
// - ProcessPages, ProcessDiagram: /processes, /processes/CODE, swim lanes, comparison.

/// Namespace of the feature.
public enum Processes {}
