/** What an endpoint's address shows on screens: its host. A path may hold a key, so it is left out. */
export function endpointHost(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
