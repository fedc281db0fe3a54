import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["engine/tests/**/*.test.ts", "assets/**/*.test.ts", "tools/tests/**/*.test.ts"],
    environment: "node",
    // No test waits for time; a busy machine may take longer than the usual five seconds.
    testTimeout: 60_000,
  },
});
