/** Words of working with a Ledger. Keys begin with "device.". */
export const device = {
  "device.connecting": "Connecting to your Ledger",
  "device.connecting-hint": "Plug it in by cable and unlock it.",
  "device.unlock": "Unlock your Ledger",
  "device.unlock-hint": "Enter its PIN on the device.",
  "device.open-app": "Open the Ethereum app",
  "device.open-app-hint": "Your Ledger asks whether to open it. Agree on the device.",
  "device.other-app-hint":
    "“{app}” is open. Your Ledger asks whether to open Ethereum instead. Agree on the device.",
  "device.reconnecting": "The Ethereum app opens",
  "device.reconnecting-hint": "The Ledger is away for some seconds. Leave it plugged in.",
  "device.checking": "Checking that it is the right Ledger",
  "device.checking-hint": "There is nothing for you to do.",
  "device.confirm": "Look at your Ledger",
  "device.confirm-hint": "Read what it shows. Agree or refuse on the device.",
  "device.confirm-hashes-hint": "Compare both hashes with the ones here. Agree or refuse on the device.",
  "device.retry": "Try again",
  "device.choose-again": "Choose the device again",
} as const;
