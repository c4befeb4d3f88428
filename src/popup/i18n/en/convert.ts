/** Words of converting between two forms of the same stake. Keys begin with "convert.". */
export const convert = {
  "convert.title": "Convert",
  "convert.review": "Review conversion",
  "convert.direction": "From and to",
  "convert.pair": "{from} to {to}",
  "convert.to-rebasing": "{symbol} grows in number.",
  "convert.to-accruing": "{symbol} stays the same in number and grows in value.",
  "convert.you-receive": "You receive about",
  "convert.explain":
    "Both are the same stake in another form. Converting earns and costs nothing but the network fee.",
} as const;
