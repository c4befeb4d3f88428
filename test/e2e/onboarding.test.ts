import { createCipheriv, pbkdf2Sync, randomBytes, scryptSync } from "node:crypto";
import { keccak256 } from "ethers/crypto";
import { HDNodeWallet } from "ethers/wallet";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { browsers } from "./driver/browsers.ts";
import type { BrowserPage, ExtensionBrowser } from "./driver/driver.ts";
import { click, fill, screen, see, textOf, visit } from "./ui.ts";
import {
  addressOf,
  choosePassword,
  createWallet,
  fillSecret,
  givePassword,
  importWallet,
  openSetup,
  password,
  type Secret,
  unlock,
  wipe,
} from "./wallet.ts";
import { publicPhrase } from "./world.ts";

/** The first address of a phrase, worked out by another implementation than the wallet's. */
const addressFor = (phrase: string, passphrase = ""): string =>
  HDNodeWallet.fromPhrase(phrase, passphrase, "m/44'/60'/0'/0/0").address;

const key = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const keyAddress = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

/** A Web3 Secret Storage file made here with Node's own functions, so that the wallet's reader meets another's writer. */
function keyFile(kdf: "scrypt" | "pbkdf2", filePassword: string): string {
  const salt = randomBytes(32);
  const iv = randomBytes(16);
  const derived =
    kdf === "scrypt"
      ? scryptSync(filePassword, salt, 32, { N: 8192, r: 8, p: 1, maxmem: 64 * 1024 * 1024 })
      : pbkdf2Sync(filePassword, salt, 10_000, 32, "sha256");
  const cipher = createCipheriv("aes-128-ctr", derived.subarray(0, 16), iv);
  const ciphertext = Buffer.concat([cipher.update(Buffer.from(key.slice(2), "hex")), cipher.final()]);
  const mac = keccak256(Buffer.concat([derived.subarray(16), ciphertext])).slice(2);
  const common = { dklen: 32, salt: salt.toString("hex") };
  return JSON.stringify({
    version: 3,
    id: "3198bc9c-6672-5ab3-d995-4942343ae5b6",
    crypto: {
      cipher: "aes-128-ctr",
      cipherparams: { iv: iv.toString("hex") },
      ciphertext: ciphertext.toString("hex"),
      kdf,
      kdfparams:
        kdf === "scrypt" ? { ...common, n: 8192, r: 8, p: 1 } : { ...common, c: 10_000, prf: "hmac-sha256" },
      mac,
    },
  });
}

describe.each(browsers)("setting up in $name", ({ launch }) => {
  let browser: ExtensionBrowser;
  let page: BrowserPage | undefined;

  beforeEach(async () => {
    browser ??= await launch();
  });
  // Each case begins with an empty wallet in the same browser, as after "Remove this wallet".
  afterEach(async (context) => {
    if (page && context.task.result?.state !== "fail") {
      await wipe(page);
      page = undefined;
    } else {
      await browser.close();
      browser = undefined as never;
      page = undefined;
    }
  });

  afterAll(() => browser?.close());

  it("makes a wallet of 12 words, shown one by one, of which three are asked for", async () => {
    const made = await createWallet(browser, { words: 12 });
    page = made.page;
    expect(made.words).toHaveLength(12);
    expect(await addressOf(page)).toBe(addressFor(made.words.join(" ")));
  });

  it("makes a wallet of 24 words, of which wrong ones are refused", async () => {
    const made = await createWallet(browser, { words: 24, mistype: true });
    page = made.page;
    expect(made.words).toHaveLength(24);
    expect(await addressOf(page)).toBe(addressFor(made.words.join(" ")));
  });

  it("is set up in the tab; the popup leads there meanwhile", async () => {
    const setup = await openSetup(browser);
    const popup = await browser.newPage(browser.extensionUrl("popup.html"));
    await see(popup, "Set up Weir in a tab");
    await popup.close();
    await click(setup, "button", /^Create a new wallet/);
    await click(setup, "button", "Continue");
    for (const [weak, sentence] of [
      ["short", /At least \d+ characters/],
      ["password1234", "Too easy to guess"],
    ] as const) {
      await fill(setup, "New password", weak);
      await fill(setup, "The same password again", weak);
      await click(setup, "button", "Create wallet");
      await see(setup, sentence);
    }
    await fill(setup, "New password", password);
    await fill(setup, "The same password again", `${password}?`);
    await click(setup, "button", "Create wallet");
    await see(setup, "The two passwords are not the same.");
    await choosePassword(setup, password, "Create wallet");
    await click(setup, "button", "Later", 90_000);
    await see(setup, "Your recovery phrase is not backed up yet.");
    page = setup;
  });

  const good: [what: string, secret: () => Secret, address: string][] = [
    [
      "a phrase in any spacing and case",
      () => ({ kind: "phrase", phrase: `  ${publicPhrase.toUpperCase().replaceAll(" ", "   ")} ` }),
      addressFor(publicPhrase),
    ],
    [
      "a phrase with a passphrase",
      () => ({ kind: "phrase", phrase: publicPhrase, passphrase: "Zwölf Boxkämpfer" }),
      addressFor(publicPhrase, "Zwölf Boxkämpfer"),
    ],
    ["a private key without 0x", () => ({ kind: "key", key: key.slice(2) }), keyAddress],
    [
      "a key file sealed with scrypt",
      () => ({ kind: "keystore", json: keyFile("scrypt", "file pass"), filePassword: "file pass" }),
      keyAddress,
    ],
    [
      "a key file sealed with PBKDF2",
      () => ({ kind: "keystore", json: keyFile("pbkdf2", "file pass"), filePassword: "file pass" }),
      keyAddress,
    ],
  ];
  it.each(good)("imports %s", async (_, secret, address) => {
    page = await importWallet(browser, secret());
    expect(await addressOf(page)).toBe(address);
  });

  it("names what is wrong with a secret, and takes it once it is right", async () => {
    const setup = await openSetup(browser);
    await click(setup, "button", /^Import a wallet/);
    const wrong: [Secret, RegExp][] = [
      [{ kind: "phrase", phrase: "test test test" }, /has 12, 15, 18, 21 or 24 words; these are 3/],
      [{ kind: "phrase", phrase: publicPhrase.replace("junk", "jonk") }, /Word 12 is not in the word list/],
      [{ kind: "phrase", phrase: publicPhrase.replace("junk", "test") }, /do not form a valid phrase/],
      [{ kind: "key", key: "0x1234" }, /A private key has 64 hexadecimal digits/],
      [{ kind: "key", key: `0x${"f".repeat(64)}` }, /not a valid private key/],
      [{ kind: "keystore", json: "{}", filePassword: "x" }, /not a key file Weir can read/],
    ];
    for (const [secret, sentence] of wrong) {
      await fillSecret(setup, secret);
      await click(setup, "button", "Continue");
      await see(setup, sentence, 60_000);
    }
    await fillSecret(setup, {
      kind: "keystore",
      json: keyFile("scrypt", "file pass"),
      filePassword: "another",
    });
    await click(setup, "button", "Continue");
    await choosePassword(setup, password, "Import wallet");
    await see(setup, /does not open this key file/, 60_000);
    await click(setup, "button", "Back");
    await screen(setup, "Import a wallet");
    await fillSecret(setup, { kind: "phrase", phrase: publicPhrase });
    await click(setup, "button", "Continue");
    await choosePassword(setup, password, "Import wallet");
    await screen(setup, "Portfolio", 90_000);
    page = setup;
  });

  it("restores an exported backup file, and only with its password", async () => {
    const first = await importWallet(browser, { kind: "phrase", phrase: publicPhrase });
    const json = await exportVault(first);
    await wipe(first);
    const setup = await openSetup(browser);
    await click(setup, "button", /^Restore a Weir backup/);
    await setup.chooseFile("input[type=file]", "backup.json", json);
    await see(setup, "Chosen: backup.json");
    await fill(setup, "Password of the backup", "not the password");
    await click(setup, "button", "Restore");
    await see(setup, /not the password/i);
    await givePassword(setup, {
      label: "Password of the backup",
      typed: password,
      button: "Restore",
      until: async () => /Unlock Weir|Staked, worth|not been read yet/.test(await textOf(setup)),
    });
    await unlockOrPortfolio(setup);
    expect(await addressOf(setup)).toBe(addressFor(publicPhrase));
    page = setup;
  });
});

/** The exported vault's text: the download is caught where the page makes it. */
async function exportVault(page: BrowserPage): Promise<string> {
  await visit(page, "backup/file");
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((text) => {
        document.documentElement.dataset.exported = text;
      });
      return make.call(URL, blob);
    };
  });
  await click(page, "button", "Download the backup file");
  await see(page, /Downloaded as/);
  return page.evaluate(() => document.documentElement.dataset.exported ?? "");
}

async function unlockOrPortfolio(page: BrowserPage): Promise<void> {
  const [shown] = await see(page, /Unlock Weir|Staked, worth|not been read yet/, 60_000);
  if (shown === "Unlock Weir") await unlock(page);
  await see(page, /Portfolio/);
}
