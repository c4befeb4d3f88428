/**
 * Letters that look like Latin ones, by what they look like. From Unicode's confusables (UTS #39, confusables.txt, version 15.0;
 * copyright Unicode, Inc., Unicode License V3): of the prototypes in ASCII letters, what a host name may hold (UTS #46
 * leaves it as it is) in the scripts that browsers show in address bars: Latin's own, Greek, Cyrillic, Armenian, Cherokee. Letters
 * with marks are not listed, they are taken apart (NFD) first.
 */
export const confusables: Readonly<Record<string, string>> = {
  a: "ɑαаᎪ",
  ae: "æӕ",
  b: "ƀƃɓѣҍᏏᏴ",
  c: "ȼсҫᏟᴄ",
  d: "đƌɖɗԁᎠᏧ",
  dz: "ʣ",
  e: "ɇеҽҿᎬ",
  f: "ƒքᵮ",
  g: "ƍǥɠɡցᏀᏳᶃ",
  h: "ħɦћһհᎻᏂᏲ",
  i: "ıɨɩɪιіӏᎥᵻᵼ",
  j: "ɉϳјᎫ",
  k: "ƙᏦ",
  l: "łƚǀɫɭᏞ",
  ll: "ǁ",
  ls: "ʪ",
  lz: "ʫ",
  m: "Ꮇ",
  n: "ƞɳηոռᵰ",
  o: "øɵθοσоѳөօᎾᏫᴏᴑ",
  oe: "œ",
  p: "ƥρрᏢᵽ",
  q: "ʠԛգզ",
  r: "ɍɼɽгғᎡᏒᴦᵲ",
  rn: "ɱᵯ",
  s: "ƽʂѕᏕᏚᵴ",
  t: "ŧƭᎢᵵ",
  ts: "ʦ",
  u: "ʋυսᏌᴜᵾ",
  ue: "ᵫ",
  v: "νѵᏙᴠ",
  w: "ɯѡѽԝաᎳᏔᴡ",
  x: "х",
  y: "ƴɏɣʏγуүұᎩᎽᶌ",
  z: "ƶȥʐᏃᴢᵶ",
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
