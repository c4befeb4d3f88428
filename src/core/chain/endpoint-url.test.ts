import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostLabel, parseEndpoint, sameHost } from "./endpoint-url.ts";

describe("parseEndpoint", () => {
  it.each([
    ["https://eth.drpc.org", "https://eth.drpc.org"],
    [" HTTPS://Eth.Example/ ", "https://eth.example"],
    ["https://node.example:8443/v3/KEY?x=Y", "https://node.example:8443/v3/KEY?x=Y"],
    ["http://localhost:8545", "http://localhost:8545"],
    ["http://127.0.0.1:8545/", "http://127.0.0.1:8545"],
    ["http://[::1]:8545", "http://[::1]:8545"],
  ])("takes %s as %s", (text, stored) => {
    expect(parseEndpoint(text)).toBe(stored);
  });

  it.each([
    "http://eth.example",
    "http://localhost.evil.example",
    "http://127.0.0.2",
    "http://192.168.0.10:8545",
  ])("refuses %s as unencrypted", (text) => {
    expect(() => parseEndpoint(text)).toThrowError(
      expect.objectContaining({ code: "chain/endpoint-insecure" }),
    );
  });

  it.each([
    "",
    "eth.example",
    "ftp://eth.example",
    "wss://eth.example",
    "javascript:alert(1)",
    "https://",
    "https://user:password@eth.example",
    "https://localhost@eth.example",
    "https://eth.example\\@evil.example",
    "https://eth.example/#x",
    "https://eth..example",
    "https://eth.example:99999",
    "https://eth.example/a b",
    "https://eth.exämple",
    `https://eth.example/${"a".repeat(2000)}`,
  ])("refuses %j as no endpoint", (text) => {
    expect(() => parseEndpoint(text)).toThrowError(
      expect.objectContaining({ code: "chain/endpoint-malformed" }),
    );
  });

  it("never takes a URL in which a browser reads another host", () => {
    const part = fc.constantFrom(
      "http",
      "https",
      "://",
      ":",
      "@",
      "/",
      "\\",
      "?",
      "#",
      ".",
      "localhost",
      "a.b",
      "1",
      " ",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = `https://${parts.join("")}`;
        let stored: string;
        try {
          stored = parseEndpoint(text);
        } catch {
          return;
        }
        const url = URL.parse(stored);
        // A host like "1.1" is a number to browsers and they write it out; the scheme keeps it encrypted all the same.
        if (!url || /^[\d.]+$/.test(/\/\/([^:/?]*)/.exec(stored)?.[1] ?? "")) return;
        expect(`${url.protocol}//${url.hostname}`).toBe(/^https?:\/\/[^:/?]*/.exec(stored)?.[0]);
        expect(url.username).toBe("");
      }),
    );
  });
});

describe("hostLabel", () => {
  it("shows host and port and never a key", () => {
    expect(hostLabel("https://mainnet.example/v3/secret?key=secret")).toBe("mainnet.example");
    expect(hostLabel("https://user:secret@node.example:8443")).toBe("node.example:8443");
    expect(hostLabel("https://0a1b2c3d4e5f60718293.rpc.example")).toBe("0a1….rpc.example");
    expect(hostLabel("http://[::1]:8545/x")).toBe("[::1]:8545");
    expect(hostLabel("secret")).toBe("?");
    expect(sameHost("https://a.example/1", "https://A.example/2")).toBe(true);
    expect(sameHost("http://127.0.0.1:1", "http://127.0.0.1:2")).toBe(false);
  });
});
