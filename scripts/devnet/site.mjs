import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, posix } from "node:path";

const PAGES = new URL("../../test/devnet/site/", import.meta.url);

/** @type {Record<string, [file: string, type: string]>} what is served; nothing else is */
const FILES = {
  "/": ["index.html", "text/html; charset=utf-8"],
  "/index.html": ["index.html", "text/html; charset=utf-8"],
  "/loch.css": ["loch.css", "text/css; charset=utf-8"],
  "/loch.js": ["loch.js", "text/javascript; charset=utf-8"],
  "/calls.js": ["calls.js", "text/javascript; charset=utf-8"],
  "/wallet.js": ["wallet.js", "text/javascript; charset=utf-8"],
};

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/**
 * @param {string} path of the request
 * @param {string | undefined} folder
 * @returns {[file: string | URL, type: string] | undefined}
 */
function fileFor(path, folder) {
  if (folder === undefined) {
    const found = FILES[path];
    return found && [new URL(found[0], PAGES), found[1]];
  }
  // A normalised absolute path cannot climb out of the folder.
  const file = posix.normalize(decodeURIComponent(path.endsWith("/") ? `${path}index.html` : path));
  const type = TYPES[extname(file)];
  return type === undefined ? undefined : [join(folder, file), type];
}

/**
 * Serves the demo DeFi page, or the static files of a folder, on loopback. It answers under two origins, so that a test
 * can play two sites.
 * @param {{port?: number, folder?: string}} [options] port 0 (the default) takes a free one
 * @returns {Promise<{url: string, otherUrl: string, stop: () => Promise<void>}>} `url` on 127.0.0.1, `otherUrl` on localhost
 */
export async function serveSite({ port = 0, folder } = {}) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const found = fileFor(path, folder);
    if (request.method !== "GET" || found === undefined) return void response.writeHead(404).end("Not found");
    readFile(found[0]).then(
      (content) =>
        response.writeHead(200, { "content-type": found[1], "cache-control": "no-store" }).end(content),
      () => response.writeHead(folder === undefined ? 500 : 404).end(),
    );
  });
  await new Promise((done, fail) =>
    server.once("error", fail).listen(port, "127.0.0.1", () => done(undefined)),
  );
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the site has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    otherUrl: `http://localhost:${address.port}`,
    async stop() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}
