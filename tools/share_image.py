"""Renders assets/art/share-default.svg as the PNG that previews of links show: they take no SVG.

Run it after the drawing has changed: `python tools/share_image.py`.
"""

from pathlib import Path

import typst

ART = Path(__file__).resolve().parent.parent / "assets" / "art"
PAGE = b"""#set page(width: 1200pt, height: 630pt, margin: 0pt)
#image("/share-default.svg", width: 100%)
"""

if __name__ == "__main__":
    # The stubs want input and root to be of one type, though bytes name no folder.
    image: bytes = typst.compile(PAGE, root=str(ART), format="png", ppi=72)  # type: ignore[call-overload]
    (ART / "share-default.png").write_bytes(image)
