export function serveSite(options?: {
  port?: number;
}): Promise<{ readonly url: string; readonly otherUrl: string; stop(): Promise<void> }>;
