/** Words of sending. Keys begin with "send.". */
export const send = {
  "send.title": "Send",
  "send.review": "Review sending",
  "send.asset": "What you want to send",
  "send.recipient": "Recipient",
  "send.enter-recipient": "Enter the recipient’s address.",
  "send.address-book": "Address book",
  "send.unknown-recipient": "Not in your address book",
  "send.yourself": "This is the sending account itself",
  "send.nobody": "No addresses yet",
  "send.nobody-explain": "Your other accounts and the people you add to the address book appear here.",
  "send.look-alike-title": "This address imitates one you know",
  "send.look-alike":
    "It begins and ends like “{label}”, but it is somebody else’s. Such addresses are put into histories so that they are copied by mistake. If it is really meant, add it to the address book first.",
  "send.entered": "Entered:",
  "send.known-as": "{label}:",
} as const;
