import { describe, expect, it } from "vitest";
import { createKeeperDoor } from "./keeper-door.ts";

const TOKEN = "k".repeat(32);

const sessionOf = (setCookie: string | undefined) => setCookie?.split(";")[0] ?? "";

describe("createKeeperDoor()", () => {
  it("lets in with the token and with nothing else", () => {
    const door = createKeeperDoor(TOKEN);
    for (const wrong of ["", "k", TOKEN.slice(1), `${TOKEN}k`, "0".repeat(32)]) {
      expect(door.signIn(wrong)).toBeUndefined();
    }
    expect(door.findSession(sessionOf(door.signIn(TOKEN)))).toBeDefined();
  });

  it("gives a cookie that scripts and other sites cannot use", () => {
    const cookie = createKeeperDoor(TOKEN).signIn(TOKEN);
    expect(cookie).toMatch(/; SameSite=Strict/u);
    expect(cookie).toMatch(/; HttpOnly/u);
    expect(cookie).not.toContain(TOKEN);
  });

  it("finds the session among other cookies, and none where there is none", () => {
    const door = createKeeperDoor(TOKEN);
    const cookie = sessionOf(door.signIn(TOKEN));
    expect(door.findSession(`a=b; ${cookie};c=d`)).toBeDefined();
    expect(door.findSession(undefined)).toBeUndefined();
    expect(door.findSession("fanlight-keeper=made-up")).toBeUndefined();
    expect(createKeeperDoor(TOKEN).findSession(cookie)).toBeUndefined();
  });

  it("ends the oldest of too many sessions", () => {
    const door = createKeeperDoor(TOKEN);
    const first = sessionOf(door.signIn(TOKEN));
    const others = Array.from({ length: 50 }, () => sessionOf(door.signIn(TOKEN)));
    expect(door.findSession(first)).toBeUndefined();
    expect(others.every((cookie) => door.findSession(cookie) !== undefined)).toBe(true);
  });

  it("knows the form key of a session, not that of another", () => {
    const door = createKeeperDoor(TOKEN);
    expect(door.isFormKeyOf("one", door.formKeyOf("one"))).toBe(true);
    expect(door.isFormKeyOf("one", door.formKeyOf("two"))).toBe(false);
    expect(door.isFormKeyOf("one", undefined)).toBe(false);
  });
});
