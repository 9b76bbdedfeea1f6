// The photo and the signature of a hand-over: their inputs, and what came of them.

import HTML
import WorkTime

/// The inputs. The pad for the finger shows itself where the script runs; without it there is the
/// photo, of the slip that was signed on paper.
struct DeliveryPictureFieldView {
    let frame: Site.Frame
    let refusal: Deliveries.Rejection?

    @HTMLBuilder var html: HTML {
        let photo = field(.photo)
        Piece.frame(photo) {
            input(
                photo.wiring, .type(.file), .accept("image/jpeg,image/png"),
                .capture("environment"))
        }
        let signature = field(.signature)
        div(
            .classes("field", "pad", signature.error == nil ? nil : "bad"), .data("pad", ""),
            .hidden
        ) {
            span(.class("label"), .id("delivery-pad-label")) { Piece.labelText(signature) }
            Piece.mistake(of: signature)
            canvas(
                .id(signature.id), .width(640), .height(240), .role("img"),
                .aria("labelledby", "delivery-pad-label"))
            Piece.hint(of: signature)
            button(.type(.button), .class("btn small"), .data("pad-clear", "")) {
                frame.text("delivery.padClear")
            }
            input(
                .type(.file), .name(signature.name), .accept("image/png"), .hidden,
                .aria("label", frame.text("delivery.field.signature")))
        }
    }

    private func field(_ kind: Deliveries.PictureKind) -> Piece.Field {
        Piece.Field(
            kind.rawValue, frame.text("delivery.field.\(kind.rawValue)"),
            optional: frame.text("word.optional"),
            hint: frame.text("delivery.pictureHint.\(kind.rawValue)"),
            error: refusal?.field == kind.rawValue
                ? refusal.map { frame.say($0.sentence) } : nil,
            id: "delivery-\(kind.rawValue)")
    }
}

/// Those that can be opened, for who may.
struct DeliveryPictureView {
    let code: String
    let pictures: [Deliveries.PictureLine]
    let frame: Site.Frame

    @HTMLBuilder var html: HTML {
        if !pictures.isEmpty {
            Piece.part(frame.text("delivery.pictures"), id: "proof") {
                p(.class("note")) { frame.text("delivery.picturesNote") }
                ul(.class("plain")) { for picture in pictures { li { line(picture) } } }
                frame.warning(of: pictures.map(\.file))
            }
        }
    }

    @HTMLBuilder private func line(_ picture: Deliveries.PictureLine) -> HTML {
        let name = frame.text("delivery.picture.\(picture.kind.rawValue)")
        if picture.file.standing.mayOpen {
            a(.href("/deliveries/\(code)/proof/\(picture.file.id)")) { name }
        } else {
            span { name }
        }
        " "
        small { frame.size(picture.file.bytes) }
        " "
        frame.state(of: picture.file)
    }
}
