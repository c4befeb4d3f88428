import { type Apdu, concat, parseApdu, StatusError, status, toHex } from "./apdu.ts";
import { models, type SoftwareLedger, type SoftwareLedgerOptions } from "./contract.ts";
import { appAndVersion, dashboard, type System } from "./dashboard.ts";
import { type EthereumApp, ethereumApp } from "./ethereum-app.ts";
import { type Fault, Faults, spoil } from "./faults.ts";
import { type DeviceKeys, deviceKeys } from "./keys.ts";
import { Gone, Person } from "./person.ts";
import { PacketJoiner, type Received, toPackets } from "./wire.ts";

export type { SoftwareLedger, SoftwareLedgerOptions, SoftwareModel } from "./contract.ts";

/**
 * A Ledger in software, from its USB packets up: no part of it is shared with what it tests. In the browser as in node.
 */
export function createSoftwareLedger(options: SoftwareLedgerOptions): SoftwareLedger {
  const model = models[options.model ?? "nanoSP"];
  const person = new Person();
  person.answerWith = options.answerWith ?? "approve";
  const faults = new Faults();
  const joiner = new PacketJoiner();
  const requests: string[] = [];
  const packetListeners = new Set<(packet: Uint8Array) => void>();
  const plugListeners = new Set<(plugged: boolean) => void>();
  const settings = {
    blindSigning: options.blindSigning ?? false,
    rawMessages: options.rawMessages ?? false,
    typedDataFields: options.typedDataFields ?? true,
  };
  const ethereumVersion = options.ethereumVersion ?? "1.13.0";
  let keys: DeviceKeys = deviceKeys(options.phrase, options.passphrase ?? "");
  let app = options.app ?? "Ethereum";
  let locked = options.locked ?? false;
  let plugged = true;
  let power = 0;
  let packetsIn = 0;
  let faultsOfRequest: Fault[] = [];
  let afterAnswer: (() => void) | undefined;
  let leaving = false;
  let ethereum: EthereumApp = startEthereum();
  let received = 0;
  let answered = 0;

  function startEthereum(): EthereumApp {
    return ethereumApp({
      person,
      settings,
      version: ethereumVersion,
      wide: model.wide,
      keys: () => keys,
      signatureFault: () => faults.takeSignature(),
    });
  }

  function setPlugged(on: boolean): void {
    if (plugged === on) return;
    plugged = on;
    power++;
    joiner.forget();
    packetsIn = 0;
    if (!on) person.leave();
    for (const listener of plugListeners) listener(on);
  }

  function changeApp(name: string): void {
    setPlugged(false);
    app = name;
    ethereum = startEthereum();
    const mine = power;
    setTimeout(() => {
      if (power === mine) setPlugged(true);
    }, options.awayFor ?? 20);
  }

  const system: System = {
    person,
    firmware: options.firmware ?? "1.1.1",
    targetId: model.target,
    app: () => app,
    appVersion: (name) => (name === "Ethereum" ? ethereumVersion : "2.2.3"),
    installed: new Set(options.installed ?? ["Ethereum", "Bitcoin"]),
    asked: [],
    change: (name) => {
      afterAnswer = () => changeApp(name);
    },
  };

  /**
   * Locked, everything is 5515, B0 01 too: io_exchange in LedgerHQ/ledger-secure-sdk looks at the PIN before it looks
   * at what was asked.
   */
  async function command(apdu: Apdu): Promise<Uint8Array> {
    if (locked) throw new StatusError(status.locked);
    if (apdu.cla === 0xb0 && apdu.ins === 0x01) return appAndVersion(system);
    if (apdu.cla === 0xb0 && apdu.ins === 0xa7) {
      if (app !== "BOLOS") system.change("BOLOS");
      return new Uint8Array();
    }
    if (app === "BOLOS") return dashboard(apdu, system);
    if (apdu.cla !== 0xe0) throw new StatusError(status.unknownClass);
    if (app !== "Ethereum") throw new StatusError(status.unknownInstruction);
    return ethereum.handle(apdu);
  }

  async function answerTo(bytes: Uint8Array, hit: Fault[]): Promise<Uint8Array> {
    const word = (value: number) => Uint8Array.of(value >> 8, value & 0xff);
    for (const fault of hit) {
      if (fault.kind === "answer") return fault.bytes;
      if (fault.kind === "status") return word(fault.word);
    }
    try {
      return concat(await command(parseApdu(bytes)), word(status.ok));
    } catch (error) {
      if (error instanceof Gone) throw error;
      return word(error instanceof StatusError ? error.word : status.internal);
    }
  }

  /**
   * While something stands on the screen, other commands are answered; what the button then gives has no place to go
   * any more (io_exchange: one reply for the last command received).
   */
  async function exchange({ channel, apdu }: Received, hit: Fault[]): Promise<void> {
    const mine = power;
    const number = ++received;
    const answer = await answerTo(apdu, hit).catch(() => undefined);
    if (!answer) return;
    for (const fault of hit) {
      if (fault.kind === "delay") await new Promise((done) => setTimeout(done, fault.milliseconds));
    }
    if (number < answered) return;
    answered = number;
    const cut = hit.find((fault) => fault.kind === "unplug-in-answer");
    const packets = spoil(toPackets(channel, answer), hit);
    for (const packet of cut ? packets.slice(0, cut.afterPackets) : packets) {
      if (power !== mine) return;
      for (const listener of packetListeners) listener(packet.slice());
    }
    if (power !== mine) return;
    if (cut) setPlugged(false);
    const after = afterAnswer;
    afterAnswer = undefined;
    if (after === undefined) return;
    // The answer is on its way before the device leaves the bus; until then it answers nothing more.
    leaving = true;
    setTimeout(() => {
      leaving = false;
      if (power === mine) after();
    }, 5);
  }

  return {
    vendorId: 0x2c97,
    get productId() {
      const inApp = app === "Ethereum" && options.productIdChanges !== false;
      return (model.product << 8) | (inApp ? 0x15 : 0x11);
    },
    productName: model.name,
    get plugged() {
      return plugged;
    },
    write(packet) {
      if (!plugged) throw new Error("the device is not plugged in");
      if (leaving) return;
      if (packet[2] === 0x05 && packet[3] === 0 && packet[4] === 0) {
        packetsIn = 0;
        faultsOfRequest = faults.take(packet[8] ?? -1);
      }
      packetsIn++;
      const hit = faultsOfRequest;
      const cut = hit.find((fault) => fault.kind === "unplug-in-request");
      if (cut && packetsIn >= cut.afterPackets) {
        setPlugged(false);
        return;
      }
      const request = joiner.take(packet);
      if (!request) return;
      requests.push(toHex(request.apdu));
      void exchange(request, hit);
    },
    onPacket(listener) {
      packetListeners.add(listener);
      return () => packetListeners.delete(listener);
    },
    onPlug(listener) {
      plugListeners.add(listener);
      return () => plugListeners.delete(listener);
    },
    get app() {
      return app;
    },
    get locked() {
      return locked;
    },
    lock() {
      locked = true;
    },
    unlock() {
      locked = false;
    },
    openApp(name) {
      if (app !== name) changeApp(name);
    },
    closeApp() {
      if (app !== "BOLOS") changeApp("BOLOS");
    },
    unplug: () => setPlugged(false),
    plugIn: () => setPlugged(true),
    setPhrase(phrase, passphrase = "") {
      keys = deviceKeys(phrase, passphrase);
    },
    setBlindSigning(on) {
      settings.blindSigning = on;
    },
    setRawMessages(on) {
      settings.rawMessages = on;
    },
    install: (name) => void system.installed.add(name),
    uninstall: (name) => void system.installed.delete(name),
    get answerWith() {
      return person.answerWith;
    },
    set answerWith(answer) {
      person.answerWith = answer;
    },
    screen: () => person.screen(),
    shown: () => person.shown(),
    onScreen: (listener) => person.onScreen(listener),
    press: (answer) => person.press(answer),
    askedToOpen: system.asked,
    fault: (fault, scope = {}) => faults.add(fault, scope),
    clearFaults: () => faults.clear(),
    requests,
    addressAt: (path) => `0x${keys.address(path)}`,
  };
}
