// What lies ahead of a dossier: of the branches of its process it goes one way.

import Engine
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The way ahead of a dossier` {
    /// After taking in, one of three teams checks, by what the form says; then it is signed.
    private static var branching: ProcessVersion {
        var version = DossierTestSamples.processes[0]
        version.code = "RE-07"
        let nodes = version.nodes
        guard let checking = nodes.first(where: { $0.id == "tham-dinh" })?.step else {
            return version
        }
        let branches: [NodeID] = ["xet-mot", "xet-hai", "xet-ba"]
        version.nodes = Array(nodes[..<2])
        version.nodes.append(Node(id: "re", title: "Loại", kind: .gateway(.exclusive)))
        for branch in branches {
            version.nodes.append(
                Node(id: branch, title: "Xét \(branch)", kind: .step(checking)))
        }
        version.nodes.append(Node(id: "gop", title: "Gộp", kind: .gateway(.exclusive)))
        version.nodes += nodes[3...]
        let line: [NodeID] = [nodes[0].id, nodes[1].id, "re"]
        let end: [NodeID] = ["gop"] + nodes[3...].map(\.id)
        version.flows = zip(line, line.dropFirst()).map { Flow(from: $0, to: $1) }
        for branch in branches {
            version.flows.append(Flow(from: "re", to: branch))
            version.flows.append(Flow(from: branch, to: "gop"))
        }
        version.flows += zip(end, end.dropFirst()).map { Flow(from: $0, to: $1) }
        return version
    }

    private func ahead(_ open: NodeID...) -> Set<NodeID> {
        Dossiers.ahead(of: open, in: Self.branching)
    }

    @Test func `holds every branch before the choice, and one after it`() {
        #expect(ahead("nhan").isSuperset(of: ["xet-mot", "xet-hai", "xet-ba", "ky", "tra"]))
        #expect(ahead("xet-hai") == ["xet-hai", "gop", "ky", "tra", "cuoi"])
        let both = ahead("xet-mot", "xet-ba")
        #expect(both.contains("xet-ba") && !both.contains("xet-hai") && !both.contains("nhan"))
        #expect(ahead().isEmpty, "nothing is to come")
        #expect(ahead("khong-co").isEmpty, "a node of another version leads nowhere")
    }

    @Test func `of a dossier that ended early holds nothing more to do`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let open = try await office.record(code, as: "chi")
            #expect(open.steps.map(\.stand) == [.here, .next, .next, .next])
            try await office.act(.close(.refused, reason: "Sai nơi"), on: code, by: "chi")
            let ended = try await office.record(code, as: "chi")
            let isAllPast = ended.steps.allSatisfy { $0.stand == .past }
            #expect(isAllPast)
        }
    }
}
