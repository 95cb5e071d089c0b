const NUMBERS = new Map(
  ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"].map(
    (word, index) => [word, index + 1],
  ),
);
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

/** Gives a value in the form two people's labels are compared in: case, quotes, spaces and outer punctuation folded. */
export function norm(value: unknown): string {
  let text = String(value)
    .normalize("NFKC")
    .replace(/[\u2018\u2019\u02BC`\u00B4]/g, "'")
    .replace(/[\u201C\u201D\u201E\u00AB\u00BB]/g, '"')
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/\u2026/g, "...")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
  let before: string;
  do {
    before = text;
    text = text.replace(/^[\s"'*_([<]+/, "").replace(/[\s"'*_.,;:!?)\]>-]+$/, "");
  } while (text !== before);
  return text;
}

/** Gives `norm` with what a field forgives: an article, a roman number, another way to write the day. */
export function canon(field: string, value: unknown): string {
  let text = norm(value);
  if (field === "fandoms" || field === "series")
    text = text
      .replace(/^the /, "")
      .replace(/[_-]+/g, " ")
      .replace(/\((tm|r)\)/g, "")
      .trim();
  if (field === "title") text = text.replace(/^the /, "").replace(/_/g, " ");
  if (field === "part" || field === "parts_total") {
    text = text.replace(/^(part|chapter|episode|pt\.?)\s+/, "");
    text = String(NUMBERS.get(text) ?? romanOf(text) ?? text.replace(/^0+(?=\d)/, ""));
  }
  if (field === "date") return dayOf(value);
  if (field === "pairings") text = text.replace(/\s*\/\s*/g, "/").replace(/\s*&\s*/g, " & ");
  if (field === "authors") text = text.replace(/^by[: ]+/, "");
  if (field === "rating") text = text.replace(/^rated:?\s*/, "").replace(/^pg 13$/, "pg-13");
  return text;
}

function romanOf(text: string): number | undefined {
  if (!/^[ivxl]+$/.test(text)) return undefined;
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const here = ROMAN[text[at] ?? ""] ?? 0;
    sum += here < (ROMAN[text[at + 1] ?? ""] ?? 0) ? -here : here;
  }
  return sum;
}

function dayOf(value: unknown): string {
  const text = norm(value);
  const year = (written: string | undefined): number => {
    const number = Number(written);
    return number < 70 ? 2000 + number : number < 100 ? 1900 + number : number;
  };
  const iso = /\b(\d{4})-(\d\d)-(\d\d)/.exec(text);
  if (iso !== null) return `${Number(iso[1])}-${Number(iso[2])}-${Number(iso[3])}`;
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?([a-z]{3})[a-z]*\.?,?[ -](\d{2,4})\b/.exec(text);
  if (dayFirst !== null && MONTHS.includes(dayFirst[2] ?? ""))
    return `${year(dayFirst[3])}-${MONTHS.indexOf(dayFirst[2] ?? "") + 1}-${Number(dayFirst[1])}`;
  const monthFirst = /\b([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (?:\d\d:\d\d:\d\d )?(\d{4})\b/.exec(
    text,
  );
  if (monthFirst !== null && MONTHS.includes(monthFirst[1] ?? ""))
    return `${year(monthFirst[3])}-${MONTHS.indexOf(monthFirst[1] ?? "") + 1}-${Number(monthFirst[2])}`;
  const digits = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})\b/.exec(text);
  if (digits === null) return text;
  let [month, day] = [Number(digits[1]), Number(digits[2])];
  if (month > 12 || digits[0].includes(".")) [month, day] = [day, month];
  return `${year(digits[3])}-${month}-${day}`;
}
