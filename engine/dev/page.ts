/** A level as the site would hand it to the player, made of the content files; for trying the player without the site. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "yaml";

import type { MessageCatalogue, PlayerData } from "../src/schema/player-data.ts";

const ROOT = join(import.meta.dirname, "../..");
const ACTIVITY = "lantern-trail";
const FOLDER = join(ROOT, "content/activities", ACTIVITY);

type Texts = Record<string, unknown>;

interface Town {
  readonly slug: string;
  readonly country: string;
  readonly names: Readonly<Record<string, string>>;
  readonly house: string;
}

export function playerData(language: string, slug: string): PlayerData {
  const order = (yaml(join(FOLDER, "activity.yaml")) as { levels: string[] }).levels;
  const english = texts("en");
  const own = existsSync(join(FOLDER, `text.${language}.yaml`)) ? texts(language) : {};
  const level = yaml(join(FOLDER, "levels", `${slug}.yaml`)) as PlayerData["level"];
  const fallback = flat(english[slug] as Texts);
  const translated = flat((own[slug] ?? {}) as Texts);
  return {
    language,
    direction: language === "ar" ? "rtl" : "ltr",
    activity: { slug: ACTIVITY, title: String(own["title"] ?? english["title"]) },
    path: order.map((each) => ({
      slug: each,
      title: String((own[each] as Texts)?.["title"] ?? (english[each] as Texts)["title"]),
      url: `/${language}/play/${ACTIVITY}/${each}/`,
      kind: (yaml(join(FOLDER, "levels", `${each}.yaml`)) as PlayerData["level"]).kind,
    })),
    slug,
    level,
    text: { ...fallback, ...translated },
    untranslated: Object.keys(fallback).filter((key) => !(key in translated) && language !== "en"),
    town: townOf(level.world.town, language),
    messages: catalogue(language),
    urls: {
      leave: `/${language}/learn/${ACTIVITY}/`,
      languages: `/${language}/languages/`,
      finish: `/${language}/play/${ACTIVITY}/finish/`,
      sprite: "/assets/art/world-sprite.svg",
      icons: "/assets/icons/icons.svg",
      blocklyMedia: "/node_modules/blockly/media/",
    },
  };
}

function catalogue(language: string): MessageCatalogue {
  const file = join(ROOT, "build/messages", `${language}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as MessageCatalogue) : { plural: {}, messages: {} };
}

function townOf(slug: string, language: string): PlayerData["town"] {
  const towns = yaml(join(ROOT, "content/places/towns.yaml")) as Town[];
  const { names, country, house } = towns.find((town) => town.slug === slug) as Town;
  return { name: names[language] ?? names["en"] ?? slug, country, house, landmark: slug };
}

function texts(language: string): Texts {
  return yaml(join(FOLDER, `text.${language}.yaml`)) as Texts;
}

function flat(nested: Texts, prefix = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(nested).flatMap(([key, value]) =>
      typeof value === "object"
        ? Object.entries(flat(value as Texts, `${prefix}${key}.`))
        : [[prefix + key, String(value)]],
    ),
  );
}

function yaml(file: string): unknown {
  return parse(readFileSync(file, "utf8"));
}
