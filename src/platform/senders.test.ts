import { expect, it, vi } from "vitest";

/** The browser's word on who is at the other end of a port; the listener is what the worker attached. */
const attached = vi.hoisted(() => [] as ((port: unknown) => void)[]);

vi.mock("webextension-polyfill", () => ({
  default: {
    runtime: {
      id: "weir",
      getURL: (path: string) => `chrome-extension://weir/${path}`,
      getManifest: () => ({ version: "1.2.3" }),
      onConnect: { addListener: (listener: (port: unknown) => void) => void attached.push(listener) },
    },
  },
}));

const { onPagePort } = await import("./worker.ts");

const page = {
  id: "weir",
  origin: "https://app.example",
  url: "https://app.example/",
  tab: { id: 3 },
  frameId: 0,
  documentId: "doc",
  documentLifecycle: "active",
};

function connect(sender: unknown, name = "page") {
  const heard: unknown[] = [];
  attached.length = 0;
  onPagePort("page", (port) => void heard.push(port.sender));
  const port = { name, sender, disconnect: vi.fn() };
  for (const listener of attached) listener(port);
  return { heard, ended: port.disconnect.mock.calls.length };
}

it("25: a page's port has the sender that the browser names", () => {
  const { heard, ended } = connect(page);
  expect(ended).toBe(0);
  expect(heard).toEqual([
    {
      origin: "https://app.example",
      url: "https://app.example/",
      tabId: 3,
      frameId: 0,
      documentId: "doc",
      documentLifecycle: "active",
    },
  ]);
});

it.each<[string, unknown]>([
  ["of another extension", { ...page, id: "other" }],
  ["of no extension", { ...page, id: undefined }],
  ["of no tab", { ...page, tab: undefined }],
  ["of nobody", undefined],
])("25: a port %s is closed unheard", (_, sender) => {
  expect(connect(sender)).toEqual({ heard: [], ended: 1 });
});

it("25: a port of another name is left alone", () => {
  expect(connect(page, "else")).toEqual({ heard: [], ended: 0 });
});
