"""Parts of a page. Each has a template in templates/pages/blocks and an example for the editors' picker."""

from codora.pages.blocks.body import body_blocks
from codora.pages.blocks.home import DoorBlock
from codora.pages.blocks.questions import QuestionGroupBlock

__all__ = ["DoorBlock", "QuestionGroupBlock", "body_blocks"]
