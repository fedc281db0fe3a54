"""A content folder as small as it can be."""

from pathlib import Path
from textwrap import dedent

FILES = {
    "places/countries.yaml": """
        - {code: EE, languages: [et], zone: Europe/Tallinn}
        - {code: MT, languages: [mt, en], zone: Europe/Malta}
        """,
    "places/towns.yaml": """
        - slug: tallinn
          country: EE
          latitude: 59.437
          longitude: 24.7536
          names: {en: Tallinn, el: Ταλίν}
          house: baltic
        - slug: valletta
          country: MT
          latitude: 35.8989
          longitude: 14.5146
          names: {en: Valletta, mt: il-Belt Valletta}
          house: island
        """,
    "activities/walk/activity.yaml": """
        position: 1
        featured: true
        ages: [6, 10]
        minutes: 60
        reading: short
        devices: [computer, tablet]
        concepts: [sequence]
        levels: [tallinn, valletta]
        """,
    "activities/walk/text.en.yaml": """
        title: The Walk
        lead: Walk through Europe.
        make: A walk
        finished: You walked all the way.
        learned: {sequence: You put steps in order.}
        tallinn: {title: First steps, goal: Walk to the lantern.}
        valletta: {title: Last steps, goal: Light the lantern.}
        """,
    "activities/walk/text.de.yaml": """
        review: draft
        title: Der Weg
        lead: Geh durch Europa.
        make: Ein Weg
        finished: Du bist den ganzen Weg gegangen.
        learned: {sequence: Du ordnest Schritte.}
        tallinn: {title: Erste Schritte, goal: Geh zur Laterne.}
        valletta: {title: Letzte Schritte, goal: Zünde die Laterne an.}
        """,
    "pages/home/page.yaml": "doors: {code: /learn/}",
    "pages/home/en.yaml": """
        description: One hour of coding.
        promise: Learn coding in *one hour*
        lead: Start at once.
        doors:
          title: Which door is yours?
          code: {title: I want to code, text: No account., action: Learn}
        figures: {title: Hours count once, text: No names.}
        """,
    "pages/home/de.yaml": """
        review: draft
        description: Eine Stunde Programmieren.
        promise: Lerne Programmieren in *einer Stunde*
        lead: Fang gleich an.
        doors:
          title: Welche Tür ist deine?
          code: {title: Ich will programmieren, text: Ohne Konto., action: Lernen}
        figures: {title: Stunden zählen einmal, text: Keine Namen.}
        """,
    "pages/learn/page.yaml": "{type: link, position: 1, link: /learn/}",
    "pages/learn/en.md": """
        ---
        title: Activities
        menu: Learn
        lead: One hour.
        ---
        """,
    "pages/about/page.yaml": "{type: article, position: 2}",
    "pages/about/en.md": """
        ---
        title: About us
        lead: We like coding.
        description: What this is.
        ---

        ## What it is {#what}

        A site. Start [here](/learn/).

        ## Take part {#take-part}

        - Translate.
        """,
}
CAMPAIGN_FILES = {
    "campaigns/summer/campaign.yaml": """
        position: 1
        published: true
        hashtag: SummerOfCode
        editions:
          2026:
            soon: 2026-06-01
            first: 2026-07-06
            last: 2026-07-12
            thanks: 2026-07-20
            targets: {hours: 100, hosts: 4}
            special:
              - {country: EE, soon: 2026-06-01, first: 2026-07-13, last: 2026-07-14}
              - {audience: work, soon: 2026-06-01, first: 2026-07-10, last: 2026-07-10}
        """,
    "campaigns/summer/text.en.yaml": """
        name: Summer of code
        lead: A week outside.
        about: "We code **outside**.\\n\\n- by the sea\\n- in the hills"
        for_whom: Everybody.
        take_part: Bring a [hat](/learn/).
        """,
    "campaigns/summer/text.de.yaml": """
        review: draft
        name: Sommer im Code
        lead: Eine Woche draußen.
        about: Wir programmieren draußen.
        for_whom: Für alle.
        take_part: Bring einen Hut mit.
        """,
    "campaigns/winter/campaign.yaml": """
        position: 2
        published: false
        editions:
          2026: {soon: 2026-07-01, first: 2026-07-02, last: 2026-07-31, thanks: 2026-08-01}
        """,
    "campaigns/winter/text.en.yaml": """
        {name: Winter of code, lead: Inside., about: Warm., for_whom: All., take_part: Come in.}
        """,
}
LEVEL = """
schema: 1
kind: build
world: {{type: grid, town: {town}, time: day, map: ["S.L", "..."], facing: east}}
concepts: {{new: [sequence], uses: []}}
toolbox: [move, light]
goals: [{{light: all}}]
limits: {{steps: 30, blocks_ideal: 3}}
solutions: [{{program: [move, move, light], expect: {{tidy: true}}}}]
"""


def write_content(folder: Path) -> None:
    for name, text in FILES.items():
        write(folder / name, text)
    for town in ("tallinn", "valletta"):
        write(folder / f"activities/walk/levels/{town}.yaml", LEVEL.format(town=town))


def write_campaigns(folder: Path) -> None:
    """`summer`, published, from 6 to 12 July 2026, in Estonia a week later; `winter`, not published."""
    for name, text in CAMPAIGN_FILES.items():
        write(folder / name, text)


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(dedent(text).lstrip(), encoding="utf-8")


def change(file: Path, old: str, new: str) -> None:
    """Replaces a piece of a file that must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
