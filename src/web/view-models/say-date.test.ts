import { expect, it } from "vitest";
import { sayDate } from "./say-date.ts";

it.each([
  [{ asWritten: "3/12/01", year: 2001, month: 3, day: 12 }, "March 12, 2001"],
  [{ asWritten: "Mar 01", year: 2001, month: 3, day: null }, "March 2001"],
  [{ asWritten: "1999", year: 1999, month: null, day: null }, "1999"],
  [{ asWritten: "last summer", year: null, month: null, day: null }, "last summer"],
])("sayDate() says %o as far as it is known", (date, said) => expect(sayDate(date, "en")).toBe(said));
