"""Reads QR codes off the screen, as a telephone held before it would."""

import base64

import zxingcpp

PIXELS = """async picture => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + picture;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const {data} = context.getImageData(0, 0, image.width, image.height);
    const grey = [];
    for (let at = 0; at < data.length; at += 4) grey.push(data[at + 1]);
    return [image.width, image.height, grey];
}"""


def codes_on(visitor):
    """The texts of all codes on the page, from top to bottom."""
    return [read(visitor, code) for code in visitor.page.locator("svg.qr").all()]


def read(visitor, element):
    picture = base64.b64encode(element.screenshot()).decode()
    blank = visitor.context.new_page()
    try:
        width, height, grey = blank.evaluate(PIXELS, picture)
    finally:
        blank.close()
    image = memoryview(bytes(grey)).cast("B", shape=[height, width])
    found = zxingcpp.read_barcodes(image)
    assert len(found) == 1, f"{len(found)} codes in one drawing"
    return found[0].text
