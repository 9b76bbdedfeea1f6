// No text keeps unfinished marks or names a place of one machine.

import Foundation
import Testing

@Suite struct MarkTests {
    @Test func `no text marks unfinished work`() {
        expectNone(Repository.texts.flatMap(unfinishedFindings))
    }

    @Test func `no text names a place of this machine`() throws {
        let around = Repository.root.deletingLastPathComponent()
        let neighbours = try FileManager.default.contentsOfDirectory(
            atPath: around.path(percentEncoded: false))
        let home = FileManager.default.homeDirectoryForCurrentUser
        let places = machinePlaces(root: Repository.root, neighbours: neighbours, home: home)
        expectNone(Repository.texts.flatMap { machinePathFindings($0, places: places) })
    }

    @Test(arguments: ["// TO" + "DO: later", "# FIX" + "ME", "a XX" + "X b"])
    func `an unfinished mark is found`(text: String) {
        #expect(unfinishedFindings(SourceFile("a.md", "one\n" + text)).map(\.line) == [2])
    }

    @Test(arguments: ["METO" + "DON", "to do", "code 024 xxx"])
    func `what only looks like a mark passes`(text: String) {
        #expect(unfinishedFindings(SourceFile("a.md", text)).isEmpty)
    }

    @Test func `a path of the machine is found and a path of every machine is not`() {
        let root = URL(filePath: "/build/desk/roviec", directoryHint: .isDirectory)
        let home = URL(filePath: "/home/lan", directoryHint: .isDirectory)
        let places = machinePlaces(root: root, neighbours: ["notes", "roviec"], home: home)
        let text = """
            see /var/lib/roviec
            see /home/lan/plan
            see /build/desk/notes/a.md
            see /build/desk/4, an address
            see /home/lance
            """
        let found = machinePathFindings(SourceFile("a.md", text), places: places)
        #expect(found.map(\.line).sorted() == [2, 3])
    }

    @Test func `a checkout in a folder that every machine has forbids only itself`() {
        let root = URL(filePath: "/tmp/probe", directoryHint: .isDirectory)
        let home = URL(filePath: "/", directoryHint: .isDirectory)
        #expect(machinePlaces(root: root, neighbours: ["x"], home: home) == ["/tmp/probe"])
    }
}
