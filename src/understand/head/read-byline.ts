/** Who a line says wrote the story; offsets into the line. */
export interface Byline {
  readonly author: { readonly start: number; readonly end: number };
  readonly title?: { readonly start: number; readonly end: number };
}

const LEAD =
  /^[\s*_~(<[-]*(?:(?:(?:an?|the)\s+)?(?:[\p{L}\d'’:&/.*_-]+\s+){0,5}?[*_]?(?:written|story|fanfic|fan fiction|fanfiction|fic|tale|vignette|crossover|novel|novella|poem|poems|words|parody|filk|filked|lyrics|typed|created|brought to you|collaboration|production)[*_]?\s+)?(?:by|von|автор|par|por|di)(?:\s*[:.;]+\s*|\s+)/iu;
const MAY_LEAD = /(?:by|von|автор|par|por|di)[\s:.;]/iu;
const ONLY_BY = /^[\s*_~(-]*(?:written\s+)?by[\s*_~:.)-]*$/i;
const NOT_A_NAME = new Set([
  "the",
  "then",
  "now",
  "that",
  "this",
  "these",
  "those",
  "his",
  "her",
  "my",
  "a",
  "an",
  "all",
  "its",
  "their",
  "it",
  "me",
  "him",
  "them",
  "some",
  "any",
  "one",
  "day",
  "night",
  "far",
  "no",
  "what",
  "accident",
  "and",
  "mistake",
  "itself",
  "myself",
  "himself",
  "herself",
  "der",
  "die",
  "das",
]);
const LOWER_INSIDE = /^(?:and|de|der|van|von|la|le|the|of|y|&|und|et|e|da|du|with|by)$/;

/** Gives the byline in a short line: `by X`, `Title by X`, `'Title'--X`, `A story by X`. */
export function readByline(line: string): Byline | undefined {
  if (line.length > 110 || line.length < 4) return undefined;
  const lead = MAY_LEAD.test(line) ? LEAD.exec(line) : null;
  const quoted = readQuotedByline(line);
  if (quoted !== undefined) return quoted;
  if (lead !== null) {
    if (/characters|situations|copyright|based on|owned|\bis\b|\bare\b/i.test(lead[0])) return undefined;
    const author = nameAt(line, lead[0].length);
    return author === undefined ? undefined : { author };
  }
  return readTitleByline(line);
}

/** Whether the line is nothing but "by", the name standing on the next. */
export function isByAlone(line: string): boolean {
  return ONLY_BY.test(line);
}

/** Whether a line could be a person's name or pseudonym and nothing else. */
export function isNameLine(line: string): boolean {
  const name = nameAt(line, 0);
  return name !== undefined && /[^\s,.;)]$/.test(line.slice(0, name.end)) && !/[.!?,]$/.test(line);
}

function readTitleByline(line: string): Byline | undefined {
  if (!/by/i.test(line)) return undefined;
  const found =
    /^(.{1,80}?)[\s,]*(?:\s|["'”’)\]])(?:written\s+|a\s+story\s+|story\s+)?by\s*:?\s+(?=\S)/iu.exec(line);
  if (found?.[1] === undefined) return undefined;
  const author = nameAt(line, found[0].length);
  if (author === undefined || !/^[\p{Lu}\d]/u.test(line.slice(author.start))) return undefined;
  if (!/^["'“‘«*_(]*[\p{Lu}\d]/u.test(found[1]) || /[.;]\s/.test(found[1])) return undefined;
  if (found[1].split(/\s+/).length > 9 || /^\W*(?:copyright|\(c\)|©)/i.test(found[1])) return undefined;
  const quoted = /["“]([^"”]{2,70})["”]/.exec(found[1]);
  if (quoted?.[1] !== undefined)
    return { author, title: { start: quoted.index + 1, end: quoted.index + 1 + quoted[1].length } };
  if (
    /\b(?:is|are|was|were|contains|created|copyrighted|owned|inspired|brought|produced|directed)\s*$/i.test(
      found[1],
    )
  )
    return undefined;
  const tail = /\s+[-–—:]\s+(?:an?|the)\s.*$/iu.exec(found[1]);
  return {
    author,
    title: { start: 0, end: (tail === null ? found[1] : found[1].slice(0, tail.index)).trimEnd().length },
  };
}

function readQuotedByline(line: string): Byline | undefined {
  const found =
    /^\s*["'“‘«](.{1,60}?)["'”’»]\s*(?:-{1,3}|–|—)\s*(?:(?:an?\s.{0,60}?\s+)?(?:poem|story|fic|song|vignette)?\s*by\s+)?/iu.exec(
      line,
    );
  if (found === null) return undefined;
  const author = nameAt(line, found[0].length);
  if (author === undefined) return undefined;
  const open = line.search(/\S/);
  const close = open + 1 + (found[1]?.length ?? 0);
  return { author, title: { start: open + 1, end: close } };
}

function nameAt(line: string, from: number): { start: number; end: number } | undefined {
  let start = from;
  while (start < line.length && /[\s*_~"'“<([:]/.test(line[start] ?? "")) start++;
  let rest = line.slice(start);
  const stop = rest.search(
    /\s*(?:[([<{]|\s-{1,3}\s|--|\s[–—]\s|©|\bcopyright\b|,\s*(?:\d|[a-z]*\s?\d{1,2}[/-]|\(?c\)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)|\s+\d{1,2}\/\d|\s\/\s|\se-?mail\b|[^\s(<]+@\S+)/iu,
  );
  if (stop > 0) rest = rest.slice(0, stop);
  rest = rest.replace(/[\s*_~"'”:,;)\]>]+$/, "");
  if (rest.endsWith(".") && !/(?:^|[\s.])\p{L}\.$/u.test(rest)) rest = rest.slice(0, -1);
  if (rest.length === 0 && /^\S+@\S+/.test(line.slice(start)))
    rest = /^[^\s)>\]]+/.exec(line.slice(start))?.[0] ?? "";
  if (rest.length === 0 || rest.length > 60) return undefined;
  const words = rest.split(/\s+/);
  if (words.length > 7 || NOT_A_NAME.has((words[0] ?? "").toLowerCase())) return undefined;
  if (/[.!?]\s+\p{Ll}/u.test(rest) || /["“”;]/.test(rest)) return undefined;
  const lower = words.filter((word) => /^\p{Ll}/u.test(word) && !LOWER_INSIDE.test(word)).length;
  if (lower > 0 && (lower < words.length || words.length > 2)) return undefined;
  return { start, end: start + rest.length };
}
