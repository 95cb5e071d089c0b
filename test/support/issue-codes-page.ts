import { parse } from "yaml";

interface Row {
  readonly id: string;
  readonly severity: "note" | "question" | "damage";
  readonly title: string;
  readonly hint: string;
  readonly evidence: string;
}

const ROOMS: readonly (readonly [string, string, string])[] = [
  ["K", "Keeping", "While files are taken in."],
  ["R", "Reading", "While files are opened and turned into text."],
  ["T", "Text", "Charsets and repairs. The original bytes never change; what was mended is listed."],
  ["U", "Understanding", "Headers, parts, notes, the story itself."],
  ["P", "Private details", "What is masked."],
  ["W", "Works", "Bringing copies and parts together."],
];

const SEVERITIES = { note: "For the record", question: "A question for a person", damage: "Damage" } as const;

const HEAD = `# Issue codes

Trouble in the material never stops a run. It becomes an issue with a permanent code, which \`fanlight status\`, the keeper's page *Questions* and \`fanlight inspect\` show, with the file and the place. There are three kinds: **for the record** (nothing to do),
**a question** (a person should look when there is time; the archive works without an answer), and **damage** (something could not be read; the bytes are kept).
`;

/** Makes \`docs/archivist/issue-codes.md\` from the vocabulary: the page is never written by hand. */
export function makeIssueCodesPage(yaml: string): string {
  const rows = parse(yaml) as readonly Row[];
  const sections = ROOMS.flatMap(([letter, title, about]) => {
    const own = rows.filter((row) => row.id.startsWith(letter));
    return own.length === 0 ? [] : [`## ${title}\n\n${about}\n`, ...own.map(describe)];
  });
  return [HEAD, ...sections].join("\n");
}

function describe({ id, severity, title, hint, evidence }: Row): string {
  return `### ${id}\n\n**${title}.** ${SEVERITIES[severity]}. ${hint}\n\nSeen: ${evidence}.\n`;
}
