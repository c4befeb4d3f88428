/**
 * A known domain that the asking host passes itself off as. letters: the same to the eye; place: with the known domain in
 * front of its own; spelling: a letter or two beside it.
 */
export interface Resemblance {
  domain: string;
  by: "letters" | "place" | "spelling";
}

/** What is known of a site from its name and from lists alone. */
export interface SiteFacts {
  /** As the browser gives it: scheme, host in ASCII, port. */
  origin: string;
  /** The host with its letters (punycode decoded), lower case. */
  host: string;
  /** The origin of the page around the frame that asks. */
  framedBy?: string;
  /** What the list of phishing sites says; unread: there was no list to ask. */
  listed: "blocked" | "allowed" | "unread" | undefined;
  lookAlike?: Resemblance;
  /** Letters beyond ASCII in the host; mixed: of several scripts in one label. */
  letters: "plain" | "foreign" | "mixed";
  /** Without TLS. */
  isHttp: boolean;
}
