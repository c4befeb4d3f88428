import type { BrowserContext, Frame, Page } from "playwright-core";
import { type FakeHidDevice, fakeHid } from "../../ledger-device/fake-hid.ts";
import type { SoftwareLedger } from "../../ledger-device/software-ledger.ts";
import { type HidCall, type HidEvent, type HidFacts, type HidReply, installHid } from "./page-hid.ts";

/** The USB bus of a browser under test: what its user and its computer do. */
export interface Bus {
  /** Another program holds the devices. */
  busy: boolean;
  /** Which device is taken in the browser's dialog; "none": it is closed. */
  chosen: number | "none";
  /** How often the dialog was shown. */
  readonly dialogs: number;
  /** The site's settings in the browser: the extension may not use any device any more. */
  revoke(): void;
  /** Undoes that. */
  allow(): void;
  /** How many pages have a device open. */
  readonly open: number;
}

interface PageOfBus {
  of: Page;
  hid: ReturnType<typeof fakeHid>;
  known: Known;
}

let keys = 0;

/**
 * Gives the wallet's full tabs, those to come and those that are reloaded, a WebHID whose devices live here in node: they
 * outlive pages, and every tab has the same. A tab that closes lets go of its device, as in a browser.
 */
export async function plugInto(
  context: BrowserContext,
  ledgers: SoftwareLedger[],
  options: { granted?: boolean; grantByProductId?: boolean } = {},
): Promise<Bus> {
  const pages = new Map<string, PageOfBus>();
  let granted = options.granted ?? false;
  let dialogs = 0;
  const bus: Bus = {
    busy: false,
    chosen: 0,
    get dialogs() {
      return dialogs;
    },
    get open() {
      return [...pages.values()].filter(({ known }) => known.all().some(({ opened }) => opened)).length;
    },
    allow() {
      granted = true;
      for (const { hid } of pages.values()) hid.grant();
    },
    revoke() {
      granted = false;
      for (const { hid, known } of pages.values()) {
        hid.revoke();
        known.closed();
      }
    },
  };

  function begin(id: string, of: Page, frame: Frame): PageOfBus {
    for (const [other, { of: page }] of pages) if (page === of) end(other);
    const hid = fakeHid(ledgers, { ...options, granted });
    const tell = (event: HidEvent): void => {
      // A page that is just going hears nothing any more.
      void frame
        .evaluate(
          (told) => (globalThis as unknown as { weirHidEvent(event: HidEvent): void }).weirHidEvent(told),
          event,
        )
        .catch(() => {});
    };
    const known = new Known(tell);
    for (const type of ["connect", "disconnect"] as const) {
      hid.hid.addEventListener(type, (event) => {
        tell({ type, device: known.facts((event as Event & { device: FakeHidDevice }).device) });
      });
    }
    const page = { of, hid, known };
    pages.set(id, page);
    return page;
  }

  function end(id: string): void {
    const page = pages.get(id);
    pages.delete(id);
    for (const device of page?.known.all() ?? []) void device.close();
  }

  async function answer({ page: id, ...call }: HidCall, of: Page, frame: Frame): Promise<HidFacts[]> {
    const { hid, known } = pages.get(id) ?? begin(id, of, frame);
    hid.busy = bus.busy;
    hid.userChooses = bus.chosen;
    switch (call.call) {
      case "hello":
        return [];
      case "getDevices":
        return (await hid.hid.getDevices()).map((device) => known.facts(device));
      case "requestDevice": {
        dialogs += 1;
        const chosen = await hid.hid.requestDevice({ filters: [{ vendorId: 0x2c97 }] });
        if (chosen.length > 0) {
          bus.allow();
        }
        return chosen.map((device) => known.facts(device));
      }
      case "open":
        await known.at(call.key).open();
        return [];
      case "close":
        await known.at(call.key).close();
        return [];
      case "sendReport":
        await known.at(call.key).sendReport(0, Uint8Array.from(call.bytes ?? []));
        return [];
    }
  }

  await context.exposeBinding("weirHidCall", async ({ page, frame }, call: HidCall): Promise<HidReply> => {
    try {
      return { devices: await answer(call, page, frame) };
    } catch (error) {
      const { name, message } = error as DOMException;
      return { error: { name, message } };
    }
  });
  await context.addInitScript(installHid);
  const watch = (page: Page): void => {
    page.on("close", () => {
      for (const [id, { of }] of pages) if (of === page) end(id);
    });
  };
  for (const page of context.pages()) watch(page);
  context.on("page", watch);

  return bus;
}

/** The devices that one page knows, under names that can cross to it. */
class Known {
  private readonly named = new Map<FakeHidDevice, string>();
  private readonly tell: (event: HidEvent) => void;

  constructor(tell: (event: HidEvent) => void) {
    this.tell = tell;
  }

  facts(device: FakeHidDevice): HidFacts {
    let key = this.named.get(device);
    if (key === undefined) {
      keys += 1;
      key = `device-${keys}`;
      this.named.set(device, key);
      const named = key;
      device.addEventListener("inputreport", (event) => {
        const { data } = event as Event & { data: DataView };
        const bytes = [...new Uint8Array(data.buffer, data.byteOffset, data.byteLength)];
        this.tell({ type: "inputreport", key: named, bytes });
      });
    }
    const { vendorId, productId, productName } = device;
    return { key, vendorId, productId, productName };
  }

  all(): FakeHidDevice[] {
    return [...this.named.keys()];
  }

  /** The browser took them from the page. */
  closed(): void {
    for (const key of this.named.values()) this.tell({ type: "closed", key });
  }

  at(key: string | undefined): FakeHidDevice {
    const found = [...this.named].find(([, each]) => each === key)?.[0];
    if (!found) throw new DOMException("The device is gone.", "NotFoundError");
    return found;
  }
}
