/** What can go wrong when a newer list of phishing sites is read. `host` is the server's name. */
export interface PhishingErrors {
  "phishing/unreachable": { host: string };
  "phishing/http": { host: string; status: number };
  "phishing/too-large": { host: string };
  "phishing/malformed": { host: string };
  /** The new list has far fewer entries than the one that came with the extension. */
  "phishing/shrunk": { host: string; entries: number };
}
