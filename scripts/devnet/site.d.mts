export function serveSite(options?: {
  port?: number;
  folder?: string;
}): Promise<{ readonly url: string; readonly otherUrl: string; stop(): Promise<void> }>;
