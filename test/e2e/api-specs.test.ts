import testCoverage from "@open-rpc/test-coverage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveSite } from "../../scripts/devnet/site.mjs";
import { specDocument } from "../conformance/api-specs/document.ts";
import { Examples, RandomParams } from "../conformance/api-specs/examples.ts";
import { explanations } from "../conformance/api-specs/explanations.ts";
import { NoParams, Rejected, Strangers } from "../conformance/api-specs/refusals.ts";
import { report } from "../conformance/api-specs/report.ts";
import { type AskingSite, openAskingSite } from "../conformance/api-specs/site.ts";
import { connected, stranger } from "../conformance/api-specs/spec-rule.ts";
import { type MethodVerdict, verdictsOf } from "../conformance/api-specs/verdicts.ts";
import { prepareFacts, type SpecFacts } from "../conformance/api-specs/world.ts";
import { launchChromium } from "./driver/chromium.ts";
import { importWallet, setEndpoint } from "./wallet.ts";
import { publicPhrase, startWorld, type World } from "./world.ts";

/** The tool tells reporters of each call as it goes; the report is made of all of them at the end. */
const quiet = { onBegin() {}, onTestBegin() {}, onTestEnd() {}, onEnd() {} };

describe("MetaMask's API specification", () => {
  let world: World;
  let pages: Awaited<ReturnType<typeof serveSite>>;
  let facts: SpecFacts;
  let verdicts: MethodVerdict[];

  beforeAll(async () => {
    world = await startWorld(launchChromium);
    pages = await serveSite();
    const wallet = await importWallet(world.browser, { kind: "phrase", phrase: publicPhrase });
    await setEndpoint(wallet, world.proxy.url);
    const site = await openAskingSite(world, pages.url);
    const sites: Record<string, AskingSite> = {
      [connected]: site,
      [stranger]: await openAskingSite(world, pages.otherUrl),
    };
    const { result } = await site.askAndDecide("eth_requestAccounts", [], "confirm");
    facts = await prepareFacts(world, site, (result as string[])[0] ?? "");
    const calls = await testCoverage({
      openrpcDocument: specDocument(),
      transport: (from, method, params) => (sites[from] as AskingSite).ask(method, params),
      reporters: [quiet],
      rules: [
        new NoParams(),
        new Strangers(facts),
        new Rejected(facts, sites),
        new Examples(facts, site, world.proxy.direct),
        new RandomParams(),
      ],
    });
    verdicts = verdictsOf(calls);
  }, 300_000);
  afterAll(async () => {
    await facts?.stop();
    await pages?.stop();
    await world?.close();
  });

  it("is answered as docs/conformance-api.md says", async () => {
    await expect(report(verdicts, explanations)).toMatchFileSnapshot("../../docs/conformance-api.md");
  });

  it("has an explanation for each method that is not valid, and for no other", () => {
    const unexplained = verdicts.filter(
      ({ method, verdict }) => verdict !== "valid" && explanations[method] === undefined,
    );
    expect(unexplained.flatMap(({ reasons }) => reasons)).toEqual([]);
    const wrong = new Set(verdicts.filter(({ verdict }) => verdict !== "valid").map(({ method }) => method));
    expect(Object.keys(explanations).filter((method) => !wrong.has(method))).toEqual([]);
  });
});
