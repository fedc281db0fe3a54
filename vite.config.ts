import { existsSync } from "node:fs";

import { Features } from "lightningcss";
import { defineConfig } from "vite";

import { staticFiles } from "./tools/vite-static.ts";

/** What a page loads: a script, and the style sheet that it imports. */
const ENTRIES = ["assets/site.ts", "assets/play/early.ts", "assets/play/player.ts", "assets/play/finish.ts", "assets/play/trail.ts", "assets/account/passkeys.ts", "assets/proof.ts", "assets/embed.css"];

/**
 * What several entries share is one file, since each more costs a slow line another turn; apart from it the little that
 * early.ts needs, so that it waits for nothing else.
 */
const CHUNKS = [
  { name: "early", test: /(preferences|locales|blocks-early)\.ts$|preload-helper/, priority: 2 },
  { name: "shared", test: /(engine\/src|assets)\/.*\.ts$/, minShareCount: 2, priority: 1 },
];

/** Packed version numbers, `major << 16 | minor << 8`: browsers of about five years, as school tablets have them. */
const OLDEST = { chrome: 100 << 16, firefox: 100 << 16, safari: (15 << 16) | (4 << 8) };

export default defineConfig({
  base: "/static/",
  publicDir: false,
  plugins: [staticFiles({ "assets/art": "art", "assets/icons": "icons", "assets/cms": "cms", "node_modules/blockly/media": "blockly" })],
  css: {
    transformer: "lightningcss",
    lightningcss: {
      targets: OLDEST,
      // A rewritten light-dark() is settled at the root, so a dark panel on a light page would stay light.
      // assets/css/tokens-fallback.css helps browsers that lack it.
      exclude: Features.LightDark,
    },
  },
  build: {
    outDir: "build/static",
    emptyOutDir: true,
    manifest: true,
    target: ["chrome100", "firefox100", "safari15.4"],
    // The security policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Blockly, in one piece: it is loaded only where its view is chosen.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: ENTRIES.filter((entry) => existsSync(entry)),
      output: { codeSplitting: { groups: CHUNKS } },
    },
  },
});
