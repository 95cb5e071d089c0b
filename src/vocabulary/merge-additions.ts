/**
 * Lays what an archive adds over a vocabulary: rows with a known id take the old row's place, new rows come last.
 *
 * Nothing can be deleted, so that an answer found with the shipped rows stays explainable.
 */
export function mergeAdditions(shipped: unknown, added: unknown): unknown {
  if (added === undefined || added === null) return shipped;
  if (isRows(shipped) && isRows(added)) {
    const own = new Map(added.map((row) => [row.id, row]));
    const known = new Set(shipped.map((row) => row.id));
    return [...shipped.map((row) => own.get(row.id) ?? row), ...added.filter((row) => !known.has(row.id))];
  }
  if (!isRecord(shipped) || !isRecord(added)) return added;
  const keys = new Set([...Object.keys(shipped), ...Object.keys(added)]);
  return Object.fromEntries(Array.from(keys, (key) => [key, mergeAdditions(shipped[key], added[key])]));
}

interface Row {
  readonly id: unknown;
}

function isRows(value: unknown): value is readonly Row[] {
  return Array.isArray(value) && value.every((row) => isRecord(row) && "id" in row);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
