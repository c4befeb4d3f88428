import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { standIn } from "./stand-in.ts";

const pages = new URL("../../../node_modules/@metamask/test-dapp/dist/", import.meta.url);
const types: Record<string, string> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};

/** MetaMask's test dapp on loopback, as it is published; one script of ours stands before its own. */
export interface ServedDapp {
  url: string;
  /** The same pages under another origin. */
  otherUrl: string;
  stop(): Promise<void>;
}

/** Serves the dapp's built pages on a free port of loopback. */
export async function serveTestDapp(): Promise<ServedDapp> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname.slice(1) || "index.html";
    const type = types[path.slice(path.lastIndexOf(".") + 1)];
    if (request.method !== "GET" || !/^[\w-]+\.\w+$/.test(path) || type === undefined) {
      response.writeHead(404).end();
      return;
    }
    readFile(new URL(path, pages)).then(
      (content) => {
        response.writeHead(200, { "content-type": type });
        response.end(path === "index.html" ? withStandIn(content.toString()) : content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    otherUrl: `http://localhost:${port}`,
    async stop() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The page with our script first, and without the styles that it would fetch from other hosts. */
function withStandIn(html: string): string {
  if (!html.includes("<head>")) throw new Error("the dapp's page has no head");
  return html
    .replace(/<link\s[^>]*?https:[^>]*>/g, "")
    .replace("<head>", `<head><script>(${standIn.toString()})()</script>`);
}
