/** Words of the address book. Keys begin with "contacts.". */
export const contacts = {
  "contacts.title": "Address book",
  "contacts.explain":
    "People and places you send to. Weir warns when an address only looks like one of these.",
  "contacts.empty": "No addresses yet",
  "contacts.empty-text":
    "Add those you send to often, so that you do not have to compare the digits each time.",
  "contacts.add": "Add an address",
  "contacts.name": "Name",
  "contacts.address": "Address",
  "contacts.address-hint": "0x and 40 digits. Upper and lower case are checked.",
  "contacts.look-alike-title": "This is not “{label}”",
  "contacts.look-alike":
    "It begins and ends the same, but is another address. Such addresses are put into histories so that they are copied by mistake. Compare every digit before you add it:",
  "contacts.look-alike-known": "“{label}” is:",
  "contacts.added": "{label} added",
  "contacts.remove": "Remove {label}",
  "contacts.remove-title": "Remove this address?",
  "contacts.remove-text": "{label} leaves the address book. Nothing on the network changes.",
  "contacts.damaged": "The stored address book is damaged. Adding an address begins a new one.",
} as const;
