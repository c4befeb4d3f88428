import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findForHidShim } from "../../scripts/setup/hid-shim.mjs";
import type { SoftwareLedger } from "../ledger-device/software-ledger.ts";
import { PACKET_SIZE } from "../ledger-device/wire.ts";

/**
 * Ledger's report descriptor: usage page 0xffa0, one collection with an input and an output report of 64 bytes each, no
 * report id. Items as in the HID 1.11 specification, 6.2.2.
 */
const reportDescriptor = Buffer.from(
  "06a0ff0901a101" + // usage page, usage, collection
    "0903150026ff00750895408102" + // usage, 0 to 255, 8 bits, 64 times, input
    "0904150026ff00750895409102" + // the same, output
    "c0",
  "hex",
);

/** A software Ledger to be found below a browser that is started with `env`. */
export interface HidShim {
  /** For the browser's process. */
  readonly env: Record<string, string>;
  /** Whether a browser follows what is plugged in: its real HID service has been asked for devices. */
  watched(): boolean;
  /** How many handles on the device are open. */
  handles(): number;
  /** Bytes of every write of the browser, report id first, oldest first. */
  readonly writes: readonly Uint8Array[];
  close(): void;
}

function listen(path: string, connected: (socket: Socket) => void): Promise<Server> {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    connected(socket);
  });
  return new Promise((done, fail) => server.once("error", fail).listen(path, () => done(server)));
}

/** Compiles the shim and serves `ledger` to it (the protocol stands at the top of udev-shim.c). Throws what the compiler says. */
export async function serveBelowBrowser(ledger: SoftwareLedger): Promise<HidShim> {
  const compiler = findForHidShim("compiler");
  if (!compiler) throw new Error("no C compiler");
  const folder = mkdtempSync(join(tmpdir(), "weir-hid-"));
  const library = join(folder, "udev-shim.so");
  const source = join(import.meta.dirname, "udev-shim.c");
  execFileSync(compiler, ["-shared", "-fPIC", "-nostdlib", "-o", library, source], { stdio: "pipe" });

  writeFileSync(join(folder, "report_descriptor"), reportDescriptor);
  const plugged = join(folder, "plugged");
  const monitors = new Set<Socket>();
  const handles = new Set<Socket>();
  const writes: Uint8Array[] = [];

  const monitor = await listen(join(folder, "monitor"), (socket) => {
    monitors.add(socket);
    socket.on("close", () => monitors.delete(socket));
    socket.resume();
  });
  const device = await listen(join(folder, "device"), (socket) => {
    if (!ledger.plugged) return void socket.destroy();
    handles.add(socket);
    socket.on("close", () => handles.delete(socket));
    let rest = Buffer.alloc(0);
    socket.on("data", (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      for (; rest.length > PACKET_SIZE; rest = rest.subarray(PACKET_SIZE + 1)) {
        writes.push(Uint8Array.from(rest.subarray(0, PACKET_SIZE + 1)));
        if (ledger.plugged) ledger.write(Uint8Array.from(rest.subarray(1, PACKET_SIZE + 1)));
      }
    });
  });

  let present: string | undefined;
  function follow(on: boolean): void {
    // The product id may have changed while it was away: what goes is what came.
    const id = on ? ledger.productId.toString(16).padStart(4, "0") : present;
    present = on ? id : undefined;
    if (on && id) writeFileSync(plugged, id);
    else rmSync(plugged, { force: true });
    for (const socket of monitors) socket.write(`${on ? "+" : "-"}${id}`);
    // Not ended here: the browser closes what it held open when it hears that the device is gone.
  }
  follow(ledger.plugged);
  const stops = [
    ledger.onPlug(follow),
    ledger.onPacket((packet) => {
      for (const socket of handles) socket.write(packet);
    }),
  ];

  return {
    env: { LD_PRELOAD: library, WEIR_HID: folder },
    watched: () => monitors.size > 0,
    handles: () => handles.size,
    writes,
    close() {
      for (const stop of stops) stop();
      for (const socket of [...monitors, ...handles]) socket.destroy();
      monitor.close();
      device.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
