import type {
  Alarms,
  Clock,
  HttpAnswer,
  HttpGet,
  HttpPost,
  RandomBytes,
  Sleep,
} from "../core/environment/environment.ts";
import { browser } from "./browser.ts";

export const clock: Clock = {
  nowSeconds: () => Math.floor(Date.now() / 1000),
  monotonicMs: () => performance.now(),
};

export const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

export const sleep: Sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function bodyText(response: Response, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw new RangeError("answer too large");
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** A request without cookies, cache, referrer or redirects: the other side learns the question and nothing else. */
async function request(url: string, timeoutMs: number, init: RequestInit): Promise<HttpAnswer> {
  const response = await fetch(url, {
    ...init,
    signal: AbortSignal.timeout(timeoutMs),
    credentials: "omit",
    cache: "no-store",
    redirect: "error",
    referrerPolicy: "no-referrer",
  });
  const retryAfter = Number(response.headers.get("retry-after") ?? Number.NaN);
  return {
    status: response.status,
    retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : undefined,
    text: (maxBytes) => bodyText(response, maxBytes),
  };
}

export const httpPost: HttpPost = (url, body, { timeoutMs, headers }) =>
  request(url, timeoutMs, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });

export const httpGet: HttpGet = (url, { timeoutMs }) => request(url, timeoutMs, {});

export const alarms: Alarms = {
  set: (name, when) =>
    Promise.resolve(
      browser.alarms.create(
        name,
        "atSeconds" in when ? { when: when.atSeconds * 1000 } : { periodInMinutes: when.everyMinutes },
      ),
    ),
  clear: async (name) => {
    await browser.alarms.clear(name);
  },
  onAlarm: (listener) => browser.alarms.onAlarm.addListener((alarm) => listener(alarm.name)),
};
