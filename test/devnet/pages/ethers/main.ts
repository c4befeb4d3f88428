import { BrowserProvider, Contract, formatEther, type TransactionResponse } from "ethers";
import {
  ALLOWED,
  DEPOSITED,
  oneTransfer,
  PERMIT2,
  permit2Domain,
  permit2Types,
  poolAbi,
  TARN,
  tokenAbi,
  WSTETH,
} from "../tarn.ts";

// A site for the lending pool as a developer with ethers would write it: every read goes through the wallet.

const show = (id: string, text: string) => {
  const element = document.getElementById(id);
  if (element) element.textContent = text;
};

/** Weir among the announced wallets, by ethers' own EIP-6963 discovery. */
const found = BrowserProvider.discover({
  filter: (wallets) => wallets.find(({ rdns }) => rdns === "io.github.weir-wallet") ?? null,
});

async function wallet() {
  const provider = await found;
  if (!provider) throw new Error("Weir did not announce itself");
  const signer = await provider.getSigner();
  return {
    signer,
    token: new Contract(WSTETH, tokenAbi, signer),
    pool: new Contract(TARN, poolAbi, signer),
  };
}

async function look() {
  const { signer, token, pool } = await wallet();
  show("account", signer.address);
  show("balance", formatEther(await token.getFunction("balanceOf")(signer.address)));
  show("allowance", formatEther(await token.getFunction("allowance")(signer.address, TARN)));
  show("shares", formatEther(await pool.getFunction("balanceOf")(signer.address)));
}

async function mined(sent: TransactionResponse): Promise<string> {
  await sent.wait();
  return sent.hash;
}

async function approve(spender: string, amount: bigint) {
  const { token } = await wallet();
  return mined(await token.getFunction("approve")(spender, amount));
}

async function deposit() {
  const { signer, pool } = await wallet();
  return mined(await pool.getFunction("deposit")(DEPOSITED, signer.address));
}

async function depositBySignature() {
  const { signer, pool } = await wallet();
  const message = oneTransfer();
  const types = Object.fromEntries(Object.entries(permit2Types).map(([name, fields]) => [name, [...fields]]));
  const signature = await signer.signTypedData(permit2Domain, types, message);
  const { permitted, nonce, deadline } = message;
  return mined(
    await pool.getFunction("depositWithPermit2")(
      { permitted, nonce, deadline },
      DEPOSITED,
      signer.address,
      signature,
    ),
  );
}

/** ethers wraps what the wallet said; the wallet's own code is inside. */
function codeOf(error: unknown): unknown {
  const { code, info } = error as { code?: unknown; info?: { error?: { code?: unknown } } };
  return info?.error?.code ?? code ?? "none";
}

function on(id: string, work: () => Promise<string | undefined>) {
  document.getElementById(id)?.addEventListener("click", async () => {
    show("status", `${id}: asked`);
    show("error-code", "none");
    try {
      const hash = await work();
      await look();
      show("status", `${id}: done${hash ? ` ${hash}` : ""}`);
    } catch (error) {
      show("status", `${id}: failed, ${(error as Error).message}`);
      show("error-code", String(codeOf(error)));
    }
  });
}

on("connect", async () => {
  await wallet();
  return undefined;
});
on("approve", () => approve(TARN, ALLOWED));
on("deposit", deposit);
on("revoke", () => approve(TARN, 0n));
on("approve-permit2", () => approve(PERMIT2, ALLOWED));
on("permit2", depositBySignature);
