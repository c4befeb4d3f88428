import type { BrowserPage } from "../e2e/driver/driver.ts";
import { PacketJoiner, toPackets } from "../ledger-device/wire.ts";

/** What a page's `navigator.hid` gives, as far as it is used here (wicg.github.io/webhid). */
interface Hid extends EventTarget {
  getDevices(): Promise<HidDevice[]>;
}
interface HidDevice extends EventTarget {
  productId: number;
  opened: boolean;
  open(): Promise<void>;
  sendReport(id: number, data: BufferSource): Promise<void>;
}
declare global {
  interface Window {
    heard?: string[];
  }
}

/** Product ids of the devices that the page may use. */
export const devicesOf = (page: BrowserPage): Promise<number[]> =>
  page.evaluate(async () => {
    const { hid } = navigator as unknown as { hid: Hid };
    return (await hid.getDevices()).map(({ productId }) => productId);
  });

/** From now on the page notes what comes and goes, e.g. "disconnect 20497"; what it noted before is forgotten. */
export const listen = (page: BrowserPage): Promise<void> =>
  page.evaluate(() => {
    const { hid } = navigator as unknown as { hid: Hid };
    const already = window.heard !== undefined;
    window.heard = [];
    if (already) return;
    for (const type of ["connect", "disconnect"])
      hid.addEventListener(type, (event) => {
        const { device } = event as Event & { device: HidDevice };
        window.heard?.push(`${type} ${device.productId}`);
      });
  });

export const heardBy = (page: BrowserPage): Promise<string[]> => page.evaluate(() => window.heard ?? []);

/**
 * Sends an APDU (bytes) to the first device, opened where it is not yet, and gives the answer's data with its status word.
 * Framed and joined here; the page only passes on 64 bytes at a time. Rejects with what the browser throws.
 */
export async function exchange(page: BrowserPage, apdu: readonly number[]): Promise<Uint8Array> {
  const channel = 0x1234;
  const packets = toPackets(channel, Uint8Array.from(apdu)).map((packet) => [...packet]);
  const reports = await page.evaluate(async (packets: number[][]) => {
    const { hid } = navigator as unknown as { hid: Hid };
    const [device] = await hid.getDevices();
    if (!device) throw new Error("no device");
    if (!device.opened) await device.open();
    const reports: number[][] = [];
    return await new Promise<number[][]>((done, fail) => {
      device.addEventListener("inputreport", function heard(event) {
        const { data } = event as Event & { data: DataView };
        reports.push([...new Uint8Array(data.buffer)]);
        const length = ((reports[0]?.[5] ?? 0) << 8) | (reports[0]?.[6] ?? 0);
        if (57 + 59 * (reports.length - 1) < length) return;
        device.removeEventListener("inputreport", heard);
        done(reports);
      });
      (async () => {
        for (const packet of packets) await device.sendReport(0, Uint8Array.from(packet));
      })().catch(fail);
    });
  }, packets);
  const joiner = new PacketJoiner();
  for (const report of reports) {
    const answer = joiner.take(Uint8Array.from(report));
    if (answer?.channel === channel) return answer.apdu;
  }
  throw new Error("the answer is not whole");
}
