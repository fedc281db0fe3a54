/** Programs at random, for property tests. */
import fc from "fast-check";
import type { Shorthand, ShorthandStatement } from "../../src/schema/level.generated.ts";
import { parseProgram } from "../../src/schema/shorthand.ts";

const { statement } = fc.letrec<{ statement: ShorthandStatement; inside: Shorthand }>((tie) => ({
  inside: fc.array(tie("statement"), { maxLength: 3 }),
  statement: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("move", "turn_left", "light"),
    fc.record({ repeat: fc.integer({ min: 2, max: 9 }), do: tie("inside") }),
    fc.record({ until: fc.constant("at_goal"), do: tie("inside") }),
    fc.record({ if: fc.constant("path_ahead"), do: tie("inside") }),
    fc.record({ if: fc.constant("path_ahead"), do: tie("inside"), else: tie("inside") }),
  ),
}));

export const anyProgram = fc.array(statement, { maxLength: 5 }).map(parseProgram);
