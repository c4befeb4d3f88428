/** What can go wrong between the parts of the extension. */
export interface MessageErrors {
  "message/unknown": { name: string };
  "message/invalid": { name: string };
  "message/forbidden": { name: string };
  "message/timeout": { name: string };
  "message/internal": { name: string };
  "message/worker-gone": { name: string };
}
