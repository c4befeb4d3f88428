/** What can go wrong with the browser's storage. `key` is a record's name, never its content. */
export interface StorageErrors {
  "storage/read-failed": { key: string };
  "storage/write-failed": { key: string };
  "storage/quota": { key: string };
  "storage/damaged": { key: string };
}
