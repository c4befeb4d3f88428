import type { SoftwareLedger } from "./software-ledger.ts";

/** `navigator.hid` as a page sees it: specification at wicg.github.io/webhid, errors by their DOMException names. */
export interface FakeHid {
  /** To be put where `navigator.hid` stands. */
  readonly hid: EventTarget & {
    getDevices(): Promise<FakeHidDevice[]>;
    requestDevice(options: {
      filters: { vendorId?: number; productId?: number }[];
    }): Promise<FakeHidDevice[]>;
    onconnect: ((event: Event) => void) | null;
    ondisconnect: ((event: Event) => void) | null;
  };
  /** How often the browser's dialog was shown. */
  readonly dialogs: number;
  /** Which device the person takes in the next dialogs. */
  userChooses: number | "none";
  /** Another program holds the devices: open() rejects. */
  busy: boolean;
  /** Grants are given or taken in the browser's settings. */
  grant(): void;
  revoke(): void;
}

export interface FakeHidOptions {
  /** The page was let use the devices before. Default false. */
  granted?: boolean;
  /** Index into the devices, or "none": the dialog is closed. Default 0. */
  userChooses?: number | "none";
  busy?: boolean;
  /** A grant holds for the product id it was given for only, so that the app's own id asks again. Default false. */
  grantByProductId?: boolean;
}

export interface FakeHidDevice extends EventTarget {
  readonly vendorId: number;
  readonly productId: number;
  readonly productName: string;
  readonly opened: boolean;
  readonly collections: unknown[];
  oninputreport: ((event: Event) => void) | null;
  open(): Promise<void>;
  close(): Promise<void>;
  sendReport(reportId: number, data: BufferSource): Promise<void>;
}

class HidDevice extends EventTarget implements FakeHidDevice {
  readonly vendorId: number;
  readonly productId: number;
  readonly productName: string;
  readonly collections = [{ usagePage: 0xffa0, usage: 1 }];
  oninputreport: ((event: Event) => void) | null = null;
  private readonly ledger: SoftwareLedger;
  private readonly isBusy: () => boolean;
  private stop: (() => void) | undefined;
  /** It was pulled out: the object stays, and is of no use any more. */
  gone = false;

  constructor(ledger: SoftwareLedger, isBusy: () => boolean) {
    super();
    this.ledger = ledger;
    this.vendorId = ledger.vendorId;
    this.productId = ledger.productId;
    this.productName = ledger.productName;
    this.isBusy = isBusy;
  }

  get opened(): boolean {
    return this.stop !== undefined;
  }

  async open(): Promise<void> {
    await undefined;
    if (this.opened) throw new DOMException("The device is already open.", "InvalidStateError");
    if (this.gone || this.isBusy()) throw new DOMException("Failed to open the device.", "NotAllowedError");
    this.stop = this.ledger.onPacket((packet) => {
      // As in a browser, a report comes in a task of its own.
      setTimeout(() => {
        if (!this.opened) return;
        const event = new Event("inputreport");
        const buffer = packet.slice().buffer;
        Object.assign(event, { device: this, reportId: 0, data: new DataView(buffer) });
        this.oninputreport?.(event);
        this.dispatchEvent(event);
      }, 0);
    });
  }

  async close(): Promise<void> {
    await undefined;
    this.stop?.();
    this.stop = undefined;
  }

  async sendReport(reportId: number, data: BufferSource): Promise<void> {
    await undefined;
    if (!this.opened) throw new DOMException("The device must be opened first.", "InvalidStateError");
    if (this.gone || reportId !== 0) throw new DOMException("Failed to write the report.", "NotAllowedError");
    const bytes = ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      : new Uint8Array(data);
    if (bytes.length > 64) throw new DOMException("Failed to write the report.", "NotAllowedError");
    const packet = new Uint8Array(64);
    packet.set(bytes);
    this.ledger.write(packet);
  }

  pulled(): void {
    this.gone = true;
    this.stop?.();
    this.stop = undefined;
  }
}

class Hid extends EventTarget {
  onconnect: ((event: Event) => void) | null = null;
  ondisconnect: ((event: Event) => void) | null = null;
  dialogs = 0;
  userChooses: number | "none";
  busy: boolean;
  private readonly ledgers: SoftwareLedger[];
  private readonly options: FakeHidOptions;
  private readonly present = new Map<SoftwareLedger, HidDevice>();
  /** What may be used: "ledger's number" or, by product id, "number/product". */
  private readonly grants = new Set<string>();

  constructor(ledgers: SoftwareLedger[], options: FakeHidOptions) {
    super();
    this.ledgers = ledgers;
    this.options = options;
    this.userChooses = options.userChooses ?? 0;
    this.busy = options.busy ?? false;
    for (const ledger of ledgers) {
      if (ledger.plugged) this.present.set(ledger, this.deviceOf(ledger));
      ledger.onPlug((plugged) => (plugged ? this.connected(ledger) : this.disconnected(ledger)));
    }
    if (options.granted) this.grant();
  }

  async getDevices(): Promise<FakeHidDevice[]> {
    await undefined;
    return [...this.present].filter(([ledger]) => this.isGranted(ledger)).map(([, device]) => device);
  }

  async requestDevice({
    filters,
  }: {
    filters: { vendorId?: number; productId?: number }[];
  }): Promise<FakeHidDevice[]> {
    await undefined;
    this.dialogs++;
    const listed = [...this.present].filter(
      ([, device]) =>
        filters.length === 0 ||
        filters.some(
          ({ vendorId, productId }) =>
            (vendorId === undefined || vendorId === device.vendorId) &&
            (productId === undefined || productId === device.productId),
        ),
    );
    const chosen = this.userChooses === "none" ? undefined : listed[this.userChooses];
    if (!chosen) return [];
    this.grants.add(this.key(chosen[0]));
    return [chosen[1]];
  }

  grant(): void {
    for (const ledger of this.ledgers) this.grants.add(this.key(ledger));
  }

  revoke(): void {
    this.grants.clear();
    for (const device of this.present.values()) void device.close();
  }

  private key(ledger: SoftwareLedger): string {
    const index = this.ledgers.indexOf(ledger);
    return this.options.grantByProductId ? `${index}/${ledger.productId}` : `${index}`;
  }

  private isGranted(ledger: SoftwareLedger): boolean {
    return this.grants.has(this.key(ledger));
  }

  private deviceOf(ledger: SoftwareLedger): HidDevice {
    return new HidDevice(ledger, () => this.busy);
  }

  private connected(ledger: SoftwareLedger): void {
    const device = this.deviceOf(ledger);
    this.present.set(ledger, device);
    if (this.isGranted(ledger)) this.tell("connect", device);
  }

  private disconnected(ledger: SoftwareLedger): void {
    const device = this.present.get(ledger);
    this.present.delete(ledger);
    if (!device) return;
    device.pulled();
    if (this.isGranted(ledger)) this.tell("disconnect", device);
  }

  private tell(type: "connect" | "disconnect", device: HidDevice): void {
    const event = new Event(type);
    Object.assign(event, { device });
    this[`on${type}`]?.(event);
    this.dispatchEvent(event);
  }
}

export function fakeHid(devices: SoftwareLedger | SoftwareLedger[], options: FakeHidOptions = {}): FakeHid {
  const hid = new Hid(Array.isArray(devices) ? devices : [devices], options);
  return {
    hid,
    get dialogs() {
      return hid.dialogs;
    },
    get userChooses() {
      return hid.userChooses;
    },
    set userChooses(choice) {
      hid.userChooses = choice;
    },
    get busy() {
      return hid.busy;
    },
    set busy(busy) {
      hid.busy = busy;
    },
    grant: () => hid.grant(),
    revoke: () => hid.revoke(),
  };
}
