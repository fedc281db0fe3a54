import fc from "fast-check";
import { expect, test } from "vitest";
import { runHere, runInCPython } from "../../prover/checks/cpython.ts";
import { parseProgram } from "../../src/schema/shorthand.ts";
import { careful, facings, maps, runnable } from "../samples.ts";

test.each([
  ["most of which fail", runnable, 200],
  ["that run long", careful, 2_000],
])("our interpreter does what CPython does, event by event: programs %s", (_, programs, most) => {
  const cases = fc.record({ program: programs.map(parseProgram), map: maps, facing: facings, limit: fc.integer({ min: 1, max: most }) });
  fc.assert(
    fc.property(fc.array(cases, { minLength: 100, maxLength: 100 }), (batch) => {
      expect(batch.map(runHere)).toEqual(runInCPython(batch));
    }),
    { numRuns: 3, endOnFailure: true },
  );
});
