/**
 * A page's port as the platform hands it over. `sender` is the browser's word about who is at the other end; nothing
 * that the page or its relay says about itself ever takes its place.
 */
export interface SitePort {
  sender: {
    origin?: string | undefined;
    url?: string | undefined;
    tabId?: number | undefined;
    frameId?: number | undefined;
    documentId?: string | undefined;
    documentLifecycle?: string | undefined;
    /** Origin of the tab's top page, where the browser tells. For showing alone. */
    topOrigin?: string | undefined;
  };
  postMessage(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onDisconnect(listener: () => void): void;
  disconnect(): void;
}

/** The document that asks. */
export interface Asker {
  origin: string;
  tabId: number;
  frameId: number;
  documentId: string | undefined;
  framedBy: string | undefined;
}
