import type { Say } from "../pages/frame.ts";

/** Messages as a file holds them: a text, a pair of plural forms, or a branch of more. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

type Message = string | { readonly one: string; readonly other: string };

/**
 * Gives the function that pages take their words from.
 *
 * @param tree - From a message file; branches are joined with dots (`home.title`).
 * @param language - BCP 47: chooses plural forms and groups digits.
 * @returns Throws `RangeError` for a key or a place that does not exist: a page with a hole is never sent.
 */
export function createSay(tree: MessageTree, language: string): Say {
  const messages = new Map<string, Message>(flatten(tree, ""));
  const plural = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (key, values = {}) => {
    const message = messages.get(key);
    if (message === undefined) throw new RangeError(`Cannot say "${key}": no such message`);
    const form = typeof message === "string" ? message : message[pluralForm(plural, values["count"])];
    return form.replace(/\{(\w+)\}/gu, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new RangeError(`Cannot say "${key}": nothing for "${name}"`);
      return typeof value === "number" ? numbers.format(value) : value;
    });
  };
}

function pluralForm(plural: Intl.PluralRules, count: string | number | undefined): "one" | "other" {
  return typeof count === "number" && plural.select(count) === "one" ? "one" : "other";
}

function* flatten(tree: MessageTree, prefix: string): Generator<[string, Message]> {
  for (const [key, value] of Object.entries(tree)) {
    const { one, other } = typeof value === "string" ? {} : (value as Readonly<Record<string, unknown>>);
    if (typeof value === "string") yield [prefix + key, value];
    else if (typeof one === "string" && typeof other === "string") yield [prefix + key, { one, other }];
    else yield* flatten(value, `${prefix}${key}.`);
  }
}
