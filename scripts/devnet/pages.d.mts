export function servePage(
  name: "wagmi" | "ethers",
): Promise<{ readonly url: string; readonly otherUrl: string; stop(): Promise<void> }>;
