const OWN_NAMES: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Says whether a request asks for this site by one of its names.
 *
 * A page elsewhere can make its own name lead to this computer (DNS rebinding); it then asks by that name.
 * @param host - Name and port, as in the `Host` header.
 * @param hosts - Names the archive was given, without port, lower case.
 */
export function isKnownHost(host: string, hosts: readonly string[]): boolean {
  const name = host.toLowerCase().replace(/:\d{1,5}$/u, "");
  return OWN_NAMES.has(name) || hosts.includes(name);
}
