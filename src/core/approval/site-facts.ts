/** A name that the asking host resembles: the same letters to the eye, or a few keys beside it. */
export interface Resemblance {
  /** The domain that it resembles. */
  domain: string;
  by: "letters" | "spelling";
}

/** What is known of a site from its origin and from lists alone. */
export interface SiteFacts {
  /** As the browser gives it: scheme, host in ASCII, port. */
  origin: string;
  /** The host with its letters (punycode decoded), lower case. */
  host: string;
  /** The origin of the page around the frame that asks. */
  framedBy?: string;
  /** Whether a list of phishing sites names it, or a list of sites known to be honest. */
  listed: "blocked" | "allowed" | undefined;
  lookAlike?: Resemblance;
  /** Letters beyond ASCII in the host. */
  hasForeignLetters: boolean;
  /** Without TLS, and not on this machine. */
  isHttp: boolean;
}
