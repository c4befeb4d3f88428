import * as calls from "./calls.js";
import { discover, providerOf } from "./wallet.js";

const CHAIN_NAMES = { "0x1": "Ethereum (1)" };
const TOKENS = {
  steth: { address: calls.STETH, symbol: "stETH" },
  wsteth: { address: calls.WSTETH, symbol: "wstETH" },
};
const NEEDS_ACCOUNT = ["disconnect", "approve-exact", "approve-unlimited", "deposit", "withdraw", "stake"];

const el = (id) => document.getElementById(id);
const listened = new WeakSet();
let account;
let turn = 0;

const provider = () => providerOf(el("wallet").value);
const token = () => TOKENS[el("token").value];

discover((info) => {
  const select = el("wallet");
  if (select.disabled) select.replaceChildren();
  const option = new Option(info.name, info.uuid);
  option.dataset.rdns = info.rdns;
  select.append(option);
  select.disabled = false;
  el("connect").disabled = false;
  if (select.options.length === 1) void restore();
});

/** A page that was connected before shows so without asking again. */
async function restore() {
  listen(provider());
  try {
    setAccount(await provider().request({ method: "eth_accounts" }));
    setChain(await provider().request({ method: "eth_chainId" }));
  } catch (error) {
    showError(error);
  }
}

function listen(wallet) {
  if (listened.has(wallet) || typeof wallet.on !== "function") return;
  listened.add(wallet);
  wallet.on("accountsChanged", (accounts) => {
    note("accountsChanged", accounts);
    if (wallet === provider()) setAccount(accounts);
  });
  wallet.on("chainChanged", (chain) => {
    note("chainChanged", chain);
    if (wallet === provider()) setChain(chain);
  });
  wallet.on("connect", (detail) => note("connect", detail));
  wallet.on("disconnect", (error) => note("disconnect", { code: error?.code, message: error?.message }));
}

function note(name, detail) {
  const item = document.createElement("li");
  item.textContent = `${name} ${JSON.stringify(detail)}`;
  item.dataset.event = name;
  el("events").append(item);
}

function setAccount(accounts) {
  account = accounts[0];
  el("account").textContent = accounts.length > 0 ? accounts.join(", ") : "not connected";
  for (const id of NEEDS_ACCOUNT) el(id).disabled = account === undefined;
  void refresh();
}

function setChain(chain) {
  el("chain").textContent = CHAIN_NAMES[chain] ?? chain;
  el("chain").dataset.chainId = chain;
}

async function refresh() {
  const mine = ++turn;
  const { address, symbol } = token();
  const reads = {
    balance: [address, account && calls.balanceOf(account)],
    allowance: [address, account && calls.allowance(account, calls.LOCH)],
    deposited: [calls.LOCH, account && calls.depositedBy(account, address)],
  };
  for (const [id, [to, data]] of Object.entries(reads)) {
    let words = "–";
    if (account !== undefined) {
      try {
        const wei = BigInt(
          await provider().request({ method: "eth_call", params: [{ to, data }, "latest"] }),
        );
        el(id).dataset.wei = wei.toString();
        words = `${calls.showAmount(wei)} ${symbol}`;
      } catch {
        words = "could not be read";
      }
    }
    if (mine !== turn) return;
    el(id).textContent = words;
  }
}

function showError(error) {
  el("status").textContent = "failed";
  el("error-code").textContent = error?.code === undefined ? "no code" : String(error.code);
  el("error-message").textContent = error?.message ?? String(error);
}

/** Runs what a button does, showing where it stands. */
function onClick(id, action) {
  el(id).addEventListener("click", async () => {
    el("status").textContent = "waiting for the wallet";
    el("error-code").textContent = "none";
    el("error-message").textContent = "none";
    try {
      listen(provider());
      el("status").textContent = (await action()) ?? "done";
    } catch (error) {
      showError(error);
    }
  });
}

async function send(to, data, value = 0n) {
  const transaction = { from: account, to, data, value: `0x${value.toString(16)}` };
  const hash = await provider().request({ method: "eth_sendTransaction", params: [transaction] });
  el("last-hash").textContent = hash;
  el("status").textContent = "sent";
  return settled(hash);
}

/** Waits for the receipt by asking the wallet; a wallet that does not answer leaves it at "sent". */
async function settled(hash) {
  for (let attempt = 0; attempt < 60; attempt++) {
    const receipt = await provider()
      .request({ method: "eth_getTransactionReceipt", params: [hash] })
      .catch(() => null);
    if (receipt) {
      await refresh();
      return receipt.status === "0x1" ? "confirmed" : "reverted";
    }
    await new Promise((done) => setTimeout(done, 1000));
  }
  return "sent";
}

function amount() {
  const wei = calls.parseAmount(el("amount").value);
  if (wei === undefined || wei === 0n) throw new Error("Enter an amount such as 0.5");
  return wei;
}

/** stETH arrives a wei or two short of the amount that was sent: asking for all of it means what is there. */
function withdrawable(asked) {
  const there = BigInt(el("deposited").dataset.wei ?? asked);
  return asked > there && asked - there <= 10n ? there : asked;
}

onClick("connect", async () => {
  setAccount(await provider().request({ method: "eth_requestAccounts" }));
  setChain(await provider().request({ method: "eth_chainId" }));
});
onClick("disconnect", async () => {
  await provider().request({ method: "wallet_revokePermissions", params: [{ eth_accounts: {} }] });
  setAccount([]);
});
onClick("approve-exact", () => send(token().address, calls.approve(calls.LOCH, amount())));
onClick("approve-unlimited", () => send(token().address, calls.approve(calls.LOCH, calls.UNLIMITED)));
onClick("deposit", () => send(calls.LOCH, calls.deposit(token().address, amount())));
onClick("withdraw", () => send(calls.LOCH, calls.withdraw(token().address, withdrawable(amount()))));
onClick("stake", () => send(calls.STETH, calls.submit(), 10n ** 18n));
el("token").addEventListener("change", refresh);
el("wallet").addEventListener("change", restore);
el("move").addEventListener("submit", (event) => event.preventDefault());
