import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPrivate } from "./find-private.ts";
import { maskText } from "./mask-text.ts";

/** What is found, as `kind: words`; with `zone` the whole text is header and notes. */
function find(text: string, zone = false): string[] {
  const zones = zone ? [{ start: 0, end: text.length }] : [];
  return findPrivate(text, zones).map(({ kind, range }) => `${kind}: ${text.slice(range.start, range.end)}`);
}

describe("findPrivate() finds e-mail addresses", () => {
  test.each([
    ["Feedback: jo.smith@mail.example.com, please.", "jo.smith@mail.example.com"],
    ["From: <a%b@c.example.org>", "a%b@c.example.org"],
    ["mailto:jo@example.com?subject=hi", "jo@example.com"],
    ["jo@NOSPAM.example.com", "jo@NOSPAM.example.com"],
    ["jo @ example.com", "jo @ example.com"],
    ["Write to jo@\r\nexample.com now", "jo@\r\nexample.com"],
    ["> jo@mail.example.\n> com", "jo@mail.example.\n> com"],
    ["feedback to jo at example dot com", "jo at example dot com"],
    ["jo AT example DOT com", "jo AT example DOT com"],
    ["jo (at) example (dot) co (dot) uk", "jo (at) example (dot) co (dot) uk"],
    ["jo[at]example.org", "jo[at]example.org"],
    ["jo(a)example.de", "jo(a)example.de"],
    ["jo -at- example.org", "jo -at- example.org"],
    ["jo_at_example.org", "jo_at_example.org"],
    ["jo<at>example.org", "jo<at>example.org"],
    ["joATexampleDOTcom", "joATexampleDOTcom"],
    ["jo&#64;example.com", "jo&#64;example.com"],
    ["E-mail: jo at example.com", "jo at example.com"],
    ["jo_77 at example.com", "jo_77 at example.com"],
    ["you reach jo at hotmail.com", "jo at hotmail.com"],
    ["JSMITH@EXAMPLEVM", "JSMITH@EXAMPLEVM"],
    ["...!uunet!example!jo", "...!uunet!example!jo"],
    ["{decvax,ihnp4}!example!jo", "{decvax,ihnp4}!example!jo"],
    ['"Jo Smith"@example.org', '"Jo Smith"@example.org'],
    ["jo@[10.1.2.3]", "jo@[10.1.2.3]"],
    ["CompuServe 70001,1234", "70001,1234"],
    ["Fido 2:5020/123.4", "2:5020/123.4"],
  ])("%j", (text, words) => {
    expect(find(text)).toEqual([`email: ${words}`]);
  });
});

describe("findPrivate() finds telephone numbers", () => {
  test.each([
    ["Call (205) 555-0123 or write", "(205) 555-0123"],
    ["BBS 1-205-555-0123", "1-205-555-0123"],
    ["205.555.0123", "205.555.0123"],
    ["His number was 555-0123.", "555-0123"],
    ["+44 20 7946 0958", "+44 20 7946 0958"],
    ["+49 (0)30 1234567", "+49 (0)30 1234567"],
    ["Tel. 030/1234567", "030/1234567"],
    ["(01632) 960123", "(01632) 960123"],
    ["01 23 45 67 89", "01 23 45 67 89"],
    ["8 (495) 555-01-23", "8 (495) 555-01-23"],
    ["phone: 5550123 ext 12", "5550123 ext 12"],
    ["ICQ# 1234567", "1234567"],
  ])("%j", (text, words) => {
    expect(find(text)).toEqual([`phone: ${words}`]);
  });
});

describe("findPrivate() finds addresses", () => {
  test.each([
    [
      "Jo Smith\n123 Example Street\nSpringfield, IL 62700-1234\n",
      "123 Example Street\nSpringfield, IL 62700-1234",
    ],
    ["Send zines to P.O. Box 1234, Springfield IL 62700.", "P.O. Box 1234, Springfield IL 62700"],
    ["> Box 12\n> Apt 4\n> Sometown, Ohio 44000", "Box 12\n> Apt 4\n> Sometown, Ohio 44000"],
    ["Jo Muster\nMusterstraße 12a\n12345 Beispielstadt\n", "Musterstraße 12a\n12345 Beispielstadt"],
    ["Am Beispiel 3, D-12345 Beispielstadt", "Am Beispiel 3, D-12345 Beispielstadt"],
    ["Jo\n12 Example Road\nExampleton\nAB1 2CD", "12 Example Road\nExampleton\nAB1 2CD"],
    ["7 Sample Street, Sampleville NSW 2000", "7 Sample Street, Sampleville NSW 2000"],
    ["Snail mail: 4 Example Drive", "4 Example Drive"],
  ])("%j", (text, words) => {
    expect(find(text)).toEqual([`address: ${words}`]);
  });

  test("takes a street without a town only where authors speak", () => {
    expect(find("He ran to 4 Example Drive.")).toEqual([]);
    expect(find("He ran to 4 Example Drive.", true)).toEqual(["address: 4 Example Drive"]);
  });
});

describe("findPrivate() finds stated ages under 18", () => {
  test.each([
    ["I'm 15, so be nice.", "15"],
    ["I am only fourteen.", "fourteen"],
    ["I'm a 16 year old girl", "16"],
    ["Age: 13", "13"],
    ["This is by a 14-year-old author", "14"],
    ["15/f/somewhere", "15"],
    ["Ich bin 15 Jahre alt.", "15"],
    ["written for my 15th birthday", "15"],
  ])("%j", (text, words) => {
    expect(find(text, true)).toEqual([`age: ${words}`]);
    expect(find(text)).toEqual([]);
  });

  test.each([
    "I'm 15 minutes late.",
    "I'm 25.",
    "Age: 18",
    "I'm 10 chapters in",
    "Ages 13 and up",
    "Age: 13+",
    "Chapter 15",
  ])("%j is none", (text) => {
    expect(find(text, true)).toEqual([]);
  });
});

describe("findPrivate() leaves alone", () => {
  test.each([
    "She looked at him. It was 10:30 on 12/24/1999, the 24.12.1999 in 1998-1999.",
    "Archived at www.example.com and posted at fanfiction.net",
    "Find me at example.org",
    "evil!Spike meets fem!dark!Harry. Stop!Please!!!",
    "b@stard, s@m, @home",
    "500-1000 words, 100-2000 pages, rated 13-17",
    "ISBN 0-123-45678-9 and 978-0-12-345678-9",
    "NCC-1701-D, stardate 41153.7, file X-40253",
    "2x04, 1/8, 3 of 12, 10,000 words, $1,000,000",
    "Saturday 1995-03-14 12:34:56 +0100",
    "He gave me 20 000 reasons and 1 234 567 more",
    "In 1812 Napoleon ... in 12345 Years",
    "<1995Mar14.1@>",
  ])("%j", (text) => {
    expect(find(text)).toEqual([]);
  });
});

test("findPrivate() gives ordered spans inside the text, without overlap, for any text", () => {
  const word = fc.constantFrom(
    "@",
    "jo",
    "at",
    " ",
    "dot",
    "com",
    "(",
    ")",
    "!",
    "123",
    "-",
    ".",
    "\n",
    "IL ",
    "62700",
    "I'm 15",
    "+",
    "Box",
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const text = words.join("");
      const spans = findPrivate(text, [{ start: 0, end: text.length }]);
      let done = 0;
      for (const { range } of spans) {
        expect(range.start).toBeGreaterThanOrEqual(done);
        expect(range.end).toBeGreaterThan(range.start);
        done = range.end;
      }
      expect(done).toBeLessThanOrEqual(text.length);
      expect(maskText(text, spans)).toHaveLength(text.length);
    }),
    { numRuns: 2000 },
  );
});
