// Swim lanes drawn from a version: lanes are units, columns the order of the work, blue dashes the
// ways back. Start here; the lanes stand in ProcessDiagramLanes, the places of the nodes in
// ProcessDiagramLayout, the ways in ProcessDiagramRoutes, the shapes in ProcessDiagramShapes.

import HTML
import ProcessModel
import WorkTime

/// A drawing of one version. The same version is always the same bytes.
public struct ProcessDiagram: Sendable {
    let version: ProcessVersion
    let naming: ProcessNaming
    /// Nodes at which something is not clear yet.
    let flaws: Set<NodeID>
    let layout: DiagramLayout
    let routes: DiagramRoutes

    init(_ version: ProcessVersion, naming: ProcessNaming, flaws: Set<NodeID> = []) {
        self.version = version
        self.naming = naming
        self.flaws = flaws
        let plan = DiagramPlan(version, naming: naming)
        let routing = DiagramRouting(plan)
        layout = DiagramLayout(plan, routing: routing)
        routes = DiagramRoutes(routing, layout: layout)
    }

    /// A whole SVG file with its own style, for printing and for the command line.
    public static func svg(of version: ProcessVersion, language: Language) -> [UInt8] {
        ProcessDiagram(version, naming: ProcessNaming(language: language)).file
    }

    /// The drawing as a file of its own.
    var file: [UInt8] {
        var bytes = Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" class="flow" \
            width="\(SVG.digits(of: layout.width))" height="\(SVG.digits(of: layout.height))" \
            viewBox="\(viewBox)" role="img" aria-labelledby="flow-title flow-desc">

            """.utf8)
        bytes += words.bytes
        bytes += HTML.raw(Self.ownStyle).bytes
        bytes += drawing.bytes
        bytes += Array("</svg>\n".utf8)
        return bytes
    }

    /// The drawing as a part of a page, dressed by the style sheet. A wide one keeps its size and
    /// is scrolled; others fit the page.
    var figure: HTML {
        let isWide = layout.width > Self.fittingWidth
        return SVG.svg(
            .class(isWide ? "flow" : "draw flow"), .viewBox(viewBox), .role("img"),
            .aria("labelledby", "flow-title flow-desc"),
            .if(isWide, .width(layout.width), .height(layout.height))
        ) {
            words
            drawing
        }
    }

    /// Wider drawings are not made smaller: their text could not be read.
    static let fittingWidth = 1400.0

    private var viewBox: String {
        "0 0 \(SVG.digits(of: layout.width)) \(SVG.digits(of: layout.height))"
    }

    /// Name and description, for those who cannot see the drawing.
    private var words: HTML {
        HTML {
            SVG.title(.id("flow-title")) {
                naming.language == .vi
                    ? "Sơ đồ quy trình \(version.title)" : "Process \(version.title)"
            }
            SVG.desc(.id("flow-desc")) { layout.plan.description }
        }
    }

    private var drawing: HTML {
        HTML {
            SVG.raw(arrows)
            lanes
            routes.drawing
            for node in layout.plan.nodes.indices {
                shape(of: node)
            }
            routes.tags(in: layout)
            legend
        }
    }

    private var lanes: HTML {
        HTML {
            for (index, lane) in layout.lanes.enumerated() {
                SVG.rect(
                    .class(index % 2 == 0 ? "lane" : "lane odd"), .x(1), .y(lane.top),
                    .width(layout.width - 2), .height(lane.height))
                lines(
                    lane.title, x: 12, top: lane.top + lane.height / 2 - 8 * lane.lineCount + 12,
                    class: "unit", anchor: nil)
            }
        }
    }

    /// What the letters at the ways mean.
    private var legend: HTML {
        HTML {
            for (index, line) in routes.legend.enumerated() {
                SVG.text(
                    .class("term"), .x(12), .y(layout.lanesBottom + 20 + 18 * Double(index))
                ) { line }
            }
        }
    }

    private var arrows: StaticString {
        """
        <defs><marker id="flow-arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" \
        markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">\
        <path d="M0 0l8 4l-8 4z" fill="#161b22"/></marker>\
        <marker id="flow-return" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="9" \
        markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">\
        <path d="M0 0l8 4l-8 4z" fill="#0b4a9e"/></marker></defs>
        """
    }

    private static let ownStyle: StaticString = """
        <style>text{font:13px system-ui,"Segoe UI","Noto Sans",Arial,sans-serif;fill:#161b22}\
        .lane{fill:#fff;stroke:#d8dee6}.lane.odd{fill:#f4f6f9}.unit{font-weight:700}\
        .box{fill:#fff;stroke:#161b22;stroke-width:1.25}\
        .box.flaw{fill:#fbe9e7;stroke:#8f1d14;stroke-width:2}.mark{fill:#8f1d14}\
        .way{fill:none;stroke:#161b22;stroke-width:1.5}\
        .back{fill:none;stroke:#0b4a9e;stroke-width:1.75;stroke-dasharray:6 4}\
        .backtext{fill:#0b4a9e;font-weight:600}.term{fill:#4a5462}</style>
        """
}

extension SVG {
    /// Markup of the source code inside a drawing.
    fileprivate static func raw(_ markup: StaticString) -> HTML { HTML.raw(markup) }
}
