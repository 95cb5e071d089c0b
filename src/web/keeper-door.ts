import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { findCookie } from "./look.ts";

/** Lets the keeper in: being on the same computer is no key. */
export interface KeeperDoor {
  /** Gives the `Set-Cookie` value of a new session, or `undefined` when the token is wrong. */
  signIn(token: string): string | undefined;
  /** Finds the session a `Cookie` header belongs to. */
  findSession(cookieHeader: string | undefined): string | undefined;
  /** The mark that this session's forms carry: another site cannot know it. */
  formKeyOf(session: string): string;
  isFormKeyOf(session: string, formKey: string | undefined): boolean;
}

const COOKIE = "fanlight-keeper";
const MOST_SESSIONS = 50;

/**
 * Makes the door for one run of the server: sessions live in memory and end with it.
 *
 * @param token - Printed at start; at least 128 random bits.
 */
export function createKeeperDoor(token: string): KeeperDoor {
  const sessions = new Set<string>();
  return {
    signIn(given) {
      if (!isSame(given, token)) return undefined;
      const session = randomBytes(32).toString("base64url");
      sessions.add(session);
      // Insertion order: the oldest goes first.
      for (const oldest of sessions) {
        if (sessions.size <= MOST_SESSIONS) break;
        sessions.delete(oldest);
      }
      return `${COOKIE}=${session}; Path=/; SameSite=Strict; HttpOnly`;
    },
    findSession(cookieHeader) {
      const session = findCookie(cookieHeader, COOKIE);
      return session !== undefined && sessions.has(session) ? session : undefined;
    },
    formKeyOf,
    isFormKeyOf: (session, formKey) => formKey !== undefined && isSame(formKey, formKeyOf(session)),
  };
}

/** Compares digests, so that neither length nor content shows in the time it takes. */
function isSame(given: string, wanted: string): boolean {
  return timingSafeEqual(digestOf(given), digestOf(wanted));
}

function digestOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function formKeyOf(session: string): string {
  return createHmac("sha256", session).update("form").digest("base64url");
}
