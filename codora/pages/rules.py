"""What each type of block needs and may have: a slip of the pen is told with file and line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from codora.core.files import ContentError
from codora.pages.body import Body, Part
from codora.pages.facts import BlockFacts, PageFacts
from codora.pages.files import PageFile


@dataclass(frozen=True)
class Rule:
    """`words` it must have, `more` it may have; the same of its facts in page.yaml."""

    words: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    has_items: bool = False
    facts: tuple[str, ...] = ()
    more_facts: tuple[str, ...] = ()


SECTION = Rule(words=("heading",), more=("text",))
GROUP = Rule(words=("heading",), has_items=True)
RULES = {
    "section": SECTION,
    "text": Rule(),
    "notice": Rule(words=("text",), more=("title",), more_facts=("kind",)),
    "steps": Rule(more=("title",), has_items=True, more_facts=("minutes",)),
    "picture": Rule(words=("alt",), more=("caption",), facts=("file",)),
    "video": Rule(words=("title",), more=("caption",), facts=("file", "poster", "captions")),
    "action": Rule(words=("action",), more=("title", "text"), facts=("to",)),
    "activities": Rule(more=("title",), facts=("show",)),
    "links": Rule(more=("title",), has_items=True, more_facts=("to", "documents")),
    "voices": Rule(more=("title",), has_items=True),
    "logos": Rule(more=("title",), has_items=True, more_facts=("to", "pictures")),
}


def check_body(body: Body, facts: PageFacts, file: Path) -> None:
    """Raises ContentError for the first part of the English file that breaks the rules of its type."""
    keys = {part.key for part in body.parts}
    if stray := sorted(facts.blocks.keys() - keys):
        raise ContentError(file.with_name("page.yaml"), f"blocks: {stray[0]}: {file.name} has no such block.")
    rules = {"section": GROUP} if facts.type == "faq" else RULES
    for part in body.parts:
        rule = rules.get(part.kind)
        if rule is None:
            known = ", ".join(kind for kind in rules if kind not in {"section", "text"})
            raise _fault(file, part, f"there is no block “{part.kind}” here; there are: {known or 'none'}")
        for reason in _faults(part, rule, body, facts.blocks.get(part.key, BlockFacts())):
            raise _fault(file, part, reason)


def _faults(part: Part, rule: Rule, body: Body, facts: BlockFacts) -> Iterator[str]:
    words = {key.rsplit(".", 1)[-1] for key in body.texts if key.rpartition(".")[0] == part.key}
    known = {*rule.words, *rule.more}
    yield from (f"it needs “{word}”" for word in rule.words if word not in words)
    if part.kind not in {"section", "text"}:  # a section also has what goes on after a block
        yield from (f"it has no word “{word}”" for word in sorted(words - known))
    if part.items and not rule.has_items:
        yield f"it has no items such as “### … {{#{part.items[0]}}}”"
    yield from _faults_of_facts(part, rule, set(msgspec.to_builtins(facts)))


def _faults_of_facts(part: Part, rule: Rule, given: set[str]) -> Iterator[str]:
    missing = (name for name in rule.facts if name not in given)
    yield from (f"page.yaml must give its “{name}” under blocks: {part.key}" for name in missing)
    for name in sorted(given - {*rule.facts, *rule.more_facts}):
        yield f"page.yaml gives it “{name}”, which is no fact of a block of this type"


def _fault(file: Path, part: Part, reason: str) -> ContentError:
    return ContentError(file, f"line {part.line}: {part.key}: {reason}.")


def check_words(page: PageFile, facts: PageFacts) -> None:
    """Raises ContentError for a word of the front matter that this type of page lacks or does not know."""
    given = {key for key in page.words.texts if "." not in key}
    needed = {"title", "lead"} | ({"description"} if facts.type != "link" else set())
    needed |= {"picture"} if facts.picture else set()
    if missing := sorted(needed - given):
        raise ContentError(page.file, f"{missing[0]}: a text is needed here.")
    if strange := sorted(given - needed - {"menu"}):
        raise ContentError(page.file, f"{strange[0]}: the front matter has no such word.")
