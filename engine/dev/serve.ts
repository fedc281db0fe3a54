/**
 * Serves the player alone, unbundled, from the content files: `node engine/dev/serve.ts [port]`, then
 * http://127.0.0.1:8120/en/play/lantern-trail/tallinn/. `?dir=rtl` mirrors the page, `?theme=dark` darkens it.
 */
import { createServer, type Plugin } from "vite";

import { playerData } from "./page.ts";

const PLAY = /^\/([a-z]{2})\/play\/lantern-trail\/([a-z0-9-]+)\/$/;

const levels: Plugin = {
  name: "codora-levels",
  configureServer(server) {
    server.middlewares.use(async (request, response, next) => {
      const url = new URL(request.url ?? "/", "http://localhost");
      const [, language, slug] = PLAY.exec(url.pathname) ?? [];
      if (url.pathname === "/api/v1/progress")
        return void response.setHeader("content-type", "application/json").end('{"stored_through":1000000}');
      if (!language || !slug) return next();
      const page = pageOf(language, slug, url.searchParams);
      response.setHeader("content-type", "text/html").end(await server.transformIndexHtml(url.pathname, page));
    });
  },
};

function pageOf(language: string, slug: string, options: URLSearchParams): string {
  const direction = options.get("dir") ?? "ltr";
  const data = { ...playerData(language, slug), direction };
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  const theme = options.get("theme");
  return `<!doctype html><html lang="${language}" dir="${direction}" data-mood="play"${theme ? ` data-theme="${theme}"` : ""}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${slug}</title><script type="module" src="/assets/play/player.ts"></script></head>
<body><main><codora-player></codora-player></main><script type="application/json" id="codora-player-data">${json}</script></body></html>`;
}

const server = await createServer({
  configFile: false,
  appType: "custom",
  plugins: [levels],
  server: { host: "127.0.0.1", port: Number(process.argv[2] ?? 8120), strictPort: true },
});
await server.listen();
console.log(`http://127.0.0.1:${server.config.server.port}/en/play/lantern-trail/tallinn/`);
