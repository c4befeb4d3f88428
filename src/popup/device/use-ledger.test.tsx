// @vitest-environment happy-dom
import { useState } from "react";
import { describe, expect, it } from "vitest";
import type { DeviceStage, Ledger, LedgerSession } from "../../core/device/ledger.ts";
import { WeirError } from "../../core/errors/index.ts";
import { button, settle } from "../app/fake-platform.test-kit.tsx";
import { useI18n } from "../i18n/I18nProvider.tsx";
import { click } from "../ui/render.test-kit.tsx";
import { browserWithDesk, fakeLedger, pageText, vera } from "./desk.test-kit.tsx";
import { StageView } from "./StageView.tsx";
import { useLedgerSession } from "./use-ledger.ts";

/** A screen that reads an address, twice if it likes. */
function Reader({ keepOpen }: { readonly keepOpen: boolean }) {
  const ledger = useLedgerSession({ keepOpen });
  const [address, setAddress] = useState("");
  const read = () =>
    void ledger
      .run((session, options) => session.addressAt("m/44'/60'/0'/0/0", { ...options, show: false }))
      .then((found) => setAddress(found ?? "none"));
  return (
    <>
      <button type="button" onClick={read}>
        Read
      </button>
      <p>found {address}</p>
      <p>{ledger.busy ? "busy" : "idle"}</p>
      <StageView stage={ledger.stage} error={ledger.error} onCancel={ledger.cancel} onRetry={read} />
    </>
  );
}

function Leaving({ keepOpen }: { readonly keepOpen: boolean }) {
  const [here, setHere] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setHere(false)}>
        Leave
      </button>
      {here && <Reader keepOpen={keepOpen} />}
    </>
  );
}

const open = (ledger: Ledger | undefined, keepOpen = false) =>
  browserWithDesk(undefined).open(<Leaving keepOpen={keepOpen} />, { ledger });
const says = (text: string) => () => pageText().includes(text);

describe("a screen's session with a Ledger", () => {
  it("is closed after its work", async () => {
    const { ledger, seen } = fakeLedger(["signs"]);
    await open(ledger);
    click(button("Read"));
    await settle(says(`found ${vera.address}`));
    expect(seen).toEqual(["open", "close"]);
  });

  it("stays open for the next work where the screen wants it, and is closed when the screen is left", async () => {
    const { ledger, seen } = fakeLedger(["signs"]);
    await open(ledger, true);
    for (let times = 0; times < 2; times += 1) {
      click(button("Read"));
      await settle(() => says(`found ${vera.address}`)() && says("idle")());
    }
    expect(seen).toEqual(["open"]);
    click(button("Leave"));
    await settle(() => seen.includes("close"));
  });

  it("is given back by Cancel also while the device does not come, and closed when it comes late", async () => {
    const { ledger, seen } = fakeLedger(["signs"]);
    let come: () => void = () => undefined;
    const late: Ledger = {
      ...ledger,
      async open(options) {
        // A device layer that does not listen to the signal.
        await new Promise<void>((resolve) => {
          come = resolve;
        });
        return ledger.open(options);
      },
    };
    await open(late);
    click(button("Read"));
    await settle(says("Connecting to your Ledger"));
    click(button("Cancel"));
    await settle(says("idle"));
    expect(pageText()).toContain("found none");
    expect(document.querySelector("[role=alert]")).toBeNull();
    come();
    await settle(() => seen.includes("close"));
    expect(seen).toEqual(["open", "close"]);
  });

  it("that failed is not kept", async () => {
    const { ledger, seen } = fakeLedger(["signs"]);
    let failing = true;
    const breaking: Ledger = {
      ...ledger,
      async open(options) {
        const session: LedgerSession = await ledger.open(options);
        const broken = async () => {
          throw new WeirError("device/unplugged", {});
        };
        return failing ? { ...session, addressAt: broken } : session;
      },
    };
    await open(breaking, true);
    click(button("Read"));
    await settle(says("was unplugged"));
    failing = false;
    click(button("Try again"));
    await settle(says(`found ${vera.address}`));
    expect(seen).toEqual(["open", "close", "open"]);
  });

  it("says that this window has no way to a device", async () => {
    await open(undefined);
    click(button("Read"));
    await settle(says("it has no WebHID"));
  });
});

function Stage({ stage }: { readonly stage: DeviceStage }) {
  useI18n();
  return <StageView stage={stage} onCancel={() => undefined} />;
}

describe("what a Ledger wants now", () => {
  it.each<[DeviceStage, string]>([
    [{ kind: "connecting" }, "Plug it in by cable"],
    [{ kind: "unlock" }, "Enter its PIN"],
    [{ kind: "open-app", app: "" }, "asks whether to open it"],
    [{ kind: "open-app", app: "Bitcoin" }, "“Bitcoin” is open"],
    [{ kind: "reconnecting" }, "away for some seconds"],
    [{ kind: "checking" }, "right Ledger"],
    [{ kind: "confirm" }, "Read what it shows"],
    [{ kind: "confirm", form: "hashes" }, "Compare both hashes"],
  ])("%j is said in words, aloud, with a way out", async (stage, words) => {
    await browserWithDesk(undefined).open(<Stage stage={stage} />);
    const region = document.querySelector("[data-testid=device-stage]");
    expect(region?.getAttribute("aria-live")).toBe("polite");
    expect(region?.textContent).toContain(words);
    button("Cancel");
  });
});
