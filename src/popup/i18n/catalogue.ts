/** Texts of one message by plural category of its `count` (Intl.PluralRules); `other` always exists. */
export interface PluralForms {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** A message: one text, or a text per plural category. `{name}` marks a parameter. */
export type Message = string | PluralForms;

/** The shape a translation of `Source` has: the same keys, a text for a text, plural forms for plural forms. */
export type Translation<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : PluralForms;
};

/** A sentence for each code of one error domain (core/errors/<domain>.ts). */
export type ErrorSentences<Domain> = { readonly [Code in keyof Domain]: string };

/** Everything one language says: the interface's words and the sentence of each error code. */
export interface Catalogue<Words, Errors> {
  readonly words: Translation<Words>;
  readonly errors: { readonly [Code in keyof Errors]: string };
}

/** The parameter names that a text mentions, read from its type. */
export type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** The parameter names that a message needs; plural forms always need `count`. */
export type ParamNames<M> = M extends string
  ? Placeholder<M>
  : "count" | Placeholder<Extract<M[keyof M], string>>;
