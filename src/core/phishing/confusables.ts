/**
 * Letters that look like Latin ones, by what they look like. From Unicode's confusables (UTS #39, confusables.txt, version 15.0;
 * copyright Unicode, Inc., Unicode License V3): of the prototypes in ASCII letters, what a host name may hold (UTS #46
 * leaves it as it is) within the basic plane. Letters with marks are not listed, they are taken apart (NFD) first.
 */
export const confusables: Readonly<Record<string, string>> = {
  a: "ɑαаᎪᗅꓮ",
  aa: "ꜳ",
  ae: "æӕ",
  ao: "ꜵ",
  au: "ꜷ",
  av: "ꜹꜻ",
  ay: "ꜽ",
  b: "ƀƃɓѣҍᏏᏴᑲᑳᖯᗷꓐ",
  c: "ȼсҫᏟᴄⲥꓚ",
  d: "đƌɖɗԁᎠᏧᑯᗞᗪꓒꓓ",
  dz: "ʣ",
  e: "ɇеҽҿᎬⴹꓰꬲ",
  f: "ƒքᖴᵮẝꓝꞙꬵ",
  g: "ƍǥɠɡցᏀᏳᶃꓖ",
  h: "ħɦћһհᎻᏂᏲᕼꓧꚕ",
  i: "ıɨɩɪιіӏᎥᵻᵼꙇ",
  j: "ɉϳјᎫᒍꓙ",
  k: "ƙᏦᛕꓗ",
  l: "łƚǀɫɭ۱Ꮮᒪᛁⵏꓡꓲ",
  ll: "ǁ",
  ls: "ʪ",
  lz: "ʫ",
  m: "Ꮇᗰᛖꓟ",
  n: "ƞɳηոռᵰꓠ",
  o: "øɵθοσоѳөօ۵०০੦૦ଠ୦௦౦೦ഠ൦๐໐တဝ၀ჿዐᎾᏫᴏᴑⲟⴱⵁⵔ〇ꓳꝋꬽꬾ",
  oe: "œ",
  oo: "ꚙꝏ",
  p: "ƥρрᏢᑭᵽⲣꓑ",
  q: "ʠԛգզⵕ",
  r: "ɍɼɽгғᎡᏒᖇᴦᵲⲅꓣꭇꭈ",
  rn: "ɱᵯ",
  s: "ƽʂѕᏕᏚᵴꓢꜱ",
  t: "ŧƭᎢᵵꓔ",
  tf: "ꝷ",
  ts: "ʦ",
  u: "ʋυսሀᏌᑌᴜᵾꓴꞟꭎꭒ",
  ue: "ᵫ",
  uo: "ꭣ",
  v: "νѵ۷Ꮩᐯᴠⴸꓦꛟ",
  w: "ɯѡѽԝաᎳᏔᴡꓪꝡ",
  x: "хᕁᕽᚷⵝꓫ",
  y: "ƴɏɣʏγуүұყᎩᎽᶌỿꓬꭚ",
  z: "ƶȥʐᏃᴢᵶꓜ",
};

/**
 * Lower-case letters that UTS #39 holds for look-alikes of small capitals or of nothing, and that pass for Latin ones in the small
 * print of an address bar all the same.
 */
export const nearlyConfusable: Readonly<Record<string, string>> = {
  b: "вьъʙ",
  e: "єε",
  h: "нңҥӈʜ",
  k: "кқҝҟҡӄĸκ",
  m: "мʍᴍ",
  n: "пɴ",
  t: "тҭτᴛ",
  w: "шщω",
  x: "χ",
};
