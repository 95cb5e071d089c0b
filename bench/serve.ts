import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";

/** Starts the site of an archive, opens it, and measures start and requests, beside a bare node server of the same bytes. */
export async function measureServer(
  program: string,
  archive: string,
  say: (what: string, figure: string) => void,
): Promise<void> {
  spawnSync(process.execPath, [program, "open", "--archive", archive, "--yes"], { stdio: "ignore" });
  const begun = performance.now();
  const child = spawn(process.execPath, [
    program,
    "serve",
    "--archive",
    archive,
    "--port",
    "0",
    "--no-browser",
  ]);
  try {
    const url = await readUrl(child);
    const home = await fetch(`${url}/`);
    await home.text();
    say("serve: first page after start", `${((performance.now() - begun) / 1000).toFixed(2)} s`);
    const list = await (await fetch(`${url}/browse`)).text();
    const story = /href="(\/story\/[^"/]+)"/.exec(list)?.[1] ?? "/";
    const page = `${url}${story}/1`;
    const bytes = Buffer.from(await (await fetch(page)).arrayBuffer());
    say(`serve: a story page of ${bytes.length} bytes, 32 connections`, load(page));
    await withBareServer(bytes, (bare) =>
      say("  beside a bare node server sending the same bytes", load(bare)),
    );
  } finally {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
}

async function readUrl(child: ChildProcess): Promise<string> {
  let seen = "";
  if (!child.stdout) throw new Error("The server has no output");
  for await (const chunk of child.stdout) {
    seen += String(chunk);
    const url = /http:\/\/\S+/.exec(seen)?.[0];
    if (url) return url;
  }
  throw new Error("The server did not start");
}

/** wrk is Debian's; without it this figure is left out and said so. */
function load(url: string): string {
  const run = spawnSync("wrk", ["-t1", "-c32", "-d6s", "--latency", url], { encoding: "utf8" });
  if (run.error) return "not measured: wrk is not installed";
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(run.stdout)?.[1] ?? "?";
  const p99 = /99%\s+(\S+)/.exec(run.stdout)?.[1] ?? "?";
  const failed = /Non-2xx[^:]*: (\d+)/.exec(run.stdout)?.[1];
  return `${Math.round(Number(rate))} requests/s, p99 ${p99}${failed ? `, ${failed} failed` : ""}`;
}

async function withBareServer(bytes: Buffer, measure: (url: string) => void): Promise<void> {
  const source = `require("node:http").createServer((q,s)=>{s.writeHead(200,{"content-type":"text/html","content-length":B.length});s.end(B)}).listen(0,"127.0.0.1",function(){console.log("http://127.0.0.1:"+this.address().port+"/")})`;
  const child = spawn(process.execPath, ["-e", `const B=Buffer.from(process.env.BYTES,"base64");${source}`], {
    env: { BYTES: bytes.toString("base64") },
  });
  try {
    measure(await readUrl(child));
  } finally {
    child.kill();
    await once(child, "exit");
  }
}
