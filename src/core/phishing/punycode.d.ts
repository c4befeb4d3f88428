/** The part of the package "punycode" that is used; the slash at its end keeps it apart from Node's own module. */
declare module "punycode/" {
  export function toUnicode(domain: string): string;
}
