// The demo office: the district of 2017 with its fourteen wards, built from the facts in DemoData
// and from invented people, and the history that it is played through.
//
// Start here.
// - DemoTable: reads the tables of DemoData.
// - DemoChance, DemoNames: fixed-seed chance and the invented names made with it.
// - DemoUnits, DemoOrganisation, DemoAccounts: units, positions, holders, who to sign in as.
// - DemoChain, DemoStepTables, DemoProcedures, DemoOperating, DemoProcesses: the catalogue.
// - DemoSheets: what citizens are told of the procedures.
// - DemoOnlineLevels: the 27 online procedures, the demo's own choice.
// - DemoDemand, DemoStory, DemoPlan: the script of 7,114 dossiers.
// - DemoDeliveries: results to be brought home in the first days, and what became of two.
//   DemoDeliveryFees: what that costs.
// - DemoCodedAct: acts beside the work on a dossier.  DemoPayments: fees of July, some unpaid.
// - DemoRatings: what a share of the citizens said.  DemoApologies: one date that cannot be kept.
// - DemoFilings: what waits at the counters when the demo opens.  DemoPetitions: six petitions.
// - DemoFreeAct: what names no dossier.  DemoOutages, DemoDelegations, DemoClaims, DemoQueues.
// - DemoPlayer: plays organisation, processes and plan through the Desk.
// - DemoTwin, DemoYears: the same for several districts and years, to measure a large office.
//
// Everything but the player is pure apart from reading the bundled tables: same input, same bytes.

import WorkTime

/// Namespace of the demo office.
public enum Demo {}
