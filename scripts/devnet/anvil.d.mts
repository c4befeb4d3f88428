/** Starts a bare chain on loopback; port 0 takes a free one. */
export function startAnvil(options: {
  port: number;
  args: readonly string[];
}): Promise<{ readonly url: string; readonly port: number; stop(): Promise<void> }>;
