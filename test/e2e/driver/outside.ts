import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Everything beyond this computer, as a browser under test sees it: nobody answers, and who was asked for is noted. */
export interface Outside {
  readonly port: number;
  /** Host names asked for so far, each once, in order. */
  hosts(): string[];
  close(): void;
}

/** Hosts that the browsers ask for on their own account, whatever is installed. */
export const browsersOwn =
  /(^|\.)(mozilla\.(org|net|com)|firefox\.com|mozgcp\.net|getpocket\.com|google(apis)?\.com|gvt1\.com|gstatic\.com)$/;

/** A proxy on loopback that refuses every request. Loopback itself is to be reached without it. */
export async function startOutside(): Promise<Outside> {
  const hosts = new Set<string>();
  const server = createServer((request, response) => {
    hosts.add(new URL(request.url ?? "", "http://unknown").hostname);
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    hosts.add((request.url ?? "").replace(/:\d+$/, ""));
    socket.on("error", () => {});
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    port: (server.address() as AddressInfo).port,
    hosts: () => [...hosts],
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
