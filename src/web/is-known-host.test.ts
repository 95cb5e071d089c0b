import { describe, expect, it } from "vitest";
import { isKnownHost } from "./is-known-host.ts";

describe("isKnownHost()", () => {
  it.each([
    "localhost",
    "LOCALHOST:7300",
    "127.0.0.1:7300",
    "[::1]:7300",
    "[::1]",
    "stories.example.org",
    "Stories.Example.org:443",
  ])("answers to %s", (host) => expect(isKnownHost(host, ["stories.example.org"])).toBe(true));

  it.each([
    "",
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "stories.example.org.evil.example",
    "localhost:7300:80",
  ])("does not answer to %j", (host) => expect(isKnownHost(host, ["stories.example.org"])).toBe(false));
});
