import { expect, it } from "vitest";
import { world } from "./world.fixture.ts";

const app = "https://app.example";

it("a thousand frames that come and go leave a bounded rest", async () => {
  const w = world();
  for (let frame = 0; frame < 600; frame += 1) {
    const page = w.page(app, { frameId: frame }).connect();
    await page.post(page.envelope(1, "eth_chainId", []));
    await page.leave();
  }
  w.state.seconds += 300;
  await w.page(app).connect().ask(1, "eth_chainId");
  await w.settle();
  expect([...w.session.data.keys()].length).toBeLessThanOrEqual(2);
});
