/** The pieces of a Parsons level: each may be used once. */
import { emptied } from "../../goals/hints.ts";
import { blockOf, walk } from "../../schema/edit.ts";
import type { Level } from "../../schema/level.ts";
import type { Statement } from "../../schema/program.ts";

/** What a toolbox offers: blocks of which there is always another; in a Parsons level the pieces, in the author's order. */
export type Offer = Level["toolbox"] | readonly Statement[];

export function wholeOffer(level: Level): Offer {
  return level.kind === "parsons" ? [...walk(level.start.body)].map(emptied) : level.toolbox;
}

/** What is left of an offer once these statements were made of it; those inside others are to be among them. */
export function leftOf(offer: Offer, used: Iterable<Statement>): Offer {
  const left = offer.filter((each) => typeof each !== "string");
  if (left.length === 0) return offer;
  const take = (is: (piece: Statement) => boolean): boolean => {
    const index = left.findIndex(is);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  };
  // The strip keeps a piece's id; Blockly gives its own, so there a piece is known by its look, or at least by its kind.
  const strangers = [...used].filter((each) => !take((piece) => piece.id === each.id && sameKind(piece, each)));
  for (const each of strangers) {
    if (!take((piece) => look(piece) === look(each))) take((piece) => sameKind(piece, each));
  }
  return left;
}

function sameKind(one: Statement, other: Statement): boolean {
  return blockOf(one) === blockOf(other);
}

/** A piece as the learner sees it, whatever its id and its inside. */
function look(statement: Statement): string {
  return JSON.stringify({ ...emptied(statement), id: "" });
}
