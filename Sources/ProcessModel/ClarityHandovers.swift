// Rules about work that leaves the process: a call meets an entry step in the receiving unit.

import WorkTime

extension ClarityCheck {
    mutating func handover(_ call: Call, at node: Node) {
        guard let catalogue = gate.catalogue else { return }
        guard let called = catalogue[call.process] else {
            report(
                .entryStep, at: node,
                Bilingual(
                    vi: "gọi quy trình \(call.process), danh mục không có quy trình này",
                    en: "calls the process \(call.process), the catalogue has none"),
                mend: Bilingual(
                    vi: "ban hành quy trình \(call.process) trước, hoặc ghi đúng mã",
                    en: "publish \(call.process) first, or mend its code"))
            return
        }
        let entries = EntryStep.steps(of: called)
        if entries.isEmpty {
            report(
                .entryStep, at: node,
                Bilingual(
                    vi: "quy trình \(call.process) không có bước đầu để nhận",
                    en: "the process \(call.process) has no first step that receives"),
                mend: Bilingual(
                    vi: "thêm bước tiếp nhận vào đầu quy trình \(call.process)",
                    en: "put a receiving step at the beginning of \(call.process)"))
        }
        for entry in entries where !entry.meets(call.unit, owner: called.ownerUnit) {
            let unit = call.unit.phrase
            report(
                .entryStep, at: node,
                Bilingual(
                    vi: "giao cho \(unit.vi), nhưng bước đầu “\(entry.node.title)” của "
                        + "\(call.process) thuộc \(entry.unit.phrase.vi)",
                    en: "hands over to \(unit.en), yet the first step “\(entry.node.title)” of "
                        + "\(call.process) belongs to \(entry.unit.phrase.en)"),
                mend: Bilingual(
                    vi: "sửa đơn vị nhận ở đây, hoặc bước đầu của quy trình được gọi",
                    en: "mend the receiving unit here, or the first step of the called process"))
        }
    }
}

/// A step that receives the work when a process begins.
struct EntryStep {
    var node: Node
    var unit: UnitReference

    /// Steps met first on each way from the start; those of no unit receive anywhere.
    static func steps(of version: ProcessVersion) -> [EntryStep] {
        let graph = ProcessGraph(version)
        let reached = graph.reached(from: graph.starts) { graph.nodes[$0].step == nil }
        return graph.nodes.indices.compactMap { index in
            guard reached[index], let step = graph.nodes[index].step else { return nil }
            let unit = step.performer?.unit ?? .code(version.ownerUnit)
            return EntryStep(node: graph.nodes[index], unit: unit)
        }
    }

    /// Units named in different ways are compared only when an office has matched them.
    func meets(_ other: UnitReference, owner: String) -> Bool {
        switch (unit, other) {
        case (.code(let a), .code(let b)), (.function(let a), .function(let b)),
            (.label(let a), .label(let b)):
            a == b
        case (_, .code(let code)) where code == owner: true
        default: true
        }
    }
}
