import { TypedDataEncoder, verifyMessage } from "ethers/hash";
import { recoverAddress, Transaction } from "ethers/transaction";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { TypedData } from "../core/account/signer.ts";
import { typedDataForDevice } from "../core/account/typed-data-digest.ts";
import type { DeviceJob } from "../core/device/job.ts";
import type { SignatureParts } from "../core/staking/plan.ts";
import { deviceWorld, firstAddress, outcome, path, until } from "./device.test-kit.ts";

const recipient = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const base = { id: "job", deviceId: "device", address: firstAddress, path, createdAt: 1 } as const;

function transactionJob(data = "0x", over: Partial<DeviceJob> = {}): DeviceJob {
  const { unsignedSerialized } = Transaction.from({
    type: 2,
    chainId: 1,
    nonce: 7,
    to: recipient,
    value: 10n ** 18n,
    gasLimit: 21_000n,
    maxFeePerGas: 30n * 10n ** 9n,
    maxPriorityFeePerGas: 10n ** 9n,
    data,
  });
  const unsigned = unsignedSerialized as `0x${string}`;
  return { ...base, kind: "transaction", chainId: 1, unsigned, ...over } as DeviceJob;
}

const messageJob = (text: string, kind: "message" | "second-factor" = "message"): DeviceJob => ({
  ...base,
  kind,
  bytes: `0x${Buffer.from(text).toString("hex")}`,
});

const permit: TypedData = {
  domain: { name: "Staked", version: "1", chainId: 1n, verifyingContract: recipient },
  primaryType: "Permit",
  types: {
    Permit: [
      { name: "owner", type: "address" },
      { name: "spender", type: "address" },
      { name: "value", type: "uint256" },
      { name: "nonce", type: "uint256" },
      { name: "deadline", type: "uint256" },
    ],
  },
  message: { owner: firstAddress, spender: recipient, value: 10n ** 20n, nonce: 0n, deadline: 2n ** 64n },
};
const typedDataJob = (): DeviceJob => ({ ...base, kind: "typed-data", ...typedDataForDevice(permit) });

const signerOf = (digest: string, { v, r, s }: SignatureParts) => recoverAddress(digest, { v, r, s });
const transactionDigest = (job: DeviceJob) =>
  job.kind === "transaction" ? Transaction.from(job.unsigned).unsignedHash : "";
const permitDigest = TypedDataEncoder.hash(
  permit.domain,
  { Permit: [...(permit.types.Permit ?? [])] },
  {
    ...permit.message,
  },
);

const requestsOf = (requests: readonly string[], instruction: string) =>
  requests.filter((request) => request.startsWith(`e0${instruction}`));

/** Whatever could reach the network, and must not be called. */
let asked: string[] = [];
beforeEach(() => {
  asked = [];
  const record = (what: string) => () => {
    asked.push(what);
    throw new Error("no network");
  };
  vi.stubGlobal("fetch", record("fetch"));
  vi.stubGlobal("XMLHttpRequest", record("XMLHttpRequest"));
  vi.stubGlobal("WebSocket", record("WebSocket"));
  vi.stubGlobal("EventSource", record("EventSource"));
  onTestFinished(() => {
    vi.unstubAllGlobals();
    expect(asked).toEqual([]);
  });
});

describe("signing on a Ledger", () => {
  it("signs a plain transaction, whose signature is the account's, with v as 27 or 28", async () => {
    const { open, options, stages, device } = deviceWorld();
    const session = await open();
    const parities = new Set<number>();
    for (let nonce = 0; parities.size < 2; nonce++) {
      const { unsignedSerialized } = Transaction.from({ type: 2, chainId: 1, nonce, to: recipient });
      const job = transactionJob("0x", { unsigned: unsignedSerialized as `0x${string}` });
      const signature = await session.sign(job, options());
      expect(signerOf(transactionDigest(job), signature)).toBe(firstAddress);
      parities.add(signature.v);
    }
    expect(parities).toEqual(new Set([27, 28]));
    expect(stages.at(-1)).toEqual({ kind: "confirm" });
    expect(requestsOf(device.requests, "04").length).toBe(device.shown().length);
  });

  it("signs calls of several chunks when blind signing is on", async () => {
    const { open, options, device } = deviceWorld({ blindSigning: true });
    const session = await open();
    for (const length of [1, 150, 250, 255, 256, 600, 2000]) {
      const job = transactionJob(`0x${"ab".repeat(length)}`);
      expect(signerOf(transactionDigest(job), await session.sign(job, options()))).toBe(firstAddress);
    }
    expect(requestsOf(device.requests, "0480").length).toBeGreaterThan(8);
  });

  it("asks for blind signing only when there is data and it is off just then", async () => {
    const { open, options, device } = deviceWorld({ blindSigning: false });
    const session = await open();
    expect(session.facts.blindSigning).toBe(false);
    await session.sign(transactionJob(), options());
    expect(await outcome(session.sign(transactionJob("0xa9059cbb"), options()))).toBe(
      "device/blind-signing-off",
    );
    expect(device.shown().length).toBe(1);
    device.setBlindSigning(true);
    await session.sign(transactionJob("0xa9059cbb"), options());
    device.setBlindSigning(false);
    expect(await outcome(session.sign(transactionJob("0xa9059cbb"), options()))).toBe(
      "device/blind-signing-off",
    );
  });

  it("says blind signing when it was switched off between the look and the signature", async () => {
    const { open, options, device, stages } = deviceWorld({ blindSigning: true });
    const session = await open();
    device.fault({ kind: "status", word: 0x6a80 }, { instruction: 0x04 });
    const signing = outcome(
      session.sign(transactionJob("0xa9059cbb"), {
        ...options(),
        onStage(stage) {
          stages.push(stage);
          if (stage.kind === "confirm") device.setBlindSigning(false);
        },
      }),
    );
    expect(await signing).toBe("device/blind-signing-off");
    device.setBlindSigning(true);
    device.fault({ kind: "status", word: 0x6a80 }, { instruction: 0x04 });
    const refused = await session.sign(transactionJob("0xa9059cbb"), options()).catch((error) => error);
    expect(refused).toMatchObject({ code: "device/data-refused", params: { status: "6a80" } });
  });

  it.each(["message", "second-factor"] as const)(
    "signs a %s, short and long, text and bytes",
    async (kind) => {
      const { open, options, stages } = deviceWorld();
      const session = await open();
      for (const text of ["hello", "", "zwölf Groschen ✓", "long ".repeat(400)]) {
        const signature = await session.sign(messageJob(text, kind), options());
        expect(verifyMessage(text, signature)).toBe(firstAddress);
      }
      expect(stages.at(-1)).toEqual({ kind: "confirm" });
    },
  );

  it("has the device show the fields of typed data where it can", async () => {
    const { open, options, stages, device } = deviceWorld({ rawMessages: true, blindSigning: true });
    const session = await open();
    const signature = await session.sign(typedDataJob(), options());
    expect(signerOf(permitDigest, signature)).toBe(firstAddress);
    expect(stages.at(-1)).toEqual({ kind: "confirm", form: "fields" });
    expect(requestsOf(device.requests, "0c0000")).toEqual([]);
  });

  it("has it show the two hashes where it cannot, and says so", async () => {
    const { open, options, stages, device } = deviceWorld({ typedDataFields: false, blindSigning: true });
    const session = await open();
    const job = typedDataJob();
    const signature = await session.sign(job, options());
    expect(signerOf(permitDigest, signature)).toBe(firstAddress);
    expect(stages.at(-1)).toEqual({ kind: "confirm", form: "hashes" });
    const [sent] = requestsOf(device.requests, "0c0000");
    expect(
      job.kind === "typed-data" && sent?.endsWith(job.domainHash.slice(2) + job.messageHash.slice(2)),
    ).toBe(true);
  });

  it("sends no hashes that are not the job's", async () => {
    const { open, options, device } = deviceWorld({ typedDataFields: false, blindSigning: true });
    const session = await open();
    const job = { ...typedDataJob(), messageHash: `0x${"11".repeat(32)}` } as DeviceJob;
    expect(await outcome(session.sign(job, options()))).toBe("device/signature");
    expect(requestsOf(device.requests, "0c0000")).toEqual([]);
    expect(device.shown()).toEqual([]);
  });

  it("shows an address, and takes a no", async () => {
    const { open, options, stages, device } = deviceWorld();
    const session = await open();
    expect(await session.addressAt(path, { ...options(), show: true })).toBe(firstAddress);
    expect(stages.at(-1)).toEqual({ kind: "confirm" });
    device.answerWith = "refuse";
    expect(await outcome(session.addressAt(path, { ...options(), show: true }))).toBe("device/refused");
  });

  it("signs nothing for another phrase", async () => {
    const { open, options, device } = deviceWorld({ passphrase: "another" });
    const session = await open();
    const error = await session.sign(transactionJob(), options()).catch((thrown: unknown) => thrown);
    const found = device.addressAt([44, 60, 0].map((step) => step + 2 ** 31).concat(0, 0));
    expect(error).toMatchObject({ code: "device/wrong-device", params: { expected: firstAddress, found } });
    expect(device.shown()).toEqual([]);
  });

  const jobs = [
    ["a transaction", 0x04, () => transactionJob()],
    ["a message", 0x08, () => messageJob("hello")],
    ["typed data", 0x0c, () => typedDataJob()],
  ] as const;

  describe.each(jobs)("%s", (_, instruction, job) => {
    const world = () => deviceWorld({ rawMessages: true, blindSigning: true });

    it("asks once, and takes a no as a no", async () => {
      const { open, options, device } = world();
      device.answerWith = "refuse";
      const session = await open();
      expect(await outcome(session.sign(job(), options()))).toBe("device/refused");
      expect(device.shown().length).toBe(1);
      device.answerWith = "approve";
      await session.sign(job(), options());
    });

    it.each([
      [0x5501, "device/refused"],
      [0x5515, "device/locked"],
      [0x6b0c, "device/locked"],
      [0x6e00, "device/wrong-app"],
      [0x6511, "device/wrong-app"],
      [0x6f00, "device/data-refused"],
      [0x0000, "device/answer-invalid"],
    ])("gives status %s a name, and asks no second time", async (word, code) => {
      const { open, options, device } = world();
      const session = await open();
      // Both forms of typed data have the same instruction: the hashes are refused likewise.
      device.fault({ kind: "status", word }, { instruction, times: 2 });
      expect(await outcome(session.sign(job(), options()))).toBe(code);
      if (instruction !== 0x0c)
        expect(requestsOf(device.requests, instruction.toString(16).padStart(2, "0")).length).toBe(1);
    });

    it("is told to be unplugged at once, and signed after that in the same page", async () => {
      const { open, options, device } = world();
      device.answerWith = "wait";
      const session = await open();
      const signing = outcome(session.sign(job(), options()));
      await until(() => device.screen() !== undefined);
      device.unplug();
      expect(await signing).toBe("device/unplugged");
      device.plugIn();
      device.openApp("Ethereum");
      device.answerWith = "approve";
      await until(() => device.plugged);
      const again = await open();
      await again.sign(job(), options());
    });

    it.each(["unplug-in-request", "unplug-in-answer"] as const)("ends with %s", async (kind) => {
      const { open, options, device } = world();
      const session = await open();
      device.fault({ kind, afterPackets: 1 }, { instruction });
      expect(await outcome(session.sign(job(), options()))).toBe("device/unplugged");
    });

    it("is cancelled at once; what the device says later is not taken for an answer", async () => {
      const { open, options, device } = world();
      device.answerWith = "wait";
      const session = await open();
      const abort = new AbortController();
      const signing = outcome(session.sign(job(), options(abort.signal)));
      await until(() => device.screen() !== undefined);
      abort.abort();
      expect(await signing).toBe("device/cancelled");
      const opening = open();
      device.press("approve");
      device.answerWith = "approve";
      const again = await opening;
      expect(await again.addressAt(path, { ...options(), show: false })).toBe(firstAddress);
    });
  });

  it("waits for the PIN when the device locked itself, and tells when it does so during the signature", async () => {
    const { open, options, device, stages } = deviceWorld();
    const session = await open();
    device.lock();
    const signing = session.sign(transactionJob(), options());
    await until(() => stages.at(-1)?.kind === "unlock");
    device.unlock();
    await signing;
  });

  it("names the app when the Ethereum app is not what is open", async () => {
    const { open, options, device } = deviceWorld({ productIdChanges: false });
    const session = await open();
    device.fault({ kind: "status", word: 0x6d00 }, { instruction: 0x02 });
    const error = await session.sign(transactionJob(), options()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "device/wrong-app", params: { app: "Ethereum" } });
  });

  it("does one thing at a time", async () => {
    const { open, options, device } = deviceWorld({ answerWith: "wait" });
    const session = await open();
    const first = session.sign(transactionJob(), options());
    await until(() => device.screen() !== undefined);
    expect(await outcome(session.sign(transactionJob(), options()))).toBe("device/busy");
    device.press("approve");
    await first;
  });

  it("puts no question about Ledger's checks on a large screen", async () => {
    const { open, options, device } = deviceWorld({ model: "stax", ethereumVersion: "1.22.0" });
    const session = await open();
    await session.sign(transactionJob(), options());
    expect(requestsOf(device.requests, "32")).toEqual([]);
  });
});
