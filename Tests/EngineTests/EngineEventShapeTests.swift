// Events are kept for ever: a history written once must be read and replayed by every later engine.

import Engine
import Foundation
import ProcessModel
import Testing
import WorkTime

struct EngineEventShapeTests {
    /// Written by hand from the shapes of the first release; never to be edited.
    static let history = """
        [
        {"at": "2017-07-03T08:00", "actor": {"person": "an"}, "change": {"started": {
            "_0": "hs1", "process": "THU-01", "issue": 1, "node": "s", "focalPoint": "an",
            "unit": "motcua"}}},
        {"at": "2017-07-03T08:00", "actor": {"person": "an"}, "change": {"clockMarked": {
            "_0": "received", "cause": "", "reason": ""}}},
        {"at": "2017-07-03T08:00", "actor": {"person": "an"}, "change": {"tokenMoved": {
            "token": 1, "to": "a"}}},
        {"at": "2017-07-03T08:00", "actor": {"person": "an"}, "change": {"itemOpened": {
            "_0": 1, "token": 1, "kind": "step", "holder": "an", "unit": "motcua",
            "needsTaking": false, "due": "2017-07-03T12:00", "timers": [
                {"item": 1, "kind": "due", "node": "a", "at": "2017-07-03T12:00"}],
            "note": ""}}},
        {"at": "2017-07-03T09:00", "actor": {"person": "binh", "onBehalfOf": "an"},
            "change": {"stepCompleted": {"_0": 1, "product": "Giấy tiếp nhận"}}},
        {"at": "2017-07-03T09:00", "actor": {"person": "binh", "onBehalfOf": "an"},
            "change": {"tokenMoved": {"token": 1, "to": "b"}}},
        {"at": "2017-07-03T09:00", "actor": {"person": "binh", "onBehalfOf": "an"},
            "change": {"itemOpened": {
            "_0": 2, "token": 1, "kind": "step", "holder": "an", "unit": "motcua",
            "needsTaking": false, "timers": [], "note": ""}}},
        {"at": "2017-07-03T09:00", "actor": {"person": "binh", "onBehalfOf": "an"},
            "change": {"handoverOffered": {
            "_0": 2, "receiver": "chi", "unit": "tuphap", "needsTaking": true}}},
        {"at": "2017-07-03T10:00", "actor": {"person": "ha"}, "change": {"handoverAccepted": {
            "_0": 2, "receiver": "ha"}}}
        ]
        """

    @Test func `a history of the first release replays to the same state`() throws {
        let events = try JSONDecoder().decode([EngineEvent].self, from: Data(Self.history.utf8))
        let state = try #require(EngineRules.replay(events))
        #expect(state.focalPoint == "an")
        #expect(state.items.map(\.holder) == ["ha"])
        #expect(state.items.map(\.unit) == ["tuphap"])
        #expect(state.items.first?.needsTaking == false)
        #expect(state.records.first?.answerable == "an")
        #expect(state.handovers.map(\.state) == [.accepted])
        let process = version(
            [step("a"), step("b", .member(of: .code("tuphap")))], ["s a b e"])
        #expect(state.violations(process) == [])
    }

    @Test func `what happened can go on from there`() throws {
        let events = try JSONDecoder().decode([EngineEvent].self, from: Data(Self.history.utf8))
        let process = version(
            [step("a"), step("b", .member(of: .code("tuphap")))], ["s a b e"])
        let context = EngineContext(
            now: minute("11:00"), calendar: .vietnam, roster: EngineTestOffice().roster)
        let more = try EngineRules.decide(
            .complete(2, product: "", fields: [:]), on: EngineRules.replay(events),
            process: process, by: Actor("ha"), in: context)
        #expect(EngineRules.replay(events + more)?.outcome == .finished)
    }
}
