/** Words of connected sites. Keys begin with "sites.". */
export const sites = {
  "sites.title": "Sites",
  "sites.explain":
    "These sites may see the addresses listed and ask you to sign. They can do nothing without your approval.",
  "sites.empty": "No connected sites",
  "sites.empty-text": "When you connect to a site and approve it, it appears here.",
  "sites.disconnect": "Disconnect {origin}",
  "sites.disconnected": "{origin} disconnected",
  "sites.since": "Connected {date}",
  "sites.used": "Used {age}",
  "sites.sees": { one: "Sees {count} account: {accounts}", other: "Sees {count} accounts: {accounts}" },
  "sites.damaged": "A stored connection is damaged and is not used. Connect that site again.",
  "sites.unreadable": "The browser could not read the connected sites just now. Restart the browser.",
  "sites.allowances":
    "Disconnecting does not take back token approvals you have signed; those are on the network.",
} as const;
