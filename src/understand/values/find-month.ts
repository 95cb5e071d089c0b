/** Month names in the languages of the header labels, lower case, January first. */
const NAMES: readonly (readonly string[])[] = [
  ["january", "januar", "enero", "janvier", "gennaio", "januari", "января", "январь"],
  ["february", "februar", "febrero", "février", "fevrier", "febbraio", "februari", "февраля", "февраль"],
  ["march", "märz", "maerz", "marzo", "mars", "maart", "mrt", "марта", "март"],
  ["april", "abril", "avril", "aprile", "апреля", "апрель"],
  ["may", "mai", "mayo", "maggio", "mei", "мая", "май"],
  ["june", "juni", "junio", "juin", "giugno", "июня", "июнь"],
  ["july", "juli", "julio", "juillet", "luglio", "июля", "июль"],
  ["august", "agosto", "août", "aout", "augustus", "августа", "август"],
  ["september", "septiembre", "setiembre", "septembre", "settembre", "сентября", "сентябрь"],
  ["october", "oktober", "octubre", "octobre", "ottobre", "октября", "октябрь"],
  ["november", "noviembre", "novembre", "ноября", "ноябрь"],
  ["december", "dezember", "diciembre", "décembre", "decembre", "dicembre", "декабря", "декабрь"],
];
const SHORTEST = 3;
const made = new Map<string, number>();
NAMES.forEach((names, index) => {
  for (const name of names) {
    for (let length = Math.min(SHORTEST, name.length); length <= name.length; length++) {
      const written = name.slice(0, length);
      if (!made.has(written)) made.set(written, index + 1);
    }
  }
});

/** Gives the number of the month a word names, in full or shortened to three letters or more. */
export function findMonth(word: string): number | undefined {
  return made.get(word.toLowerCase());
}
