/** A device as node tells pages of it. `key` is one connection to the bus: after the next plugging in it is another. */
export interface HidFacts {
  key: string;
  vendorId: number;
  productId: number;
  productName: string;
}

/** What a page asks node for; `page` is drawn anew at each loading. */
export interface HidCall {
  page: string;
  call: "hello" | "getDevices" | "requestDevice" | "open" | "close" | "sendReport";
  key?: string;
  bytes?: number[];
}

export type HidReply = { devices?: HidFacts[] } | { error: { name: string; message: string } };

/** What node tells a page. */
export type HidEvent =
  | { type: "connect"; device: HidFacts }
  | { type: "disconnect"; device: HidFacts }
  | { type: "inputreport"; key: string; bytes: number[] }
  | { type: "closed"; key: string };

interface DeviceInPage extends EventTarget {
  opened: boolean;
  oninputreport: ((event: Event) => void) | null;
}

/**
 * Runs in a page before its own scripts: puts a WebHID whose devices live in node in place of the browser's. Only in the
 * wallet's full tab, since nothing else may use it. Of the browser's rules it keeps the one that a page can see: a
 * dialog needs a click.
 */
export function installHid(): void {
  if (location.protocol !== "chrome-extension:" || location.pathname !== "/tab.html") return;
  const world = globalThis as unknown as {
    weirHidCall(call: HidCall): Promise<HidReply>;
    weirHidEvent(event: HidEvent): void;
  };
  const page = crypto.randomUUID();
  const ask = async (call: Omit<HidCall, "page">): Promise<HidFacts[]> => {
    const reply = await world.weirHidCall({ page, ...call });
    if ("error" in reply) throw new DOMException(reply.error.message, reply.error.name);
    return reply.devices ?? [];
  };

  // One object per connection, as the browser has it: libraries compare them.
  const known = new Map<string, DeviceInPage>();
  const deviceOf = (facts: HidFacts): DeviceInPage => {
    const there = known.get(facts.key);
    if (there) return there;
    const { key, ...ids } = facts;
    const device: DeviceInPage = Object.assign(new EventTarget(), {
      ...ids,
      collections: [],
      opened: false,
      oninputreport: null,
      async open() {
        if (device.opened) throw new DOMException("The device is already open.", "InvalidStateError");
        await ask({ call: "open", key });
        device.opened = true;
      },
      async close() {
        if (device.opened) await ask({ call: "close", key });
        device.opened = false;
      },
      async forget() {},
      async sendReport(_id: number, data: BufferSource) {
        if (!device.opened) throw new DOMException("The device must be opened first.", "InvalidStateError");
        const view = ArrayBuffer.isView(data) ? data : new Uint8Array(data);
        const bytes = [...new Uint8Array(view.buffer, view.byteOffset, view.byteLength)];
        await ask({ call: "sendReport", key, bytes });
      },
    });
    known.set(key, device);
    return device;
  };

  const hid = Object.assign(new EventTarget(), {
    getDevices: async () => (await ask({ call: "getDevices" })).map(deviceOf),
    async requestDevice() {
      if (!navigator.userActivation.isActive) {
        throw new DOMException(
          "Must be handling a user gesture to show a permission request.",
          "SecurityError",
        );
      }
      return (await ask({ call: "requestDevice" })).map(deviceOf);
    },
  });
  world.weirHidEvent = (event) => {
    if (event.type === "connect" || event.type === "disconnect") {
      const device = deviceOf(event.device);
      if (event.type === "disconnect") device.opened = false;
      hid.dispatchEvent(Object.assign(new Event(event.type), { device }));
      if (event.type === "disconnect") known.delete(event.device.key);
      return;
    }
    const device = known.get(event.key);
    if (!device) return;
    if (event.type === "closed") {
      device.opened = false;
      return;
    }
    const data = new DataView(Uint8Array.from(event.bytes).buffer);
    const report = Object.assign(new Event("inputreport"), { device, reportId: 0, data });
    device.oninputreport?.(report);
    device.dispatchEvent(report);
  };
  Object.defineProperty(navigator, "hid", { value: hid, configurable: true });
  void world.weirHidCall({ page, call: "hello" });
}
