import fc from "fast-check";
import { expect, test } from "vitest";
import { runHere, runInCPython } from "../../prover/checks/cpython.ts";
import { parseProgram } from "../../src/schema/shorthand.ts";
import { facings, maps, runnable } from "../samples.ts";

const cases = fc.record({ program: runnable.map(parseProgram), map: maps, facing: facings, limit: fc.integer({ min: 1, max: 200 }) });

test("our interpreter does what CPython does, event by event", () => {
  fc.assert(
    fc.property(fc.array(cases, { minLength: 150, maxLength: 150 }), (batch) => {
      expect(batch.map(runHere)).toEqual(runInCPython(batch));
    }),
    { numRuns: 3, endOnFailure: true },
  );
});
