/**
 * A profile's Preferences in which a person once chose Ledgers with these product ids for an extension: Chromium's website
 * setting "hid_chooser_data", kept for devices with a serial number (the shim's has "0001").
 */
export const granted =
  (...productIds: number[]) =>
  (origin: string): object => {
    const chosen = productIds.map((id) => ({
      name: "Ledger Nano S Plus",
      "vendor-id": 0x2c97,
      "product-id": id,
      "serial-number": "0001",
    }));
    const setting = { [`${origin}/,*`]: { setting: { "chosen-objects": chosen } } };
    return { profile: { content_settings: { exceptions: { hid_chooser_data: setting } } } };
  };
