import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { browsers } from "./driver/browsers.ts";
import { type Dapp, openDapp } from "./test-dapp/dapp.ts";
import { judgedButtons } from "./test-dapp/judged.ts";
import { type ServedDapp, serveTestDapp } from "./test-dapp/serve.ts";
import { carryOut } from "./test-dapp/step.ts";
import { groups } from "./test-dapp/steps/index.ts";
import { confirmWindow, importWallet, setEndpoint } from "./wallet.ts";
import { publicPhrase, startWorld, type World } from "./world.ts";

describe.each(browsers)("MetaMask's test dapp in $name", ({ launch }) => {
  let world: World;
  let served: ServedDapp;
  let dapp: Dapp;
  const started: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    world = await startWorld(launch);
    served = await serveTestDapp();
    const wallet = await importWallet(world.browser, { kind: "phrase", phrase: publicPhrase });
    await setEndpoint(wallet, world.proxy.url);
    // Fewer windows to look through for the confirm window.
    await wallet.close();
    dapp = await openDapp(world.browser, served.url);
  });
  // What one step leaves open is not the next one's to answer.
  afterEach(async () => {
    while ((await world.browser.pageUrls()).some((url) => url.includes("/confirm.html")))
      await (await confirmWindow(world.browser)).close();
  });
  afterAll(async () => {
    for (const stop of started) await stop();
    await served?.stop();
    await world?.close();
  });

  it("has no button that the table does not judge, and the table none that it lacks", async () => {
    const buttons = await dapp.buttons();
    expect(buttons.length).toBeGreaterThan(100);
    expect(
      judgedButtons()
        .map(({ button }) => button)
        .sort(),
    ).toEqual([...new Set(buttons)].sort());
  });

  for (const { name, steps } of groups) {
    describe(name, () => {
      for (const step of steps) {
        it(`${step.press} ${step.says}`, () =>
          carryOut(step, { ...world, dapp, started: (stop) => started.push(stop) }));
      }
    });
  }
});

describe("the table of MetaMask's test dapp", () => {
  it("names a group that has a step for the button, wherever it names one", () => {
    const proven = groups.flatMap(({ name, steps }) =>
      steps.map(({ press, button = press }) => `${button}: ${name}`),
    );
    for (const { button, verdict, steps } of judgedButtons()) {
      if (steps !== "") expect(proven).toContain(`${button}: ${steps}`);
      else expect(verdict, button).toMatch(/^(page|not applicable)$/);
    }
  });
});
